-- The state of each account, from the fold over its history. Variable: book_files (list of Parquet files).

INSERT INTO account
SELECT account_id, debtor_id, receivable_type, currency, opened_on, party, jurisdiction, time_zone, segment,
  preferred_channel, credit_limit_minor, is_open, open_minor, past_due_minor, credit_minor, days_past_due, bucket,
  open_dispute, promise_pending, flags
FROM read_parquet(getvariable('book_files'))
ORDER BY account_id;

INSERT INTO invoice
SELECT account_id, item.invoice_id, currency, item.issued_on, item.due_on, item.kind, item.amount_minor,
  item.open_minor, item.settled_on
FROM (SELECT account_id, currency, unnest(items) AS item FROM read_parquet(getvariable('book_files')))
ORDER BY account_id, item.due_on;

INSERT INTO month_end
SELECT account_id, month.month_end, receivable_type, segment, currency, month.open_minor, month.past_due_minor,
  month.credit_minor, month.days_past_due, month.bucket, month.billed_minor, month.paid_minor, month.adjusted_minor
FROM (
  SELECT account_id, receivable_type, segment, currency, unnest(months) AS month
  FROM read_parquet(getvariable('book_files'))
)
ORDER BY month.month_end, account_id;
