package io.arrears.model.training.response;

import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.decision.Reach;
import io.arrears.model.decision.Response;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.ResponseTraits;
import io.arrears.model.decision.Strategy;
import io.arrears.model.decision.StrategyArm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Writes golden {@code response.json} files with what they answer: {@code java -cp <test class path>
 * io.arrears.model.training.response.GoldenResponse src/test/resources/artefacts/response KIND...}. What stands there is
 * never written again.
 */
final class GoldenResponse {
    static final Strategy STRATEGY = Strategy.parse("""
            strategy: golden
            arms:
              - {action: reminder, channel: call, window: evening, cost: 3, assumed_effect: 0.4}
              - {action: reminder, channel: email, cost: 0.02}
              - {action: reminder, channel: letter, cost: 1}
              - {action: plan_offer, channel: letter, cost: 1, assumed_effect: 0.2}
            """);

    private static final int CONTEXTS = 20;

    private GoldenResponse() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (String name : List.of(args).subList(1, args.length)) {
            Path file = folder.resolve(name + ".json");
            if (Files.exists(file)) {
                throw new IllegalArgumentException(file + " is there already: golden artefacts are kept for ever");
            }
            LearnerKind kind = LearnerKind.valueOf(name);
            List<ResponseRow> rows =
                    kind.byTrees() ? ForestFitTest.log(6000, 8) : new SyntheticLog(8, 1.5, 0.3).rows(6000);
            ResponseModel model = ResponseTrainer.learnedBy(kind, rows);
            Files.writeString(file, model.toJson());
            Files.write(folder.resolve(name + ".csv"), answers(model));
        }
    }

    /** One line per context and arm. */
    static List<String> answers(ResponseModel stored) {
        ResponseModel model = stored.under(STRATEGY);
        Random random = new Random(1);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < CONTEXTS; i++) {
            ResponseContext context = context(random);
            for (StrategyArm arm : STRATEGY.arms()) {
                Response response = model.respond(arm.arm(), context);
                lines.add("%d,%s,%s,%s,%s,%s,%s"
                        .formatted(
                                i,
                                arm.arm(),
                                response.pReach(),
                                response.pPay(),
                                response.cashFactor(),
                                response.pComplaint(),
                                response.assumed()));
            }
        }
        return lines;
    }

    private static ResponseContext context(Random random) {
        List<@Nullable Double> traits = new ArrayList<>();
        for (int i = 0; i < ResponseTraits.FEATURES.size(); i++) {
            traits.add(random.nextInt(4) == 0 ? null : (double) random.nextInt(11));
        }
        int attempts = random.nextInt(6);
        return new ResponseContext(
                random.nextDouble(),
                random.nextInt(150),
                ReceivableType.values()[random.nextInt(ReceivableType.values().length)],
                random.nextInt(3),
                random.nextInt(3),
                attempts == 0
                        ? List.of()
                        : List.of(
                                new Reach(Channel.CALL, ContactWindow.EVENING, attempts, random.nextInt(attempts + 1))),
                traits);
    }
}
