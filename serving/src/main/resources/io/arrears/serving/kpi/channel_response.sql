-- title: Paid within 14 days, by channel
-- definition: Contacts followed by a payment within 14 days divided by contacts that were reached, by channel, for the
--   90 days that ended 14 days before the last day known; with a 95 % Wilson interval. Row "none": decisions to leave
--   the account alone. Not causal: who was contacted, and how, was chosen.
-- unit: share
-- period: snapshot
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: nobody was reached
WITH candidate AS (
  SELECT channel, collected_14d_minor > 0 AS paid FROM attempt, clock
  WHERE reached AND decided_on BETWEEN through - 103 AND through - 14
  UNION ALL
  SELECT 'none', collected_14d_minor > 0 FROM contact SEMI JOIN scope USING (account_id), clock
  WHERE channel = 'none' AND decided_on BETWEEN through - 103 AND through - 14),
counted AS (SELECT channel, count(*) AS n, count_if(paid) AS paid, count_if(paid) / count(*) AS p FROM candidate GROUP BY channel)
SELECT channel, p AS value,
  (p + 1.9208 / n - 1.96 * sqrt(p * (1 - p) / n + 0.9604 / (n * n))) / (1 + 3.8416 / n) AS low,
  (p + 1.9208 / n + 1.96 * sqrt(p * (1 - p) / n + 0.9604 / (n * n))) / (1 + 3.8416 / n) AS high,
  paid, n AS reached
FROM counted ORDER BY p DESC, channel
