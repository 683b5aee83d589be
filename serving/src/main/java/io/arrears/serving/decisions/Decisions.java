package io.arrears.serving.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.assessment.Assessment;
import io.arrears.model.assessment.Decider;
import io.arrears.model.assessment.DecisionInputs;
import io.arrears.model.assessment.DecisionLog;
import io.arrears.model.assessment.DecisionRecord;
import io.arrears.model.assessment.Explanation;
import io.arrears.model.assessment.Replay;
import io.arrears.model.contact.OtherAccounts;
import io.arrears.model.decision.Decision;
import io.arrears.model.decision.Draws;
import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.serving.book.Book;
import io.arrears.serving.book.ContactLaws;
import io.arrears.serving.http.Json;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import io.arrears.serving.mart.Mart;
import io.arrears.serving.scores.Champion;
import io.arrears.serving.scores.ScoreAnswer;
import io.arrears.serving.scores.Shadow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Decides accounts under the policy in force, records each decision before it is answered, and replays records. */
public final class Decisions implements AutoCloseable {
    private final Policies policies;
    private final Replays replays;
    private final DecisionLog log;
    private final Book book;
    private final ContactLaws laws;
    private final PlannedElsewhere elsewhere;

    private Decisions(Home home, Mart mart, Book book, Champion champion, Shadow shadow) {
        this.book = book;
        this.laws = new ContactLaws(mart);
        this.elsewhere = new PlannedElsewhere(mart, book);
        this.policies = new Policies(home, mart, champion, shadow);
        this.replays = new Replays(home, new ModelRegistry(home.models()));
        this.log = DecisionLog.open(home.decisions());
    }

    /**
     * Opens the record of a home.
     *
     * @throws IllegalStateException when its chain is broken or another service writes it
     */
    public static Decisions open(Home home, Mart mart, Book book, Champion champion, Shadow shadow) {
        return new Decisions(home, mart, book, champion, shadow);
    }

    /**
     * A record with what its replay found.
     *
     * @param replay same, different, wrong_artefact, artefact_missing or unreadable
     * @param detail what differs; empty when nothing does
     */
    record Recorded(String id, String replay, String detail, JsonNode record) {}

    /**
     * Decides an account as it was known: where the plan knew the same, as the plan did.
     *
     * @param given whether the question brought the history
     * @throws ProblemException not_open, no_model or no_strategy
     */
    DecisionAnswer decide(KnownHistory known, boolean given) {
        check(known);
        Policy policy = policies.get();
        Strategy strategy = policy.strategy();
        OtherAccounts debtors = book.others(known);
        Basis basis = Basis.of(
                known, debtors, given, policy.run(), policy.provenance().modelId());
        // The plan settled among a debtor's accounts; an answer that isn't the plan's counts what it promised the
        // others.
        OtherAccounts others = basis.kind().equals(Basis.PLAN) ? debtors : debtors.with(elsewhere.list(known));
        Assessment assessment = policy.assessor().assess(known, others);
        Decider decider = new Decider(strategy);
        Draws draws = decider.draws(assessment);
        Integer planned = basis.kind().equals(Basis.PLAN) ? findException(policy, assessment) : null;
        Decision decision = planned == null
                ? decider.choose(assessment, policy.prices(), draws)
                : decider.choosePlanned(assessment, policy.prices(), draws, planned);
        DecisionRecord record = DecisionRecord.of(
                new DecisionInputs(policy.provenance(), assessment.dossier(), policy.prices(), draws, planned),
                decision);
        log.append(record);
        askShadow(known, others, policy, assessment);
        List<String> explanation = new ArrayList<>(Explanation.of(assessment, decision, strategy, policy.prices()));
        explanation.add(basis.detail());
        return new DecisionAnswer(
                record.id(),
                policy.runId(),
                DecisionAnswer.Followed.of(strategy),
                DecisionAnswer.Choice.of(decision, basis, strategy.currency()),
                explanation,
                ScoreAnswer.of(known, assessment.scores()),
                assessment.options().stream()
                        .map(option -> DecisionAnswer.Option.of(option, strategy.currency()))
                        .toList(),
                DecisionAnswer.Price.all(strategy, policy.prices()),
                laws.list(known, others));
    }

    /** The arm the plan gave against its prices, where it did and the arm is still possible. */
    private static @Nullable Integer findException(Policy policy, Assessment assessment) {
        OptionalInt arm = policy.exceptions().find(assessment.accountId());
        return arm.isPresent() && assessment.values().get(arm.getAsInt()).legal() ? (Integer) arm.getAsInt() : null;
    }

    /** Whether the model in the shadow would choose another arm at the same prices, with the same draws. */
    private void askShadow(KnownHistory known, OtherAccounts others, Policy policy, Assessment own) {
        policies.shadow().decided(known, own.scores(), challenger -> {
            Decider decider = new Decider(policy.strategy());
            Draws draws = decider.draws(own);
            Assessment other = policies.under(challenger, policy).assessor().assess(known, others);
            return !decider.choose(other, policy.prices(), draws)
                    .arm()
                    .equals(decider.choose(own, policy.prices(), draws).arm());
        });
    }

    private static void check(KnownHistory known) {
        if (!known.isOpen()) {
            throw new ProblemException(
                    ProblemCode.NOT_OPEN, "account %s has no open balance, or is sold".formatted(known.id()));
        }
    }

    /**
     * A recorded decision.
     *
     * @throws ProblemException unknown_decision
     */
    Recorded get(String id) {
        String json = log.find(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UNKNOWN_DECISION, "decision ids are those POST /v1/decisions answered"));
        JsonNode record = parse(json);
        return replays.replay(json, record)
                .map(outcome -> recorded(id, outcome, record))
                .orElseGet(() -> new Recorded(
                        id, "artefact_missing", "its model or strategy is not kept any more: restore it", record));
    }

    private static Recorded recorded(String id, Replay.Outcome outcome, JsonNode record) {
        if (outcome instanceof Replay.Outcome.Different different) {
            return new Recorded(id, "different", different.replayed(), record);
        } else if (outcome instanceof Replay.Outcome.WrongArtefact wrong) {
            return new Recorded(id, "wrong_artefact", wrong.artefact() + " is not the recorded one", record);
        } else if (outcome instanceof Replay.Outcome.Unreadable unreadable) {
            return new Recorded(id, "unreadable", unreadable.why(), record);
        }
        return new Recorded(id, "same", "", record);
    }

    private static JsonNode parse(String json) {
        try {
            return Json.parse(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
