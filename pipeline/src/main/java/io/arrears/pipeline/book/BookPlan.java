package io.arrears.pipeline.book;

import io.arrears.model.decision.Plan;

/** A plan of a book, made in memory or in the partitions of a job. */
sealed interface BookPlan permits BookAllocation, PartedAllocation {
    Plan plan();

    /** Prices, and the arms of accounts that these don't settle. */
    PlanFold.Given given();
}
