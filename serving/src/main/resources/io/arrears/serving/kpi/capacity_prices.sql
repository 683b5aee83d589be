-- title: What one more unit would be worth
-- definition: For each capacity of the last plan: its limit, what the plan uses, and the price of one more unit: the net
--   value that the next unit would add. A price of 0: the capacity is not scarce. Over the whole book.
-- unit: money
-- period: snapshot
-- better: none
-- definition_version: 1
-- slices: none
SELECT capacity, unit, limit_amount, used, used / nullif(limit_amount, 0) AS used_share, price_minor
FROM price, asked, run WHERE coalesce(run.strategy_currency, asked.currency) = asked.currency
ORDER BY price_minor DESC, capacity
