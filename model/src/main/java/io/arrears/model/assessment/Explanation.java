package io.arrears.model.assessment;

import io.arrears.model.account.Arm;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.Money;
import io.arrears.model.contact.Verdict;
import io.arrears.model.decision.ArmValue;
import io.arrears.model.decision.Capacity;
import io.arrears.model.decision.Decision;
import io.arrears.model.decision.HoldReason;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.Standing;
import io.arrears.model.decision.Strategy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A decision in plain sentences, for the collector who acts on it. */
public final class Explanation {
    private static final int MOST_BLOCKED = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    /** Of the size of a payment: smaller ones are not worth words. */
    private static final double LEAST_DIFFERENCE = 0.001;

    private final Assessment assessment;
    private final Decision decision;
    private final Strategy strategy;
    private final Prices prices;

    private Explanation(Assessment assessment, Decision decision, Strategy strategy, Prices prices) {
        this.assessment = assessment;
        this.decision = decision;
        this.strategy = strategy;
        this.prices = prices;
    }

    /**
     * What to do, why, what it is worth, the runner-up, which prices and rules took better arms away, what would change
     * the answer, and what the score rests on.
     *
     * @param prices at which it was decided
     */
    public static List<String> of(Assessment assessment, Decision decision, Strategy strategy, Prices prices) {
        Explanation explanation = new Explanation(assessment, decision, strategy, prices);
        List<String> sentences = new ArrayList<>();
        sentences.add(explanation.answer());
        explanation.addWorth(sentences);
        explanation.addRunnerUp(sentences);
        explanation.addPriced(sentences);
        explanation.addBlocked(sentences);
        explanation.addChanges(sentences);
        assessment.scores().reasons().forEach(reason -> sentences.add("Score: " + reason.text() + "."));
        return sentences;
    }

    private String answer() {
        if (decision instanceof Decision.Contact contact) {
            return "%s between %s and %s."
                    .formatted(
                            capital(words(contact.arm())),
                            time(contact.slot().notBefore()),
                            time(contact.slot().notAfter()));
        }
        return decision instanceof Decision.Hold hold ? "Leave this account alone: %s.".formatted(words(hold)) : "";
    }

    private String words(Decision.Hold hold) {
        return switch (hold.reason()) {
            case HOLDOUT -> "it belongs to the permanent comparison group that is never contacted";
            case EXPLORATION -> "chance chose it for comparison today";
            case BLOCKED -> "nothing may be done now (%s)".formatted(hold.detail());
            case NOT_WORTH_IT -> "no contact is expected to bring in more than it costs";
            case CAPACITY ->
                "today's capacity brings in more on other accounts, or the debtor is contacted on another of theirs";
            case NO_EXCHANGE_RATE -> "the strategy has %s".formatted(hold.detail());
        };
    }

    private void addWorth(List<String> sentences) {
        if (!(decision instanceof Decision.Contact)) {
            return;
        }
        ArmValue chosen = value(decision.arm());
        ArmValue alone = assessment.values().get(0);
        sentences.add(
                "It is expected to bring %s more than leaving the account alone, after its cost of %s: the chance of a payment in %d days goes from %s to %s%s."
                        .formatted(
                                money(chosen.netValueMinor()),
                                money(chosen.costMinor()),
                                strategy.terms().horizonDays(),
                                percent(alone.pPay30d()),
                                percent(chosen.pPay30d()),
                                amount(chosen, alone)));
        Standing standing = decision.standing();
        if (standing.pricePaidMinor() > 0) {
            sentences.add(
                    "It takes capacity that is worth %s elsewhere today.".formatted(money(standing.pricePaidMinor())));
        } else if (standing.pricePaidMinor() < 0) {
            sentences.add("The strategy demands a minimum of such contacts, which counts for %s."
                    .formatted(money(-standing.pricePaidMinor())));
        }
        if (chosen.assumed()) {
            sentences.add("Its effect is assumed by the strategy: the log has too few such contacts to tell.");
        }
        if (standing.runnerUpGapMinor() < 0) {
            boolean byChance =
                    standing.propensity() <= strategy.terms().exploration().floor() * (1 + 1e-9);
            sentences.add(
                    byChance
                            ? "Chance chose it, so that the next models can learn."
                            : "The plan chose it to keep to its capacities and to what the law leaves to the debtor's accounts"
                                    + " together, or to use up what was left.");
        }
    }

    /** How a payment's size is expected to differ, where that can be told in words. */
    private static String amount(ArmValue chosen, ArmValue alone) {
        double more =
                chosen.expectedCash30dMinor() / chosen.pPay30d() / (alone.expectedCash30dMinor() / alone.pPay30d()) - 1;
        return Math.abs(more) < LEAST_DIFFERENCE || Double.isNaN(more)
                ? ""
                : ", and a payment, when one comes, is expected to be %s %s"
                        .formatted(percent(Math.abs(more)), more > 0 ? "larger" : "smaller");
    }

