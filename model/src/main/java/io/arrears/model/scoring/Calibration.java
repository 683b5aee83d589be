package io.arrears.model.scoring;

import java.util.Arrays;

/**
 * The fitted step from a margin (log-odds) to a probability, kept beside the trees. Never decreasing, so it changes no
 * ranking between rows beyond ties.
 */
public sealed interface Calibration {
    /** Bounds of every probability: a model never says never. */
    double MIN_PROBABILITY = 1e-6;

    /** The probability of a margin. */
    double probability(double margin);

    /** Its name in files and cards. */
    String method();

    static double clip(double probability) {
        return Math.min(1 - MIN_PROBABILITY, Math.max(MIN_PROBABILITY, probability));
    }

    static double sigmoid(double margin) {
        return 1 / (1 + Math.exp(-margin));
    }

    static double logit(double probability) {
        double p = clip(probability);
        return Math.log(p / (1 - p));
    }

    /** The logistic function alone. */
    record Identity() implements Calibration {
        @Override
        public double probability(double margin) {
            return clip(sigmoid(margin));
        }

        @Override
        public String method() {
            return "identity";
        }
    }

    /** Platt 1999: a logistic function of the margin; {@code slope} is not negative. */
    record Platt(double slope, double intercept) implements Calibration {
        @Override
        public double probability(double margin) {
            return clip(sigmoid(slope * margin + intercept));
        }

        @Override
        public String method() {
            return "platt";
        }
    }

    /** Kull, Silva Filho and Flach 2017: log-odds a ln p - b ln(1 - p) + c, with a and b not negative. */
    record Beta(double a, double b, double c) implements Calibration {
        @Override
        public double probability(double margin) {
            double p = clip(sigmoid(margin));
            return clip(sigmoid(a * Math.log(p) - b * Math.log1p(-p) + c));
        }

        @Override
        public String method() {
            return "beta";
        }
    }

    /** Zadrozny and Elkan 2002: monotone steps joined by straight lines; flat beyond the ends. */
    final class Isotonic implements Calibration {
        private final double[] margins;
        private final double[] probabilities;

        /** Knots, the margins strictly increasing, the probabilities never decreasing; at least one. */
        public Isotonic(double[] margins, double[] probabilities) {
            this.margins = margins.clone();
            this.probabilities = probabilities.clone();
            if (margins.length == 0 || margins.length != probabilities.length) {
                throw new IllegalArgumentException("isotonic calibration has %d margins and %d probabilities"
                        .formatted(margins.length, probabilities.length));
            }
        }

        @Override
        public double probability(double margin) {
            int at = Arrays.binarySearch(margins, margin);
            if (at >= 0) {
                return clip(probabilities[at]);
            }
            int above = -at - 1;
            if (above == 0 || above == margins.length) {
                return clip(probabilities[above == 0 ? 0 : above - 1]);
            }
            double share = (margin - margins[above - 1]) / (margins[above] - margins[above - 1]);
            return clip(probabilities[above - 1] + share * (probabilities[above] - probabilities[above - 1]));
        }

        @Override
        public String method() {
            return "isotonic";
        }

        public double[] margins() {
            return margins.clone();
        }

        public double[] probabilities() {
            return probabilities.clone();
        }
    }
}
