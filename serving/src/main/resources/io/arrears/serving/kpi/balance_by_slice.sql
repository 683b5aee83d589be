-- title: Balance by receivable type and segment
-- definition: Open and past due balance and number of open accounts by receivable type and by segment on the last day
--   known. The parts of each slice add up to the total.
-- unit: money
-- period: snapshot
-- better: none
-- definition_version: 1
-- slices: receivable_type, segment
WITH sliced AS (
  SELECT 'receivable_type' AS slice, receivable_type AS member, open_minor, past_due_minor, bucket FROM scope
  UNION ALL
  SELECT 'segment', coalesce(segment, 'none given'), open_minor, past_due_minor, bucket FROM scope)
SELECT slice, member, CAST(sum(open_minor) AS BIGINT) AS open_minor,
  CAST(sum(past_due_minor) AS BIGINT) AS past_due_minor, count_if(open_minor > 0) AS accounts,
  sum(past_due_minor) / nullif(sum(open_minor), 0) AS past_due_share
FROM sliced WHERE bucket <> 'SOLD' GROUP BY slice, member ORDER BY slice, open_minor DESC, member
