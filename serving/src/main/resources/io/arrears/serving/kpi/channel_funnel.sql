-- title: From attempt to money, by channel
-- definition: Outbound contacts of the 90 days that ended 14 days before the last day known: attempts; reached
--   (delivered or answered; voicemail is not); right party; promises; promises followed by money within 14 days. Beside
--   them: paid within 14 days of any attempt (not causal: who is contacted was chosen), complaints and cost.
-- unit: count
-- period: snapshot
-- better: none
-- definition_version: 1
-- slices: receivable_type, segment
SELECT channel, count(*) AS attempts, count_if(reached) AS reached, count_if(right_party) AS right_party,
  count_if(right_party AND outcome = 'promise_to_pay') AS promised,
  count_if(right_party AND outcome = 'promise_to_pay' AND collected_14d_minor > 0) AS promised_and_paid,
  count_if(collected_14d_minor > 0) AS paid_within_14_days, count_if(complaint) AS complaints,
  CAST(coalesce(sum(cost_minor), 0) AS BIGINT) AS cost_minor
FROM attempt, clock WHERE decided_on BETWEEN through - 103 AND through - 14
GROUP BY channel ORDER BY attempts DESC, channel
