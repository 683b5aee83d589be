-- title: Outcomes by channel
-- definition: Outbound contacts of the last 90 days by channel and outcome, and each outcome's share of its channel.
-- unit: share
-- period: snapshot
-- better: none
-- definition_version: 1
-- slices: receivable_type, segment
WITH counted AS (
  SELECT channel, coalesce(outcome, 'unknown') AS outcome, count(*) AS contacts
  FROM attempt, clock WHERE decided_on > through - 90 GROUP BY ALL)
SELECT channel, outcome, contacts, contacts / sum(contacts) OVER (PARTITION BY channel) AS value
FROM counted ORDER BY channel, contacts DESC, outcome
