-- title: Collected per week
-- definition: Payments received less payments taken back, by the day paid; Monday to Sunday, whole weeks only, the last
--   26. Credit notes and write-offs are not money.
-- unit: money
-- period: week
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
WITH last_week AS (SELECT CAST(date_trunc('week', as_of) AS DATE) - 7 AS monday FROM clock),
week AS (SELECT monday - 7 * CAST(back AS INTEGER) AS period FROM last_week, range(26) AS weeks (back)),
received AS (
  SELECT CAST(date_trunc('week', paid_on) AS DATE) AS period, sum(collected_minor) AS collected_minor,
    count_if(collected_minor > 0) AS payments
  FROM cash GROUP BY ALL)
SELECT period, CAST(coalesce(collected_minor, 0) AS BIGINT) AS value_minor, coalesce(payments, 0) AS payments
FROM week LEFT JOIN received USING (period)
WHERE period >= (SELECT date_trunc('week', min(paid_on)) FROM cash)
ORDER BY period
