-- title: What the plan is worth
-- definition: Sum over the plan of the net value of the chosen arm less the net value of leaving the account alone:
--   expected cash less cost that the plan adds.
-- unit: money
-- period: snapshot
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: no plan was published
WITH chosen AS (SELECT plan.* FROM plan SEMI JOIN scope USING (account_id)),
alone AS (SELECT account_id, net_value_minor FROM arm_value WHERE channel = 'none')
SELECT as_of AS period, sum(chosen.net_value_minor - coalesce(alone.net_value_minor, 0)) AS value_minor,
  count_if(chosen.channel <> 'none') AS contacts, count(*) AS accounts
FROM chosen LEFT JOIN alone USING (account_id), clock GROUP BY as_of
