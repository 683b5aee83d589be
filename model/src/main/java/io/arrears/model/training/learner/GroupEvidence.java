package io.arrears.model.training.learner;

/**
 * What is known of a group's departure from the book, on the log-odds.
 *
 * @param rawOffset what its own rows say
 * @param error standard error of that
 * @param priorDeviation spread of the departures of all such groups
 * @param offset what is believed: the raw one times {@code prior² / (prior² + error²)}
 */
public record GroupEvidence(
        long rows, long accounts, long events, double rawOffset, double error, double priorDeviation, double offset) {}
