-- title: Arms blocked by rule
-- definition: Candidate arms (account × action × channel × window, without "none") of the last plan that a rule forbids,
--   by rule; the accounts they belong to; and their share of all candidate arms.
-- unit: count
-- period: snapshot
-- better: none
-- definition_version: 1
-- slices: receivable_type, segment
WITH candidate AS (SELECT arm_value.* FROM arm_value SEMI JOIN scope USING (account_id) WHERE channel <> 'none')
SELECT coalesce(blocked_by, 'no rule named') AS rule, count(*) AS arms, count(DISTINCT account_id) AS accounts,
  count(*) / (SELECT count(*) FROM candidate) AS share_of_arms
FROM candidate WHERE NOT legal GROUP BY rule ORDER BY arms DESC, rule
