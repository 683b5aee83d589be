package io.arrears.serving.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Days;
import io.arrears.model.account.Flag;
import io.arrears.model.account.FlagKind;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.contact.OtherAccounts;
import io.arrears.serving.mart.MartFixture;
import io.arrears.serving.mart.RunInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BasisTest {
    private static final RunInfo RUN =
            new RunInfo("r", MartFixture.AS_OF, Instant.EPOCH, "m", "s", "d", "EUR", Path.of("."));
    private static final KnownHistory KNOWN = MartFixture.history(8).knownAtStartOf(Days.of(MartFixture.AS_OF));

    @Test
    void whatTheDebtorsOtherAccountsToldSinceCountsToo() {
        assertThat(Basis.of(KNOWN, OtherAccounts.NONE, false, RUN, "m").kind()).isEqualTo("plan");
        int day = Days.of(MartFixture.AS_OF);
        Flag told = new Flag(FlagKind.CEASE_CONTACT, day, null, Days.startMicros(day) + 1);
        Basis basis = Basis.of(KNOWN, new OtherAccounts(List.of(), List.of(told), List.of()), false, RUN, "m");
        assertThat(basis.kind()).isEqualTo("newer_events");
        assertThat(basis.newerEvents()).isEqualTo(1);
    }

    @Test
    void duringTheDayThePlansHoursThatAreOverAreNotOffered() {
        assertThat(Basis.of(KNOWN, OtherAccounts.NONE, false, RUN, "m").detail())
                .isEqualTo("It is what the plan of %s says.".formatted(MartFixture.AS_OF));
        KnownHistory atTen =
                MartFixture.history(8).knownAt(Days.startMicros(Days.of(MartFixture.AS_OF)) + 36_000_000_000L);
        assertThat(Basis.of(atTen, OtherAccounts.NONE, false, RUN, "m").detail())
                .endsWith(" says, but for the hours before %sT10:00:00Z.".formatted(MartFixture.AS_OF));
    }

    @Test
    void aGivenHistoryOrAnotherModelIsNotThePlans() {
        assertThat(Basis.of(KNOWN, OtherAccounts.NONE, true, RUN, "m").kind()).isEqualTo("given_history");
        assertThat(Basis.of(KNOWN, OtherAccounts.NONE, false, RUN, "n").kind()).isEqualTo("another_model");
    }
}
