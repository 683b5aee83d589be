package io.arrears.model.training.monitoring;

/**
 * One thing that is watched from cycle to cycle.
 *
 * @param name {@code all}, {@code receivable_type=utility}, {@code segment=gold}, or an input's name
 */
public record Signal(Kind kind, String name) {
    static final Signal LEVEL = new Signal(Kind.LEVEL, "all");
    static final Signal SLOPE = new Signal(Kind.SLOPE, "all");

    /** What is watched; each kind has its share of the false alarms, and an idea of what is usual before any was seen. */
    public enum Kind {
        /** Whether the whole book pays more or less than predicted. */
        LEVEL(0.004, 0.15, 0.07),
        /** Whether high predictions fare otherwise than low ones: per unit of log-odds. */
        SLOPE(0.0015, 0.15, 0.06),
        /** Whether a part of the book pays more or less than predicted. */
        SLICE(0.002, 0.25, 0.09),
        /** Whether outcomes depart from predictions more where an input is high than where it is low. */
        INPUT(0.0005, 0.30, 0.10);

        private final double falseAlarms;
        private final double lasting;
        private final double passing;

        Kind(double falseAlarms, double lasting, double passing) {
            this.falseAlarms = falseAlarms;
            this.lasting = lasting;
            this.passing = passing;
        }

        /** Chance per quiet cycle that any signal of the kind gives an alarm. */
        double falseAlarms() {
            return falseAlarms;
        }

        /** Standard deviation, over models, of a departure that lasts. */
        double lasting() {
            return lasting;
        }

        /** Standard deviation, at least, of what comes and goes with a cycle. */
        double passing() {
            return passing;
        }
    }
}
