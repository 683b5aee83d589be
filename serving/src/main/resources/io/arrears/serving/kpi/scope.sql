-- Stands before every KPI: what was asked, the clock of the run, and the relations that several KPIs define alike.
-- A KPI's own text goes on from here. The three parameters are bound, never pasted.
asked AS (
  SELECT CAST($currency AS VARCHAR) AS currency, CAST($receivable_type AS VARCHAR) AS receivable_type,
    CAST($segment AS VARCHAR) AS segment),
-- through: the last day whose events the figures hold. as_of is the morning after it.
clock AS (
  SELECT as_of, as_of - 1 AS through, CAST(date_trunc('month', as_of - 1) AS DATE) AS month_start FROM run),
scope AS (
  SELECT account.* FROM account, asked
  WHERE account.currency = asked.currency
    AND (asked.receivable_type IS NULL OR account.receivable_type = asked.receivable_type)
    AND (asked.segment IS NULL OR account.segment = asked.segment)),
month AS (SELECT month_end.* FROM month_end SEMI JOIN scope USING (account_id)),
cash AS (SELECT payment.* FROM payment SEMI JOIN scope USING (account_id)),
-- Outbound contacts that were really tried: the arm "none" is a decision, not an attempt.
attempt AS (
  SELECT contact.*,
    coalesce(outcome IN ('delivered', 'wrong_party', 'acknowledged', 'promise_to_pay', 'dispute', 'refusal'), FALSE)
      OR right_party AS reached,
    coalesce(outcome IN ('wrong_party', 'acknowledged', 'promise_to_pay', 'dispute', 'refusal'), FALSE)
      OR right_party AS connected
  FROM contact SEMI JOIN scope USING (account_id)
  WHERE direction = 'outbound' AND channel <> 'none'),
-- Spells of being past due: days [late_from, late_until) on which some item was open after its due day.
late_item AS (
  SELECT account_id, greatest(due_on + 1, issued_on) AS late_from,
    coalesce(settled_on, DATE '9999-12-31') AS late_until
  FROM invoice SEMI JOIN scope USING (account_id)
  WHERE settled_on > greatest(due_on + 1, issued_on) OR (settled_on IS NULL AND open_minor > 0)),
late_step AS (
  SELECT *, coalesce(late_from > max(late_until) OVER (
      PARTITION BY account_id ORDER BY late_from, late_until ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
    TRUE) AS starts_spell
  FROM late_item),
late_numbered AS (
  SELECT *, count_if(starts_spell) OVER (
    PARTITION BY account_id ORDER BY late_from, late_until ROWS UNBOUNDED PRECEDING) AS spell
  FROM late_step),
late_spell AS (
  SELECT account_id, min(late_from) AS late_from, max(late_until) AS late_until
  FROM late_numbered GROUP BY account_id, spell),
bucket_rank AS (
  SELECT * FROM (VALUES ('CURRENT', 0), ('1-30', 1), ('31-60', 2), ('61-90', 3), ('91-120', 4), ('121+', 5),
    ('PAID', 6), ('CHARGED_OFF', 7), ('SOLD', 8)) AS known (bucket, bucket_rank))
