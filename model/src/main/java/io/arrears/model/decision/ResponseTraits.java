package io.arrears.model.decision;

import java.util.List;

/**
 * The features by which the response to contact may differ: how the debtor has paid, promised, and answered before. What
 * says only who the debtor is stays out.
 */
public final class ResponseTraits {
    /** Their names, in the order in which a {@link ResponseContext} carries them. */
    public static final List<String> FEATURES = List.of(
            "past_due_amount",
            "past_due_share",
            "past_due_items",
            "due_next_30d_amount",
            "worst_days_past_due_365d",
            "past_due_days_180d",
            "days_since_last_payment",
            "payments_90d",
            "payments_365d",
            "paid_to_billed_ratio",
            "payday_concentration",
            "late_share",
            "late_over_7d_share",
            "late_over_30d_share",
            "mean_days_late_when_late",
            "mean_days_late_last_3",
            "on_time_streak",
            "paid_in_parts_share",
            "part_paid_open_items",
            "reversal_share",
            "promises_made",
            "promise_kept_rate",
            "contacts_7d",
            "contacts_30d",
            "days_since_right_party",
            "refusals_180d",
            "paid_after_contact_rate",
            "paid_after_last_contact",
            "unprompted_payment_share");

    private ResponseTraits() {}
}
