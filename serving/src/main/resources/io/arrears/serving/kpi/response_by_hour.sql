-- title: Right party by weekday and hour
-- definition: Outbound attempts of the last 180 days by weekday (1 = Monday) and hour in the account's own time zone
--   (UTC where unknown), by channel, and the share that reached the right party. Hours with fewer than 5 attempts have
--   no share.
-- unit: share
-- period: snapshot
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: fewer than 5 attempts in the hour
WITH local_attempt AS (
  SELECT attempt.channel, right_party,
    coalesce(TRY(timezone(split_part(scope.time_zone, ';', 1), attempt.contacted_at AT TIME ZONE 'UTC')), attempt.contacted_at) AS local_at
  FROM attempt JOIN scope USING (account_id), clock
  WHERE attempt.contacted_at IS NOT NULL AND decided_on > through - 180)
SELECT channel, CAST(isodow(local_at) AS INTEGER) AS weekday, CAST(hour(local_at) AS INTEGER) AS hour,
  CASE WHEN count(*) >= 5 THEN count_if(right_party) / count(*) END AS value,
  count_if(right_party) AS right_party, count(*) AS attempts
FROM local_attempt GROUP BY ALL ORDER BY channel, weekday, hour
