-- The mart: what the pipeline publishes and the service reads. Version 1.
-- Money is in minor units of the row's currency (BIGINT; expectations and values DOUBLE). Everything is as of run.as_of:
-- figures hold what was known when that UTC day began. `bucket` is one of
-- CURRENT, 1-30, 31-60, 61-90, 91-120, 121+, PAID, CHARGED_OFF, SOLD.

CREATE TABLE run (
  run_id VARCHAR NOT NULL, as_of DATE NOT NULL, published_at TIMESTAMP NOT NULL, mart_version INTEGER NOT NULL,
  model_id VARCHAR, strategy VARCHAR, strategy_digest VARCHAR, strategy_currency VARCHAR,
  history_digest VARCHAR NOT NULL, code_revision VARCHAR NOT NULL,
  primal_value_minor DOUBLE, dual_bound_minor DOUBLE, gap DOUBLE);

-- One row per account known at as_of.
CREATE TABLE account (
  account_id VARCHAR NOT NULL, debtor_id VARCHAR NOT NULL, receivable_type VARCHAR NOT NULL, currency VARCHAR NOT NULL,
  opened_on DATE NOT NULL, party VARCHAR NOT NULL, jurisdiction VARCHAR, time_zone VARCHAR, segment VARCHAR,
  preferred_channel VARCHAR, credit_limit_minor BIGINT,
  is_open BOOLEAN NOT NULL, open_minor BIGINT NOT NULL, past_due_minor BIGINT NOT NULL, credit_minor BIGINT NOT NULL,
  days_past_due INTEGER NOT NULL, bucket VARCHAR NOT NULL,
  open_dispute BOOLEAN NOT NULL, promise_pending BOOLEAN NOT NULL, flags VARCHAR[] NOT NULL);

-- Every version of every fact, sorted by account_id: the columns are FactColumn's. Source of account timelines.
-- CREATE TABLE fact (...) is generated from FactColumn.

-- Facts as known at as_of, one row per key (latest version), typed for KPIs.
CREATE TABLE invoice (
  account_id VARCHAR NOT NULL, invoice_id VARCHAR NOT NULL, currency VARCHAR NOT NULL, issued_on DATE NOT NULL,
  due_on DATE NOT NULL, kind VARCHAR NOT NULL, amount_minor BIGINT NOT NULL, open_minor BIGINT NOT NULL, settled_on DATE);
CREATE TABLE payment (
  account_id VARCHAR NOT NULL, payment_id VARCHAR NOT NULL, currency VARCHAR NOT NULL, paid_on DATE NOT NULL,
  known_at TIMESTAMP NOT NULL, kind VARCHAR NOT NULL, amount_minor BIGINT NOT NULL, method VARCHAR,
  -- signed money received: amount for payments, minus for reversals of payments, 0 for adjustments
  collected_minor BIGINT NOT NULL);
CREATE TABLE contact (
  account_id VARCHAR NOT NULL, contact_id VARCHAR NOT NULL, currency VARCHAR NOT NULL, decided_on DATE NOT NULL,
  contacted_at TIMESTAMP, action VARCHAR NOT NULL, channel VARCHAR NOT NULL, contact_window VARCHAR NOT NULL,
  direction VARCHAR NOT NULL, outcome VARCHAR, right_party BOOLEAN NOT NULL, complaint BOOLEAN NOT NULL,
  cost_minor BIGINT, agent_id VARCHAR, talk_seconds INTEGER, propensity DOUBLE,
  -- money received from the account in the 14 days from the decision's day on
  collected_14d_minor BIGINT NOT NULL);
-- state: pending, kept or broken. Kept: received >= promised from made_on through due_on + 3 days.
CREATE TABLE promise (
  account_id VARCHAR NOT NULL, promise_id VARCHAR NOT NULL, currency VARCHAR NOT NULL, contact_id VARCHAR,
  agent_id VARCHAR, made_on DATE NOT NULL, due_on DATE NOT NULL, amount_minor BIGINT NOT NULL,
  received_minor BIGINT NOT NULL, state VARCHAR NOT NULL);
CREATE TABLE dispute (
  account_id VARCHAR NOT NULL, dispute_id VARCHAR NOT NULL, invoice_id VARCHAR, opened_on DATE NOT NULL,
  closed_on DATE, resolution VARCHAR NOT NULL, reason VARCHAR);

-- The account at the end of each of the last 24 whole months, and what moved in the month, as known at as_of.
-- opening + billed - paid - adjusted = closing, where opening/closing are open minus credit (may be negative).
CREATE TABLE month_end (
  account_id VARCHAR NOT NULL, month_end DATE NOT NULL, receivable_type VARCHAR NOT NULL, segment VARCHAR,
  currency VARCHAR NOT NULL, open_minor BIGINT NOT NULL, past_due_minor BIGINT NOT NULL, credit_minor BIGINT NOT NULL,
  days_past_due INTEGER NOT NULL, bucket VARCHAR NOT NULL,
  billed_minor BIGINT NOT NULL, paid_minor BIGINT NOT NULL, adjusted_minor BIGINT NOT NULL);

