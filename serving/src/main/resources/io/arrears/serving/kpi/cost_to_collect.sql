-- title: Cost to collect
-- definition: Cost of the month's contacts divided by the money collected in the month. Contact cost as logged; agent
--   pay and licences only as far as they stand in it.
-- unit: share
-- period: month
-- better: down
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: nothing was collected, or no contact has a cost
WITH spent AS (
  SELECT last_day(decided_on) AS period, sum(cost_minor) AS cost_minor FROM attempt GROUP BY ALL),
received AS (SELECT last_day(paid_on) AS period, sum(collected_minor) AS collected_minor FROM cash GROUP BY ALL)
SELECT period, CASE WHEN collected_minor > 0 THEN cost_minor / collected_minor END AS value,
  CAST(cost_minor AS BIGINT) AS cost_minor, CAST(coalesce(collected_minor, 0) AS BIGINT) AS collected_minor
FROM spent LEFT JOIN received USING (period), clock
WHERE period <= through ORDER BY period
