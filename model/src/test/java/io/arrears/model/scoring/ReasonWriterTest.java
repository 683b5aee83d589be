package io.arrears.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.feature.Feature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReasonWriterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            days           | days since the last payment        | 3     | 3 days since the last payment
            days           | days since the last payment        | 1     | 1 day since the last payment
            days           | age of the account                 | 400   | age of the account at 400 days
            days           | mean days late on earlier items    | 2.25  | mean days late on earlier items at 2.3
            count          | number of open items               | 2     | 2 open items
            count          | payments in the last 30 days       | 4     | 4 payments in the last 30 days
            share          | share of promises kept             | 0.5   | share of promises kept at 50 %
            currency units | open balance                       | 1234.6| open balance at 1,235
            0/1            | last promise kept                  | 1     | last promise kept (yes)
            ratio          | paid against due                   | 0.25  | paid against due at 0.25
            days           | days since a payment last bounced  | NaN   | unknown days since a payment last bounced
            """)
    void aFactorIsToldWithItsValue(String unit, String phrase, float value, String text) {
        Feature feature = new Feature("f", "f", unit, "f", "never", phrase);
        assertThat(ReasonWriter.seen(feature, value)).isEqualTo(text);
    }
}
