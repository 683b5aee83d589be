package io.arrears.model.training.table;

import io.arrears.model.training.evaluation.GroupFigures;
import io.arrears.model.training.evaluation.GroupGaps;
import java.util.List;
import java.util.Map;

/**
 * What training on a prepared table found, on pooled out-of-fold predictions.
 *
 * @param id derived from table, recipe and request
 * @param figures of the model, trees and scorecard blended: auc, ks, gini, brier, log_loss, ece and more
 * @param intervals low and high end of the 95 % interval per figure that has one
 * @param logistic the same figures of the scorecard, uncalibrated
 * @param contenders the scorecard and what needs no model, with intervals
 * @param foldAuc the model's AUC within each fold
 * @param treeShares of the trees in the blend, the rest being the scorecard's, chosen outside each fold
 * @param fairness per audit column and group, selecting as many rows as there are positives
 * @param gaps per audit column how far its groups lie apart
 */
public record TableReport(
        String id,
        Setup setup,
        Map<String, Double> figures,
        Map<String, double[]> intervals,
        Map<String, Double> logistic,
        List<Contender> contenders,
        List<Double> foldAuc,
        List<Double> treeShares,
        List<GroupFigures> fairness,
        List<GroupGaps> gaps) {
    /**
     * @param rows with a label
     * @param ids different ones: rows of one id share a fold and are one piece of evidence
     * @param unlabelled rows left out because their label is missing
     * @param features in the order the model saw them
     * @param unused columns nothing could be learned from, each with the reason
     */
    public record Setup(
            String file,
            String fileHash,
            String label,
            long rows,
            long ids,
            long unlabelled,
            int folds,
            long seed,
            List<String> features,
            List<String> unused) {}
}
