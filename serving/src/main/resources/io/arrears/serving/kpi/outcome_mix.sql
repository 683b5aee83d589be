-- title: Outcomes by channel
-- definition: Outbound contacts of the last 90 days by channel and outcome, and each outcome's share of its channel.
-- unit: share
-- period: snapshot
-- better: none
-- definition_version: 1
-- slices: receivable_type, segment
SELECT channel, coalesce(outcome, 'unknown') AS outcome, count(*) AS contacts,
  count(*) / sum(count(*)) OVER (PARTITION BY channel) AS value
FROM attempt, clock WHERE decided_on > through - 90
GROUP BY ALL ORDER BY channel, contacts DESC, outcome
