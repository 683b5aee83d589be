package io.arrears.model.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.arrears.model.account.Arm;
import io.arrears.model.policy.Digest;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The response of debtors to contact: {@code p(pay | arm) = alone + reach · (reached - alone)}, where {@code alone} is
 * the base score moved by an intercept and a slope, {@code reached} the same with the arm's effect added on the log-odds
 * scale, and {@code reach} the probability of meeting the right party on channels where nothing else counts, 1 on the
 * others. Deterministic across machines (StrictMath), immutable, thread-safe; serialised as its JSON.
 */
public final class ResponseModel implements Serializable {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    /** Above this share of an arm's effect that its own belief moves, the effect is called assumed. */
    private static final double MOSTLY_BELIEF = 0.5;

    private final String json;
    private final @Nullable Strategy strategy;
    private final transient ResponseCoefficients found;
    private final transient Map<Arm, ArmResponse> arms;
    private final transient ReachTable reach;
    private final transient double intercept;
    private final transient double slope;

    private ResponseModel(String json, @Nullable Strategy strategy) {
        this.json = json;
        this.strategy = strategy;
        this.found = read(json);
        this.reach = found.reach().table();
        SortedMap<String, Double> shifted = new TreeMap<>(found.effects());
        shifted.put(ResponseCoefficients.INTERCEPT, found.intercept());
        shifted.put(ResponseCoefficients.SLOPE, found.slope());
        List<StrategyArm> wanted = strategy == null ? List.of() : strategy.arms();
        for (StrategyArm arm : wanted) {
            Double belief = arm.assumedEffect();
            if (belief != null) {
                gainsOf(arm.arm()).forEach((term, gain) -> shifted.merge(term, gain * belief, Double::sum));
            }
        }
        this.intercept = shifted.getOrDefault(ResponseCoefficients.INTERCEPT, 0.0);
        this.slope = shifted.getOrDefault(ResponseCoefficients.SLOPE, 1.0);
        this.arms = new HashMap<>();
        for (StrategyArm arm : wanted) {
            arms.put(arm.arm(), new ArmResponse(arm.arm(), found, shifted, isMostlyBelief(arm.arm())));
        }
    }

    /** A model of coefficients that were found, without any strategy's beliefs. */
    public static ResponseModel of(ResponseCoefficients found) {
        return new ResponseModel(write(found), null);
    }

    /** What is believed before any log is seen: contact changes nothing unless a strategy assumes it does. */
    public static ResponseModel unlearned(ResponsePriors priors) {
        return of(new ResponseCoefficients(
                0,
                0,
                1,
                new TreeMap<>(),
                new TreeMap<>(),
                priors.gated(),
                ReachRates.believed(priors),
                new Consequences(new TreeMap<>(), priors.complaints())));
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException when it is no such JSON
     */
    public static ResponseModel fromJson(String json) {
        return new ResponseModel(json, null);
    }

    /**
     * This model ready for the arms of a strategy, with its assumed effects as prior means: a belief moves an arm as far
     * as the log left it free.
     */
    public ResponseModel under(Strategy strategy) {
        return new ResponseModel(json, strategy);
    }

    /**
     * @throws IllegalArgumentException when {@code arm} isn't one of the strategy's
     */
    public Response respond(Arm arm, ResponseContext context) {
        double aloneLogOdds = intercept + slope * ResponseTerms.logit(context.basePayProbability());
        if (arm.isNone()) {
            return new Response(Double.NaN, ResponseTerms.logistic(aloneLogOdds), 1, 0, false);
        }
        ArmResponse response = arms.get(arm);
        if (response == null) {
            throw new IllegalArgumentException("the response model wasn't made ready for arm %s: call under(strategy)".formatted(arm));
        }
        return response.respond(aloneLogOdds, context, reach.probability(arm.channel(), arm.window(), context));
    }

    private SortedMap<String, Double> gainsOf(Arm arm) {
        SortedMap<String, Double> gains = found.gains().get(arm.toString());
        return gains == null ? new TreeMap<>(Map.of(ResponseTerms.armName(arm), 1.0)) : gains;
    }

    private boolean isMostlyBelief(Arm arm) {
        SortedMap<String, Double> gains = gainsOf(arm);
        double own = gains.getOrDefault(ResponseTerms.armName(arm), 0.0)
                + gains.getOrDefault("action:" + arm.action(), 0.0)
                + gains.getOrDefault("channel:" + arm.channel().code(), 0.0)
                + gains.getOrDefault("window:" + arm.window().code(), 0.0);
        return own > MOSTLY_BELIEF;
    }

    public ResponseCoefficients coefficients() {
        return found;
    }

    /** As stored in {@code response.json}; without beliefs, which stay in the strategy. */
    public String toJson() {
        return json;
    }

    /** SHA-256 of the stored JSON. */
    public String digest() {
        return Digest.of(json);
    }

    private static String write(ResponseCoefficients found) {
        try {
            return JSON.writeValueAsString(found);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("response model can't be written", e);
        }
    }

    private static ResponseCoefficients read(String json) {
        try {
            return JSON.readValue(json, ResponseCoefficients.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "response.json can't be read: %s; train anew".formatted(e.getOriginalMessage()), e);
        }
    }

    private Object readResolve() {
        return new ResponseModel(json, strategy);
    }
}
