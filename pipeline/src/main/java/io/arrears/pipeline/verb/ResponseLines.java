package io.arrears.pipeline.verb;

import io.arrears.model.training.evaluation.Interval;
import io.arrears.model.training.response.ResponseEvaluation;
import io.arrears.model.training.response.TrainedResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the response to contact was learned, in lines. */
final class ResponseLines {
    private ResponseLines() {}

    static List<String> of(TrainedResponse response) {
        ResponseEvaluation evaluation = response.evaluation();
        List<String> lines = new ArrayList<>();
        lines.add("  response to contact: learned from %,d logged decisions"
                .formatted(response.model().coefficients().rows()));
        lines.add("    judged on %,d decisions about %,d accounts, each by a fit that saw none of the account's"
                .formatted(evaluation.decisions(), evaluation.accounts()));
        for (ResponseEvaluation.Figure figure : evaluation.learners()) {
            lines.add("    %s on %,d: log loss %.5f, below no effect by %s%s   %s"
                    .formatted(
                            figure.decisions() == evaluation.decisions()
                                            && figure.learner().equals(evaluation.chosen())
                                    ? "*"
                                    : " ",
                            figure.decisions(),
                            figure.logLoss(),
                            interval(figure.gain(), 5),
                            worth(figure.policy()),
                            figure.learner()));
        }
        ResponseEvaluation.Policy policy = evaluation.policy();
        if (policy != null) {
            lines.add("    payments per decision, doubly robust: logged %s, none %s, best constant arm %s, response %s"
                    .formatted(
                            interval(policy.logged(), 4),
                            interval(policy.none(), 4),
                            interval(policy.constant(), 4),
                            interval(policy.response(), 4)));
            lines.add("    AUUC %s, Qini %s".formatted(interval(policy.auuc(), 4), interval(policy.qini(), 4)));
        }
        evaluation
                .amounts()
                .forEach((action, ratio) ->
                        lines.add("    amount per payment after %s against leaving alone: %s, believed %.3f"
                                .formatted(
                                        action,
                                        interval(ratio, 3),
                                        response.model()
                                                .coefficients()
                                                .consequences()
                                                .cashFactors()
                                                .getOrDefault(action, 1.0))));
        lines.add("    " + evaluation.verdict());
        return lines;
    }

    private static String worth(ResponseEvaluation.@Nullable Policy policy) {
        return policy == null
                ? ""
                : ", AUUC %s, over the best constant arm %s"
                        .formatted(interval(policy.auuc(), 4), interval(policy.overConstant(), 4));
    }

    private static String interval(Interval interval, int places) {
        String number = "%." + places + "f";
        return (number + " [" + number + ", " + number + "]")
                .formatted(interval.value(), interval.low(), interval.high());
    }
}
