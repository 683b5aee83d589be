package io.arrears.pipeline.sample;

/**
 * Probabilities that a contact reaches the right person. Hidden.
 *
 * @param callMorning and the two after it: calls by part of the day; text messages follow the same habit, weakly
 */
record Reach(double email, double sms, double letter, double callMorning, double callAfternoon, double callEvening) {
    private static final double[] DAY_JOB = {0.55, 0.65, 1.45};
    private static final double[] AT_HOME = {1.2, 1.1, 0.8};
    private static final double[] OFFICE = {1.3, 1.2, 0.15};
    private static final double[] SMS_HABIT = {0.95, 1.0, 1.08};
    private static final double WRONG_DETAILS = 0.05;
    private static final double REACH_WITH_WRONG_DETAILS = 0.02;
    private static final double HIGHEST = 0.95;

    static Reach draw(Draws draws, Persona persona, boolean business) {
        double factor = persona.means().reachable();
        double call = channel(draws, factor, 0.12, 0.60);
        boolean dayJob = draws.chance(0.65);
        double[] habit = business ? OFFICE : dayJob ? DAY_JOB : AT_HOME;
        return new Reach(
                channel(draws, factor, 0.25, 0.85),
                channel(draws, factor, 0.35, 0.88),
                channel(draws, factor, 0.30, 0.80),
                Math.min(HIGHEST, call * habit[0]),
                Math.min(HIGHEST, call * habit[1]),
                Math.min(HIGHEST, call * habit[2]));
    }

    double of(Channel channel, Window window) {
        return switch (channel) {
            case NONE -> 0;
            case EMAIL -> email;
            case LETTER -> letter;
            case SMS -> sms(window);
            case CALL -> call(window);
        };
    }

    private double sms(Window window) {
        return window == Window.ANY ? meanOfParts(Channel.SMS) : sms * SMS_HABIT[Window.PARTS.indexOf(window)];
    }

    private double call(Window window) {
        return switch (window) {
            case ANY -> meanOfParts(Channel.CALL);
            case MORNING -> callMorning;
            case AFTERNOON -> callAfternoon;
            case EVENING -> callEvening;
        };
    }

    private double meanOfParts(Channel channel) {
        double sum = 0;
        for (Window part : Window.PARTS) {
            sum += of(channel, part);
        }
        return sum / Window.PARTS.size();
    }

    private static double channel(Draws draws, double factor, double from, double to) {
        double reach = draws.uniform(from, to) * factor;
        return draws.chance(WRONG_DETAILS) ? REACH_WITH_WRONG_DETAILS : reach;
    }
}
