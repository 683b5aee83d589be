package io.arrears.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.ReceivableType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of one account in numbers at which a look at all rows before, for each, would take hours. */
class HugeAccountTest {
    private static final int MANY = 300_000;

    @TempDir
    private Path temp;

    private final Shape payments = new Shape(
            FactTable.PAYMENTS,
            "payments.csv",
            List.of("payment_id", "account_id", "paid_on", "amount", "kind", "reverses", "known_at"));

    private List<Fact> take(IntFunction<String[]> row) {
        CellCodec codec = new CellCodec();
        List<Candidate> rows = new ArrayList<>();
        rows.add(candidate(codec, 0, "P", "A", "2024-01-01", "1000000.00", null, null, null));
        for (int i = 1; i <= MANY; i++) {
            rows.add(candidate(codec, i, row.apply(i)));
        }
        Account account = new Account(
                new AccountId("A"),
                "A",
                ReceivableType.OTHER,
                Currency.getInstance("EUR"),
                0,
                AccountProfile.unknown(),
                Map.of(),
                0);
        AccountIntake intake = new AccountIntake(
                new MergedAccounts.Terms(List.of(payments), Set.of()),
                new IntakeTotals(),
                new RejectLog(temp.resolve("rejects")));
        return intake.take(List.of(account), rows.iterator());
    }

    private static Candidate candidate(CellCodec codec, int line, String... cells) {
        return new Candidate("A", new Origin(FactTable.PAYMENTS, 0, line, 0).pack(), codec.encode(cells));
    }

    @Test
    void a_payment_taken_back_cent_by_cent() {
        assertThat(take(i -> new String[] {"R" + i, "A", "2024-01-02", "0.01", "reversal", "P", null}))
                .hasSize(MANY + 1);
    }

    @Test
    void a_payment_in_version_after_version() {
        assertThat(take(i -> new String[] {
                    "P",
                    "A",
                    "2024-01-01",
                    i + ".00",
                    null,
                    null,
                    java.time.Instant.ofEpochSecond(1_710_000_000L + i).toString()
                }))
                .hasSize(MANY + 1);
    }
}
