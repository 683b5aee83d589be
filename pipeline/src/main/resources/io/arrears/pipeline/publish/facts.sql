-- Facts as known when the as-of day began, one row per key, typed for KPIs.
-- Variables: fact_files (list of Parquet files), as_of_us, as_of_day.

INSERT INTO fact
SELECT * FROM read_parquet(getvariable('fact_files'))
ORDER BY account_id, event_day, fact, key, known_us;

-- As AccountHistory.knownAt: first the latest known version of each fact, then whether its day has come.
CREATE TEMP TABLE known AS
SELECT * FROM (
  SELECT * FROM fact
  WHERE known_us <= getvariable('as_of_us')
  QUALIFY row_number() OVER (PARTITION BY account_id, fact, key ORDER BY known_us DESC, event_day DESC) = 1
)
WHERE event_day <= getvariable('as_of_day');

CREATE TEMP TABLE currency_of AS
SELECT account_id, currency FROM known WHERE fact = 'accounts';

INSERT INTO payment
SELECT p.account_id, p.key, c.currency, DATE '1970-01-01' + p.event_day, make_timestamp(p.known_us), p.kind,
  p.amount_minor, p.method,
  CASE
    WHEN p.kind = 'payment' THEN p.amount_minor
    WHEN p.kind = 'reversal' AND original.kind = 'payment' THEN -least(p.amount_minor, original.amount_minor)
    ELSE 0
  END
FROM known p
JOIN currency_of c USING (account_id)
LEFT JOIN known original
  ON original.fact = 'payments' AND original.account_id = p.account_id AND original.key = p.reverses
WHERE p.fact = 'payments';

-- What had come in by the end of each day on which something did: sums over days are differences of two of them. A join
-- of contacts or promises with the payments in their days would pair all with all in an account that has many of both.
CREATE TEMP TABLE received_by AS
SELECT account_id, paid_on, (sum(sum(collected_minor)) OVER (PARTITION BY account_id ORDER BY paid_on))::BIGINT AS minor
FROM payment
GROUP BY account_id, paid_on;

INSERT INTO contact
SELECT k.account_id, k.key, c.currency, DATE '1970-01-01' + k.event_day, make_timestamp(k.at_us), k.action, k.channel,
  k.contact_window, k.direction, k.outcome, coalesce(k.right_party, 0) = 1, coalesce(k.complaint, 0) = 1,
  k.cost_minor, k.agent_id, k.talk_seconds, k.propensity, coalesce(later.minor, 0) - coalesce(before.minor, 0)
FROM known k
JOIN currency_of c USING (account_id)
ASOF LEFT JOIN received_by later
  ON later.account_id = k.account_id AND later.paid_on <= DATE '1970-01-01' + k.event_day + 13
ASOF LEFT JOIN received_by before
  ON before.account_id = k.account_id AND before.paid_on < DATE '1970-01-01' + k.event_day
WHERE k.fact = 'contacts';

-- Kept: received at least the promised amount from the day it was made through three days after it was due.
INSERT INTO promise
SELECT account_id, promise_id, currency, contact_id, agent_id, made_on, due_on, amount_minor, received_minor,
  CASE
    WHEN received_minor >= amount_minor THEN 'kept'
    WHEN due_on + 3 < DATE '1970-01-01' + getvariable('as_of_day') THEN 'broken'
    ELSE 'pending'
  END
FROM (
  SELECT k.account_id, k.key AS promise_id, c.currency, k.contact_id, any_value(contact.agent_id) AS agent_id,
    DATE '1970-01-01' + k.event_day AS made_on, DATE '1970-01-01' + k.due_day AS due_on, k.amount_minor,
    any_value(coalesce(later.minor, 0) - coalesce(before.minor, 0)) AS received_minor
  FROM known k
  JOIN currency_of c USING (account_id)
  LEFT JOIN contact ON contact.account_id = k.account_id AND contact.contact_id = k.contact_id
  ASOF LEFT JOIN received_by later
    ON later.account_id = k.account_id AND later.paid_on <= DATE '1970-01-01' + k.due_day + 3
  ASOF LEFT JOIN received_by before
    ON before.account_id = k.account_id AND before.paid_on < DATE '1970-01-01' + k.event_day
  WHERE k.fact = 'promises'
  GROUP BY k.account_id, k.key, c.currency, k.contact_id, k.event_day, k.due_day, k.amount_minor
);

INSERT INTO dispute
SELECT account_id, key, invoice_id, DATE '1970-01-01' + event_day, DATE '1970-01-01' + closed_day, resolution, reason
FROM known
WHERE fact = 'disputes';
