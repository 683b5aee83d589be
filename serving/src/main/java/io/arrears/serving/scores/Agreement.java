package io.arrears.serving.scores;

/**
 * How far a model in the shadow agrees with the champion, since the service started or either changed.
 *
 * @param decided decisions both made on the same prices and draws
 * @param flipped of these, with another arm
 * @param dropped not compared, because the service had no time for it
 * @param failed the challenger could not score
 */
public record Agreement(
        String champion,
        String challenger,
        Differences differences,
        long decided,
        long flipped,
        long dropped,
        long failed) {
    /** Of the probability to pay, over all accounts both scored. */
    public record Differences(long scored, double meanAbsoluteDifference, double largestDifference) {}
}
