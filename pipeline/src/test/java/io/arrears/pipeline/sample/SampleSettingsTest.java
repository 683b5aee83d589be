package io.arrears.pipeline.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SampleSettingsTest {
    private static final Path OUT = Path.of("out");

    @Test
    void thePeriodEndsWithJune2026() {
        SampleSettings settings = SampleSettings.of(10, 18, 1, OUT);
        assertThat(settings.start()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(settings.asOf()).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @Test
    void errorsNameFieldValueAndLimit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSettings.of(0, 12, 1, OUT))
                .withMessage("accounts is 0, but must be 1..50000000: choose a number in that range");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSettings.of(1, 241, 1, OUT))
                .withMessageContaining("months is 241, but must be 1..240");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SampleSettings(1, 1, 1, LocalDate.of(1900, 1, 1), OUT))
                .withMessageContaining("start is 1900-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSettings.of(1, 1, 1, Path.of("")))
                .withMessageContaining("out is empty");
    }
}
