package io.arrears.pipeline.evaluation;

import io.arrears.model.training.evaluation.Interval;
import io.arrears.model.training.offpolicy.LiveTest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a live test says.
 *
 * @param champions accounts with the champion whose outcome is known
 * @param gain per account of the challenger, in minor units of the strategy's currency
 * @param decidedOn the first day that had a verdict; absent while the test goes on
 */
public record LiveComparison(
        int champions,
        int challengers,
        Interval gain,
        LiveTest.Verdict verdict,
        @Nullable LocalDate decidedOn) {}
