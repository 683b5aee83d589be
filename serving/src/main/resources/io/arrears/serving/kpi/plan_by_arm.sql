-- title: The plan by action and channel
-- definition: Accounts the plan puts on each action and channel, and the net value of those choices over leaving the
--   accounts alone.
-- unit: money
-- period: snapshot
-- better: none
-- definition_version: 1
-- slices: receivable_type, segment
WITH chosen AS (SELECT plan.* FROM plan SEMI JOIN scope USING (account_id)),
alone AS (SELECT account_id, net_value_minor FROM arm_value WHERE channel = 'none')
SELECT chosen.action, chosen.channel, count(*) AS accounts,
  sum(chosen.net_value_minor - coalesce(alone.net_value_minor, 0)) AS added_minor
FROM chosen LEFT JOIN alone USING (account_id)
GROUP BY chosen.action, chosen.channel ORDER BY added_minor DESC, accounts DESC, chosen.action, chosen.channel
