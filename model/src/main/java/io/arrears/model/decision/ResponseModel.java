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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The response of debtors to contact: {@code p(pay | arm) = alone + reach · (reached - alone)}, where {@code alone} is
 * the base score moved by an intercept and a slope, {@code reached} the same with the arm's effect added on the log-odds
 * scale, and {@code reach} the probability of meeting the right party on channels where nothing else counts, 1 on the
 * others. Who is reached may pay better or worse anyway: a channel's selection moves the log-odds of those reached. The
 * effect is a sum of terms ({@link ResponseTerms}) or told by trees ({@link EffectForests}). Deterministic across
 * machines (StrictMath), immutable, thread-safe; serialised as its JSON.
 */
public final class ResponseModel implements Serializable {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final String json;
    private final @Nullable Strategy strategy;
    private final transient String digest;
    private final transient ResponseCoefficients found;
    private final transient Map<Arm, ArmResponse> arms;
    private final transient ReachTable reach;

    private ResponseModel(String json, @Nullable Strategy strategy) {
        this.json = json;
        this.strategy = strategy;
        this.digest = Digest.of(json);
        this.found = read(json);
        this.reach = found.reach().table();
        this.arms = new HashMap<>();
        EffectForests forests = found.forests();
        ForestEffect trees = forests == null || strategy == null ? null : new ForestEffect(forests);
        List<StrategyArm> wanted = strategy == null ? List.of() : strategy.arms();
        for (StrategyArm arm : wanted) {
            arms.put(arm.arm(), new ArmResponse(arm, found, trees));
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
                ResponseCoefficients.Alone.AS_SCORED,
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                null,
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
     * This model ready for the arms of a strategy, with its assumed effects: a belief counts for an arm by the share of
     * uncertainty the log left it.
     */
    public ResponseModel under(Strategy strategy) {
        return new ResponseModel(json, strategy);
    }

    /**
     * @throws IllegalArgumentException when {@code arm} isn't one of the strategy's
     */
    public Response respond(Arm arm, ResponseContext context) {
        double aloneLogOdds = found.alone().logOdds(context.basePayProbability());
        if (arm.isNone()) {
            return new Response(Double.NaN, ResponseTerms.logistic(aloneLogOdds), 1, 0, false);
        }
        ArmResponse response = arms.get(arm);
        if (response == null) {
            throw new IllegalArgumentException(
                    "the response model wasn't made ready for arm %s: call under(strategy)".formatted(arm));
        }
        return response.respond(aloneLogOdds, context, reach.probability(arm.channel(), arm.window(), context));
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
        return digest;
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