    private void addRunnerUp(List<String> sentences) {
        Standing standing = decision.standing();
        Arm runnerUp = standing.runnerUp();
        if (runnerUp != null && standing.runnerUpGapMinor() >= 0) {
            sentences.add("Next best: %s, %s behind.".formatted(words(runnerUp), money(standing.runnerUpGapMinor())));
        }
    }

    /** The arm that would be worth most if capacity were free, when that isn't the answer. */
    private void addPriced(List<String> sentences) {
        Ranking free = new Ranking(assessment, strategy, Prices.free(strategy));
        Ranking priced = new Ranking(assessment, strategy, prices);
        int best = free.best();
        if (best == 0 || !isByValue() || free.arm(best).equals(decision.arm()) || priced.best() == best) {
            return;
        }
        double[] uses = strategy.uses(strategy.members(assessment.dossier().situation()))[best];
        List<String> parts = new ArrayList<>();
        for (int k = 0; k < uses.length; k++) {
            double price = prices.perUnit().get(k);
            if (uses[k] * price != 0) {
                Capacity capacity = strategy.capacities().get(k);
                parts.add("%s of %s at %s"
                        .formatted(
                                new BigDecimal(uses[k])
                                        .round(new MathContext(6))
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                capacity.name(),
                                fine(price)));
            }
        }
        sentences.add("Worth more if capacity were free: %s (%s); it takes %s."
                .formatted(words(free.arm(best)), money(free.netValueMinor(best)), String.join(", ", parts)));
    }

    /** Whether neither chance nor the plan's repairs chose. */
    private boolean isByValue() {
        Ranking ranking = new Ranking(assessment, strategy, prices);
        boolean settled = decision instanceof Decision.Hold hold
                && (hold.reason() == HoldReason.HOLDOUT || hold.reason() == HoldReason.EXPLORATION);
        return !settled && ranking.arm(ranking.best()).equals(decision.arm());
    }

    private void addChanges(List<String> sentences) {
        if (!isByValue()) {
            return;
        }
        for (Counterfactual found : Counterfactual.list(assessment, strategy, prices)) {
            sentences.add("It would be %s if %s.".formatted(words(found.then()), words(found.change())));
        }
    }

    private String words(Change change) {
        if (change instanceof Change.Price price) {
            return "one more of %s were worth %s elsewhere instead of %s"
                    .formatted(
                            strategy.capacities().get(price.capacity()).name(),
                            fine(price.priceMinor()),
                            fine(prices.perUnit().get(price.capacity())));
        } else if (change instanceof Change.Permission permission) {
            return "that were possible now (%s)"
                    .formatted(value(permission.arm()).blockedBy());
        }
        Change.Worth worth = (Change.Worth) change;
        return "that brought %s more".formatted(fine(worth.moreMinor()));
    }

    /** Arms that would have been worth more, the best first. */
    private void addBlocked(List<String> sentences) {
        double chosen = Math.max(0, decision.standing().netValueMinor());
        assessment.options().stream()
                .filter(option -> !option.value().legal() && option.value().netValueMinor() > chosen)
                .sorted(Comparator.comparingDouble(
                        (ArmOption option) -> -option.value().netValueMinor()))
                .limit(MOST_BLOCKED)
                .forEach(option -> sentences.add("Worth more but not possible: %s (%s), because of %s%s."
                        .formatted(
                                words(option.value().arm()),
                                money(option.value().netValueMinor()),
                                option.value().blockedBy(),
                                next(option.verdict()))));
    }

    private String next(Verdict verdict) {
        Instant next = verdict instanceof Verdict.Blocked blocked ? blocked.earliestNext() : null;
        return next == null ? "" : ", possible again from " + time(next);
    }

    private ArmValue value(Arm arm) {
        return assessment.values().stream()
                .filter(value -> value.arm().equals(arm))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "arm %s isn't one of strategy %s: explain a decision with its own assessment"
                                .formatted(arm, strategy.name())));
    }

    private static String words(Arm arm) {
        if (arm.isNone()) {
            return "leaving the account alone";
        }
        String window = arm.window() == ContactWindow.ANY
                ? ""
                : " in the " + arm.window().code();
        return "%s by %s%s"
                .formatted(arm.action().replace('_', ' '), arm.channel().code(), window);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String money(double minor) {
        return Money.decimal(minor, strategy.currency()).toPlainString() + " "
                + strategy.currency().getCurrencyCode();
    }

    /** To a hundredth of a minor unit. */
    private String fine(double minor) {
        return BigDecimal.valueOf(minor)
                        .movePointLeft(Money.decimals(strategy.currency()))
                        .setScale(Money.decimals(strategy.currency()) + 2, RoundingMode.HALF_EVEN)
                        .toPlainString()
                + " " + strategy.currency().getCurrencyCode();
    }

    private static String percent(double probability) {
        return "%.1f %%".formatted(100 * probability);
    }

    /** In the debtor's first zone; UTC when unknown. */
    private String time(Instant instant) {
        Object zones = assessment.dossier().situation().values().get("account.time_zone");
        ZoneId zone =
                zones == null ? ZoneId.of("UTC") : ZoneId.of(zones.toString().split(";", 2)[0]);
        return TIME.format(instant.atZone(zone)) + " (" + zone.getId() + ")";
    }
}
