package io.arrears.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.model.decision.Decision;
import io.arrears.model.decision.Draws;
import io.arrears.model.decision.Prices;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayTest {
    private static final String STRATEGY = """
            strategy: replay
            arms:
              - {action: reminder, channel: email, cost: 0.02, assumed_effect: 0.10}
              - {action: reminder, channel: call, window: evening, cost: 4.50, assumed_effect: 0.8}
            capacities: {call: 10}
            exploration: {holdout_share: 0.1, floor: 0.05}
            """;
    private static final List<String> CASES = List.of(
            Desk.LATE,
            Desk.LATE + "flag 2026-03-01 attorney",
            Desk.LATE + "promise 2026-03-12 100.00",
            Desk.LATE + "contact 2026-03-08T09:00:00Z call voicemail\ncontact 2026-03-07T09:00:00Z call refusal",
            Desk.LATE.replace("EUR", "USD"),
            Desk.LATE.replace("Europe/Berlin", ""));

    @TempDir
    private Path folder;

    private Path file;
    private Desk desk;
    private Replay replay;
    private final List<DecisionRecord> written = new ArrayList<>();

    @BeforeEach
    void writeRecords() throws Exception {
        file = folder.resolve("decisions.log");
        desk = Desk.of(STRATEGY);
        replay = new Replay(Desk.FEATURES.schema(), Desk::score, Desk.RESPONSE, desk.strategy);
        try (DecisionLog log = DecisionLog.open(folder)) {
            for (int i = 0; i < 60; i++) {
                written.add(record(i));
                log.append(written.get(i));
            }
        }
    }

    private DecisionRecord record(int i) {
        Assessment assessment = desk.assess(CASES.get(i % CASES.size()));
        Prices prices = Prices.of(i * 10.0 / 3);
        Draws draws = new Draws(i / 60.0, (i * 7 % 60) / 60.0, (i * 11 % 60) / 60.0);
        Integer planned = i % 4 == 0 ? Integer.valueOf(0) : null;
        Decision decision = planned == null
                ? desk.decider.choose(assessment, prices, draws)
                : desk.decider.choosePlanned(assessment, prices, draws, planned);
        return DecisionRecord.of(
                new DecisionInputs(desk.assessor.provenance(assessment), assessment.dossier(), prices, draws, planned),
                decision);
    }

    @Test
    void everyRecordReplaysToTheByte() throws Exception {
        List<Replay.Outcome> outcomes = new ArrayList<>();
        DecisionLog.readAll(folder, record -> outcomes.add(replay.replay(record)));
        assertThat(outcomes).hasSize(60).allMatch(Replay.Outcome.Same.class::isInstance);
    }

    @Test
    void anotherAnswerIsFound() {
        String forged = written.get(1).json().replace("\"arm\":\"none/none/any\"", "\"arm\":\"reminder/email/any\"");
        assertThat(replay.replay(forged)).isInstanceOf(Replay.Outcome.Different.class);
    }

    @Test
    void anotherStrategyIsNamed() {
        Desk other = Desk.of(STRATEGY + "complaint_cost: 1\n");
        Replay.Outcome outcome = new Replay(Desk.FEATURES.schema(), Desk::score, Desk.RESPONSE, other.strategy)
                .replay(written.get(0).json());
        assertThat(((Replay.Outcome.WrongArtefact) outcome).artefact()).isEqualTo("strategy");
    }

    @Test
    void aRecordThatCannotBeReadIsToldAndTheOthersReplay() {
        RecordReader reader = new RecordReader();
        List<RecordedDecision> records = List.of(
                reader.read(written.get(0).json()),
                reader.read(
                        written.get(1).json().replace("\"account.currency\":\"EUR\"", "\"account.currency\":\"EURO\"")),
                reader.read(written.get(2).json().replace("\"prices_minor\":[", "\"prices_minor\":[1.0,")),
                reader.read(written.get(3).json()));
        List<Replay.Outcome> outcomes = replay.replayAll(records);
        assertThat(outcomes.get(0))
                .isEqualTo(new Replay.Outcome.Same(written.get(0).id()));
        assertThat(outcomes.get(1)).isInstanceOf(Replay.Outcome.Unreadable.class);
        assertThat(outcomes.get(2)).isInstanceOf(Replay.Outcome.Unreadable.class);
        assertThat(outcomes.get(3))
                .isEqualTo(new Replay.Outcome.Same(written.get(3).id()));
    }

    @Test
    void whatIsNoRecordIsRefusedWithTheReason() {
        String json = written.get(4).json();
        refused(json.replace("\"verdicts\"", "\"others\""), "lacks verdicts");
        refused(json.replace("\"as_of\":\"2026", "\"as_of\":\"someday"), "someday");
        refused(json.replace("\"vector\":[", "\"vector\":[\"x\","), "can't be read");
        refused(json.replace("\"verdicts\":[", "\"verdicts\":7,\"others\":["), "has no [ at /inputs/verdicts");
        refused(json.substring(0, json.length() / 2), "can't be read");
    }

    private static void refused(String record, String why) {
        assertThatThrownBy(() -> new RecordReader().read(record))
                .isInstanceOf(IllegalArgumentException.class)
                .hasStackTraceContaining(why);
    }

    @Test
    void oneFlippedBitIsLocated() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int found = 0;
        for (int i = 0; i < bytes.length - 1; i += bytes.length / 60) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= 1;
            Files.write(file, flipped);
            int lineStart = text.lastIndexOf('\n', i - 1) + 1;
            assertThatThrownBy(this::readAll)
                    .as("bit at %d", i)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("damaged at byte %d,".formatted(lineStart))
                    .hasMessageContaining("bit 0 of byte %d is flipped".formatted(i));
            found++;
        }
        assertThat(found).isGreaterThan(50);
    }

    @Test
    void aFlippedBitIsNamedWithItsFieldAndDecision() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int third = text.indexOf('\n', text.indexOf('\n') + 1) + 1;
        String id = written.get(2).id();
        flipped(bytes, text.indexOf("\"propensity\":", third) + 14, "/answer/propensity of decision " + id);
        flipped(bytes, text.indexOf("\"as_of\":", third) + 10, "/inputs/as_of of decision " + id);
        flipped(bytes, third + 7, "chain of decision " + id);
        flipped(bytes, third + 64, "chain of decision " + id);
        flipped(bytes, third - 1, "decision " + written.get(1).id());
        flipped(bytes, bytes.length - 4, "decision " + written.get(59).id());
    }

    /** Neither a reader nor the next writer takes it for a torn tail. */
    private void flipped(byte[] bytes, int at, String told) throws Exception {
        byte[] wrong = bytes.clone();
        wrong[at] ^= 4;
        Files.write(file, wrong);
        assertThatThrownBy(this::readAll)
                .hasMessageContaining("bit 2 of byte " + at)
                .hasMessageContaining(told);
        assertThatThrownBy(() -> DecisionLog.open(folder)).hasMessageContaining(told);
        assertThat(Files.size(file)).isEqualTo(bytes.length);
    }

    @Test
    void twoFlippedBitsAreToldByTheirLine() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[200] ^= 1;
        bytes[300] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(this::readAll)
                .hasMessageContaining("damaged at byte 0, after 0 sound records: the next line does not follow it");
    }

    @Test
    void recordsAppendedTogetherAreThoseAppendedOneByOne() throws Exception {
        Path other = folder.resolve("together");
        try (DecisionLog log = DecisionLog.open(other)) {
            log.append(written.subList(0, 30));
            log.append(written);
            assertThat(log.find(written.get(17).id())).contains(written.get(17).json());
            assertThat(log.find(written.get(59).id())).contains(written.get(59).json());
        }
        assertThat(other.resolve("decisions.log")).hasSameBinaryContentAs(file);
    }

    @Test
    void aTailCutByACrashIsDroppedAndTheChainGoesOn() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        int lastLine = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf('\n', bytes.length - 2) + 1;
        for (int length : new int[] {bytes.length - 1, lastLine + 5, lastLine, 3, 0}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            try (DecisionLog log = DecisionLog.open(folder)) {
                log.append(written.get(59));
            }
            assertThat(readAll()).hasSize(length >= lastLine ? 60 : 1);
        }
    }

    @Test
    void aMissingRecordBreaksTheChain() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(10);
        Files.write(file, lines);
        assertThatThrownBy(this::readAll)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after 10 sound records");
    }

    private List<String> readAll() {
        List<String> records = new ArrayList<>();
        DecisionLog.readAll(folder, records::add);
        return records;
    }
}