-- One row per open account.
CREATE TABLE score (
  account_id VARCHAR NOT NULL, model_id VARCHAR NOT NULL, pay_probability_30d DOUBLE NOT NULL,
  expected_cash_30d_minor DOUBLE NOT NULL, roll_probability DOUBLE);
CREATE TABLE reason (
  account_id VARCHAR NOT NULL, rank INTEGER NOT NULL, feature VARCHAR NOT NULL, value DOUBLE,
  contribution DOUBLE NOT NULL, text VARCHAR NOT NULL);
-- Without an exchange rate to the strategy's currency cash and value are null.
CREATE TABLE arm_value (
  account_id VARCHAR NOT NULL, action VARCHAR NOT NULL, channel VARCHAR NOT NULL, contact_window VARCHAR NOT NULL,
  legal BOOLEAN NOT NULL, blocked_by VARCHAR, p_reach DOUBLE, p_pay_30d DOUBLE NOT NULL,
  expected_cash_30d_minor DOUBLE, cost_minor DOUBLE NOT NULL, net_value_minor DOUBLE);
CREATE TABLE plan (
  account_id VARCHAR NOT NULL, rank INTEGER NOT NULL, action VARCHAR NOT NULL, channel VARCHAR NOT NULL,
  contact_window VARCHAR NOT NULL, net_value_minor DOUBLE NOT NULL, price_paid_minor DOUBLE NOT NULL,
  propensity DOUBLE NOT NULL, not_before TIMESTAMP, not_after TIMESTAMP, hold_reason VARCHAR, runner_up VARCHAR,
  runner_up_gap_minor DOUBLE);
CREATE TABLE price (
  capacity VARCHAR NOT NULL, unit VARCHAR NOT NULL, limit_amount DOUBLE NOT NULL, used DOUBLE NOT NULL,
  price_minor DOUBLE NOT NULL);

-- Models in the registry, as of publishing. role: champion, candidate, retired. slice 'all', or 'receivable_type=…' etc.
CREATE TABLE model (
  model_id VARCHAR NOT NULL, role VARCHAR NOT NULL, trained_at TIMESTAMP NOT NULL, data_from DATE, data_through DATE,
  schema_fingerprint VARCHAR NOT NULL, seed BIGINT NOT NULL, code_revision VARCHAR NOT NULL, card VARCHAR NOT NULL);
CREATE TABLE model_metric (
  model_id VARCHAR NOT NULL, target VARCHAR NOT NULL, contender VARCHAR NOT NULL, slice VARCHAR NOT NULL,
  metric VARCHAR NOT NULL, value DOUBLE, low DOUBLE, high DOUBLE, n BIGINT);
CREATE TABLE model_curve (
  -- curve: calibration (x mean predicted, y observed), roc (x fpr, y tpr), lift (x share contacted, y share of payers found)
  model_id VARCHAR NOT NULL, target VARCHAR NOT NULL, contender VARCHAR NOT NULL, curve VARCHAR NOT NULL,
  x DOUBLE NOT NULL, y DOUBLE NOT NULL, low DOUBLE, high DOUBLE, n BIGINT);

-- What checks of models found (`monitor`), every check published under the home. status: quiet, watch, alarm.
-- kind: level, slope, slice, input (outcomes against predictions: departure in log-odds, low and high what was to be
-- expected), calibration (per cycle: intercept, slope, ece, auc with 95 % interval), drift (psi, high = by chance),
-- flips (accounts whose decision would change, high = all). cycle: as-of date of the rows a figure is of.
CREATE TABLE monitoring (
  model_id VARCHAR NOT NULL, as_of DATE NOT NULL, status VARCHAR NOT NULL, kind VARCHAR NOT NULL, name VARCHAR NOT NULL,
  metric VARCHAR NOT NULL, cycle DATE NOT NULL, value DOUBLE, low DOUBLE, high DOUBLE, alarm BOOLEAN NOT NULL);

-- What came in.
CREATE TABLE drop_ledger (
  drop_id VARCHAR NOT NULL, ingested_at TIMESTAMP NOT NULL, table_name VARCHAR NOT NULL, read_rows BIGINT NOT NULL,
  accepted_rows BIGINT NOT NULL, repeated_rows BIGINT NOT NULL, rejected_rows BIGINT NOT NULL);
CREATE TABLE quarantine (
  drop_id VARCHAR NOT NULL, table_name VARCHAR NOT NULL, reason VARCHAR NOT NULL, rejected_rows BIGINT NOT NULL,
  example VARCHAR);
CREATE TABLE reconciliation (
  drop_id VARCHAR NOT NULL, currency VARCHAR NOT NULL, opening_minor BIGINT NOT NULL, billed_minor BIGINT NOT NULL,
  paid_minor BIGINT NOT NULL, adjusted_minor BIGINT NOT NULL, closing_minor BIGINT NOT NULL);
