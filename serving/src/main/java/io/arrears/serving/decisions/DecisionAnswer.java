package io.arrears.serving.decisions;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.arrears.model.account.Arm;
import io.arrears.model.account.Money;
import io.arrears.model.assessment.ArmOption;
import io.arrears.model.contact.Slot;
import io.arrears.model.contact.Verdict;
import io.arrears.model.decision.ArmValue;
import io.arrears.model.decision.Capacity;
import io.arrears.model.decision.Decision;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.Standing;
import io.arrears.model.decision.Strategy;
import io.arrears.serving.book.ContactLaws;
import io.arrears.serving.scores.ScoreAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as answered; money of the choice, options and prices in the strategy's currency.
 *
 * @param id under which it is recorded
 * @param explanation in sentences, for the collector
 * @param options every arm of the strategy, in its order
 * @param contactLaw every channel with its earliest next legal contact
 */
record DecisionAnswer(
        String id,
        String runId,
        Followed strategy,
        Choice choice,
        List<String> explanation,
        ScoreAnswer scores,
        List<Option> options,
        List<Price> prices,
        List<ContactLaws.ChannelStanding> contactLaw) {
    /** Under which strategy. */
    record Followed(String name, String digest, String currency) {
        static Followed of(Strategy strategy) {
            return new Followed(
                    strategy.name(), strategy.digest(), strategy.currency().getCurrencyCode());
        }
    }

    /**
     * What to do.
     *
     * @param slot when; absent when the account is left alone
     * @param hold why it is left alone; absent when it is contacted
     * @param basis whether it is the plan's choice, and if not, why
     */
    record Choice(
            ArmCode arm, @Nullable Window slot, @Nullable Hold hold, Rank rank, Basis basis) {
        static Choice of(Decision decision, Basis basis, Currency currency) {
            Rank rank = Rank.of(decision.standing(), currency);
            if (decision instanceof Decision.Contact contact) {
                return new Choice(ArmCode.of(contact.arm()), Window.of(contact.slot()), null, rank, basis);
            }
            Decision.Hold hold = (Decision.Hold) decision;
            return new Choice(
                    ArmCode.of(hold.arm()), null, new Hold(hold.reason().code(), hold.detail()), rank, basis);
        }
    }

    /** Action, channel and window. */
    record ArmCode(String action, String channel, String window) {
        static ArmCode of(Arm arm) {
            return new ArmCode(arm.action(), arm.channel().code(), arm.window().code());
        }
    }

    /** A stretch of time in which the contact is legal. */
    record Window(Instant notBefore, Instant notAfter) {
        static Window of(Slot slot) {
            return new Window(slot.notBefore(), slot.notAfter());
        }
    }

    /** Why an account is left alone. */
    record Hold(String reason, String detail) {}

    /** How the choice stands against the others. */
    record Rank(
            @Nullable BigDecimal netValue,
            @Nullable BigDecimal pricePaid,
            double propensity,
            @Nullable ArmCode runnerUp,
            @Nullable BigDecimal runnerUpGap) {
        static Rank of(Standing standing, Currency currency) {
            Arm runnerUp = standing.runnerUp();
            return new Rank(
                    amount(standing.netValueMinor(), currency),
                    amount(standing.pricePaidMinor(), currency),
                    standing.propensity(),
                    runnerUp == null ? null : ArmCode.of(runnerUp),
                    runnerUp == null ? null : amount(standing.runnerUpGapMinor(), currency));
        }
    }

    /**
     * An arm as it stands for the account.
     *
     * @param blockedBy rule or condition; absent when it may be chosen
     * @param slot when it would be legal; absent when it is not
     */
    record Option(
            ArmCode arm,
            @Nullable String blockedBy,
            @Nullable String citation,
            @Nullable Instant earliestNext,
            @Nullable Window slot,
            Worth worth) {
        static Option of(ArmOption option, Currency currency) {
            ArmValue value = option.value();
            Worth worth = Worth.of(value, currency);
            if (option.verdict() instanceof Verdict.Allowed allowed) {
                return new Option(
                        ArmCode.of(value.arm()), value.blockedBy(), null, null, Window.of(allowed.slot()), worth);
            }
            Verdict.Blocked blocked = (Verdict.Blocked) option.verdict();
            return new Option(
                    ArmCode.of(value.arm()),
                    value.blockedBy(),
                    blocked.citation(),
                    blocked.earliestNext(),
                    null,
                    worth);
        }
    }

    /** What choosing an arm is worth. */
    record Worth(
            @JsonProperty("p_reach") @Nullable Double pReach,
            @JsonProperty("p_pay_30d") double pPay30d,
            @JsonProperty("expected_cash_30d") @Nullable BigDecimal expectedCash30d,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal netValue,
            boolean assumed) {
        static Worth of(ArmValue value, Currency currency) {
            return new Worth(
                    Double.isFinite(value.pReach()) ? (Double) value.pReach() : null,
                    value.pPay30d(),
                    amount(value.expectedCash30dMinor(), currency),
                    amount(value.costMinor(), currency),
                    amount(value.netValueMinor(), currency),
                    value.assumed());
        }
    }

    /** What one unit of a capacity is worth. */
    record Price(String capacity, String unit, @Nullable BigDecimal price) {
        static List<Price> all(Strategy strategy, Prices prices) {
            List<Price> all = new ArrayList<>();
            for (int i = 0; i < strategy.capacities().size(); i++) {
                Capacity capacity = strategy.capacities().get(i);
                all.add(new Price(
                        capacity.name(),
                        capacity.unit(),
                        amount(prices.perUnit().get(i), strategy.currency())));
            }
            return all;
        }
    }

    /** Absent where it is not defined, e.g. without an exchange rate. */
    private static @Nullable BigDecimal amount(double minor, Currency currency) {
        return Double.isFinite(minor) ? Money.decimal(minor, currency) : null;
    }
}
