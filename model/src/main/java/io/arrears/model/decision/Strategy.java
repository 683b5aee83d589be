package io.arrears.model.decision;

import io.arrears.model.account.Money;
import io.arrears.model.policy.Digest;
import io.arrears.model.policy.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A strategy file: the arms, what they cost and take, the capacities they share, and the conditions on them. Immutable,
 * thread-safe; serialised as its text and compiled anew where it arrives.
 */
public final class Strategy implements Serializable {
    private final String text;
    private final transient Terms terms;
    private final transient List<StrategyArm> arms;
    private final transient List<Capacity> capacities;
    private final transient Clauses clauses;
    private final transient String digest;
    /** What each arm takes of each capacity, for an account that all of them count. */
    private final transient double[][] uses;

    Strategy(String text, Terms terms, List<StrategyArm> arms, List<Capacity> capacities, Clauses clauses) {
        this.text = text;
        this.terms = terms;
        this.arms = List.copyOf(arms);
        this.capacities = List.copyOf(capacities);
        this.clauses = clauses;
        this.digest = Digest.of(text);
        this.uses = arms.stream()
                .map(arm -> capacities.stream()
                        .mapToDouble(capacity -> capacity.useOf(arm))
                        .toArray())
                .toArray(double[][]::new);
    }

    /**
     * @throws io.arrears.model.policy.PolicyException with every problem of the text
     */
    public static Strategy parse(String yaml) {
        return StrategyReader.read(yaml, "the strategy");
    }

    /**
     * @throws io.arrears.model.policy.PolicyException with every problem of the file
     */
    public static Strategy read(Path file) throws IOException {
        try {
            return StrategyReader.read(Files.readString(file), file.toString());
        } catch (CharacterCodingException e) {
            Problems problems = new Problems();
            problems.add("the text", "no UTF-8", "a strategy file is UTF-8", "save it so");
            problems.throwIfAny(file.toString());
            throw e;
        }
    }

    /** The strategy followed when none is given. */
    public static Strategy standard() {
        try (InputStream in = Strategy.class.getResourceAsStream("default.yaml")) {
            if (in == null) {
                throw new IllegalStateException("default.yaml is missing from the jar: build it anew");
            }
            return StrategyReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), "the default strategy");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return terms.name();
    }

    public Terms terms() {
        return terms;
    }

    public Currency currency() {
        return terms.currency();
    }

    /** Every arm; the first is always {@link StrategyArm#NONE}. */
    public List<StrategyArm> arms() {
        return arms;
    }

    public List<Capacity> capacities() {
        return capacities;
    }

    public List<Eligibility> eligibility() {
        return clauses.eligibility();
    }

    public List<Lever> levers() {
        return clauses.levers();
    }

    /** Names of the rule packs it follows, in order. */
    public List<String> rulePacks() {
        return clauses.rulePacks();
    }

    /** The file as it was read. */
    public String text() {
        return text;
    }

    /** SHA-256 of the text. */
    public String digest() {
        return digest;
    }

    /** Which capacities count contacts of an account: bit k for the k-th. */
    public long members(Situation situation) {
        long members = 0;
        for (int k = 0; k < capacities.size(); k++) {
            members |= capacities.get(k).isAbout(situation) ? 1L << k : 0;
        }
        return members;
    }

    /** Which levers hold for an account: bit i for the i-th. */
    public long leversOf(Situation situation) {
        long held = 0;
        for (int i = 0; i < levers().size(); i++) {
            held |= levers().get(i).when().holds(situation) ? 1L << i : 0;
        }
        return held;
    }

    /** Those of {@code levers} that move an arm. */
    public long leversOn(StrategyArm arm, long levers) {
        long moving = 0;
        for (int i = 0; i < levers().size() && !arm.arm().isNone(); i++) {
            moving |= levers().get(i).arms().matches(arm.arm()) ? levers & 1L << i : 0;
        }
        return moving;
    }

    /**
     * What each arm takes of each capacity, in the order of {@link #arms} and {@link #capacities}.
     *
     * @param members the capacities that count the account's contacts
     */
    public double[][] uses(long members) {
        double[][] taken = new double[arms.size()][capacities.size()];
        for (int j = 0; j < taken.length; j++) {
            for (int k = 0; k < capacities.size(); k++) {
                taken[j][k] = (members >> k & 1) == 0 ? 0 : uses[j][k];
            }
        }
        return taken;
    }

    /** The limits of the capacities for a book with so many accounts past due. */
    Limits limits(long pastDueAccounts) {
        return new Limits(
                capacities.stream()
                        .mapToDouble(capacity -> Math.min(
                                capacity.least().of(pastDueAccounts),
                                capacity.most().of(pastDueAccounts)))
                        .toArray(),
                capacities.stream()
                        .mapToDouble(capacity -> capacity.most().of(pastDueAccounts))
                        .toArray());
    }

    /** Minor units of the strategy's currency per minor unit of {@code other}; empty when the file names no rate. */
    public OptionalDouble findMinorRate(Currency other) {
        if (other.equals(currency())) {
            return OptionalDouble.of(1);
        }
        Double rate = terms.exchangeRates().get(other.getCurrencyCode());
        int shift = Money.decimals(currency()) - Money.decimals(other);
        return rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate * StrictMath.pow(10, shift));
    }

    private Object readResolve() {
        return parse(text);
    }
}
