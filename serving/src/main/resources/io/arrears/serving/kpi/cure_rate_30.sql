-- title: Cure rate, 30 days
-- definition: Of the accounts past due at the end of a month, the share that had nothing past due on at least one of
--   the next 30 days. Only months whose 30 days are over.
-- unit: share
-- period: month
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: no account was past due
WITH cohort AS (
  SELECT DISTINCT month_end AS period FROM month, clock WHERE month_end + 30 <= through)
SELECT period, count_if(late_until <= period + 30) / nullif(count(late_spell.account_id), 0) AS value,
  count_if(late_until <= period + 30) AS cured, count(late_spell.account_id) AS past_due
FROM cohort LEFT JOIN late_spell ON late_from <= period AND late_until > period
GROUP BY period ORDER BY period
