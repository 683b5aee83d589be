package io.arrears.pipeline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.model.assessment.DecisionLog;
import io.arrears.model.assessment.DecisionRecord;
import io.arrears.model.mart.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded decisions of a home, sound and tampered with. */
final class ReplayJobTest {
    @TempDir
    private Path folder;

    private Home home;
    private RecordedHome recorded;

    @BeforeEach
    void decide() throws IOException {
        home = new Home(folder);
        recorded = RecordedHome.write(home, 20);
    }

    @Test
    void everyRecordReplays() throws IOException {
        assertThat(ReplayJob.run(home, null)).isEqualTo(new ReplaySummary(20, 20, 20, null, end(0)));
    }

    @Test
    void oneRecordReplaysByItsId() throws IOException {
        assertThat(ReplayJob.run(home, recorded.id(7))).isEqualTo(new ReplaySummary(20, 1, 1, null, end(0)));
        assertThat(ReplayJob.run(home, "0".repeat(24)).replayed()).isZero();
    }

    @Test
    void aHomeWithoutRecordsIsWhole() {
        assertThat(ReplayJob.run(new Home(folder.resolve("empty")), null))
                .isEqualTo(new ReplaySummary(0, 0, 0, null, new DecisionLog.End("0".repeat(64), 0)));
    }

    /** The chain stands before each record. */
    private DecisionLog.End end(long tornBytes) throws IOException {
        List<String> lines = Files.readAllLines(recorded.log());
        return new DecisionLog.End(lines.get(19).substring(0, 64), tornBytes);
    }

    @Test
    void whatAKilledServiceLeftOfARecordIsTold() throws IOException {
        Files.writeString(recorded.log(), "5f5f {\"id", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        assertThat(ReplayJob.run(home, null)).isEqualTo(new ReplaySummary(20, 20, 20, null, end(9)));
    }

    /** A forger who chains anew is found by the replay. */
    @Test
    void aForgedAnswerIsNamedByItsFieldAndNotByItsValue() throws IOException {
        Path forged = folder.resolve("forged");
        String answer = recorded.json(7).replaceFirst("\"propensity\":[0-9.]+", "\"propensity\":0.123");
        try (DecisionLog log = DecisionLog.open(forged)) {
            log.append(new DecisionRecord(recorded.id(6), recorded.json(6)));
            log.append(new DecisionRecord(recorded.id(7), answer));
        }
        Files.move(forged.resolve("decisions.log"), recorded.log(), StandardCopyOption.REPLACE_EXISTING);

        ReplaySummary found = ReplayJob.run(home, null);

        assertThat(found.isWhole()).isFalse();
        assertThat(found.same()).isEqualTo(1);
        assertThat(found.first())
                .isEqualTo(new ReplaySummary.Failure(2, recorded.id(7), "it differs in /answer/propensity"));
    }

    /** Whichever batch is done first. */
    @Test
    void theFirstOfSeveralForgedAnswersIsTheOneNamed() throws IOException {
        Home large = new Home(folder.resolve("large"));
        RecordedHome many = RecordedHome.write(large, 300);
        List<DecisionRecord> records = new ArrayList<>();
        for (int i = 0; i < many.size(); i++) {
            boolean forged = i == 140 || i == 141 || i == 299;
            String json = many.json(i);
            records.add(new DecisionRecord(
                    many.id(i), forged ? json.replaceFirst("\"propensity\":[0-9.]+", "\"propensity\":0.123") : json));
        }
        Files.delete(many.log());
        try (DecisionLog log = DecisionLog.open(large.decisions())) {
            log.append(records);
        }

        ReplaySummary found = ReplayJob.run(large, null);

        assertThat(found.replayed()).isEqualTo(300);
        assertThat(found.same()).isEqualTo(297);
        assertThat(found.first())
                .isEqualTo(new ReplaySummary.Failure(141, many.id(140), "it differs in /answer/propensity"));
    }

    @Test
    void oneFlippedBitIsLocatedWhereverItIs() throws IOException {
        byte[] bytes = Files.readAllBytes(recorded.log());
        for (int at = 100; at < bytes.length - 1; at += bytes.length / 9) {
            byte[] flipped = bytes.clone();
            flipped[at] ^= 1;
            Files.write(recorded.log(), flipped);

            assertThatThrownBy(() -> ReplayJob.run(home, null))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("bit 0 of byte %d is flipped".formatted(at));
        }
    }

    @Test
    void aChangedLastRecordIsNoTornTail() throws IOException {
        byte[] bytes = Files.readAllBytes(recorded.log());
        bytes[bytes.length - 5] ^= 1;
        Files.write(recorded.log(), bytes);

        assertThatThrownBy(() -> ReplayJob.run(home, null)).hasMessageContaining("after 19 sound records");
    }

    @Test
    void whatAKilledWriterLeftIsPassedOver() throws IOException {
        Files.write(recorded.log(), "0123 {\"id\"".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);

        assertThat(ReplayJob.run(home, null).same()).isEqualTo(20);
    }

    @Test
    void aMissingStrategyIsToldWithItsDigest() throws IOException {
        Files.delete(home.decisions().resolve("artefacts").resolve(recorded.strategyDigest()));

        ReplaySummary found = ReplayJob.run(home, null);

        assertThat(found.same()).isZero();
        assertThat(String.valueOf(found.first())).contains("strategy with digest " + recorded.strategyDigest());
    }

    @Test
    void aMissingModelIsToldWithItsId() {
        recorded.removeModel();

        assertThat(String.valueOf(ReplayJob.run(home, null).first())).contains("no model '" + RecordedHome.MODEL);
    }
}
