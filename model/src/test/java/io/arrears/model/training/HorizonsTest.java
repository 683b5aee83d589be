package io.arrears.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.model.scoring.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HorizonsTest {
    @Test
    void whatIsNotChosenIsStandardAndCashFollowsPayment() {
        Horizons horizons = Horizons.of(List.of("pay30=45", "kept=1"));
        assertThat(horizons.days(Target.PAY30)).isEqualTo(45);
        assertThat(horizons.days(Target.CASH30)).isEqualTo(45);
        assertThat(horizons.days(Target.ROLL90)).isEqualTo(180);
        assertThat(horizons.days(Target.KEPT)).isEqualTo(1);
        assertThat(horizons.window()).isEqualTo(new OutcomeWindow(45, 180));
        assertThat(Horizons.STANDARD.window()).isEqualTo(OutcomeWindow.STANDARD);
    }

    @Test
    void nonsenseIsNamed() {
        assertThatThrownBy(() -> Horizons.of(List.of("pay30"))).hasMessageContaining("'pay30'");
        assertThatThrownBy(() -> Horizons.of(List.of("pay30=0"))).hasMessageContaining("1 to 720");
        assertThatThrownBy(() -> Horizons.of(List.of("pay31=3"))).hasMessageContaining("pay31");
        assertThatThrownBy(() -> Horizons.of(List.of("cash30=40"))).hasMessageContaining("pay30 alone");
    }
}
