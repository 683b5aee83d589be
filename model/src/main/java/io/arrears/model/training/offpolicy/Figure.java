package io.arrears.model.training.offpolicy;

/** A figure of sums over accounts, which may count several times. */
sealed interface Figure {
    /**
     * A value and its standard error by linearisation, accounts being independent.
     *
     * @param influences what each account adds to the error; all add up to 0
     */
    record Estimate(double value, double[] influences) {
        double standardError(int[] times) {
            double squares = 0;
            for (int account = 0; account < times.length; account++) {
                squares += times[account] * influences[account] * influences[account];
            }
            return Math.sqrt(squares);
        }
    }

    /** @param times how often each account counts */
    Estimate estimate(int[] times);

    /** A sum over a sum. */
    record Ratio(double[] numerators, double[] denominators) implements Figure {
        @Override
        public Estimate estimate(int[] times) {
            double numerator = 0;
            double denominator = 0;
            for (int account = 0; account < times.length; account++) {
                numerator += times[account] * numerators[account];
                denominator += times[account] * denominators[account];
            }
            double value = numerator / denominator;
            double[] influences = new double[times.length];
            for (int account = 0; account < times.length; account++) {
                influences[account] = (numerators[account] - value * denominators[account]) / denominator;
            }
            return new Estimate(value, influences);
        }
    }

    /** One figure less another of the same accounts. */
    record Difference(Figure one, Figure other) implements Figure {
        @Override
        public Estimate estimate(int[] times) {
            Estimate first = one.estimate(times);
            Estimate second = other.estimate(times);
            double[] influences = new double[times.length];
            for (int account = 0; account < times.length; account++) {
                influences[account] = first.influences()[account] - second.influences()[account];
            }
            return new Estimate(first.value() - second.value(), influences);
        }
    }
}
