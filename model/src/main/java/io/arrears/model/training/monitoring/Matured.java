package io.arrears.model.training.monitoring;

/** Predictions whose outcomes are known: probabilities and 0 or 1, in two arrays nobody writes to any more. */
public final class Matured {
    final double[] predicted;
    final double[] observed;

    /**
     * @throws IllegalArgumentException when lengths differ, or a prediction is no probability
     */
    public Matured(double[] predicted, double[] observed) {
        if (predicted.length != observed.length) {
            throw new IllegalArgumentException("%d predictions and %d outcomes: give one outcome per prediction"
                    .formatted(predicted.length, observed.length));
        }
        for (double prediction : predicted) {
            if (!(prediction >= 0 && prediction <= 1)) {
                throw new IllegalArgumentException("prediction %s is no probability".formatted(prediction));
            }
        }
        this.predicted = predicted;
        this.observed = observed;
    }

    public int rows() {
        return predicted.length;
    }

    double meanPredicted() {
        return mean(predicted);
    }

    double meanObserved() {
        return mean(observed);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Variance of the mean outcome when every prediction is right and accounts don't depend on each other. */
    double varianceOfMean() {
        double sum = 0;
        for (double p : predicted) {
            sum += p * (1 - p);
        }
        return sum / predicted.length / predicted.length;
    }
}
