-- title: Contacts after payment
-- definition: Outbound contacts made in the 7 days after the creditor already knew of a payment that left the account
--   with nothing past due, while still nothing was past due; by month. The target is 0.
-- unit: count
-- period: month
-- better: down
-- definition_version: 1
-- slices: receivable_type, segment
WITH months AS (SELECT DISTINCT month_end AS period FROM month),
cleared AS (
  SELECT late_spell.account_id, late_until AS cleared_on, max(known_at) AS known_at
  FROM late_spell JOIN cash ON cash.account_id = late_spell.account_id AND cash.paid_on = late_until
  WHERE cash.kind = 'payment' GROUP BY ALL),
needless AS (
  SELECT DISTINCT attempt.contact_id, last_day(attempt.decided_on) AS period
  FROM attempt JOIN cleared ON cleared.account_id = attempt.account_id
    AND coalesce(attempt.contacted_at, attempt.decided_on) > cleared.known_at
    AND coalesce(attempt.contacted_at, attempt.decided_on) <= cleared.known_at + INTERVAL 7 DAY
  ANTI JOIN late_spell ON late_spell.account_id = attempt.account_id
    AND attempt.decided_on >= late_spell.late_from AND attempt.decided_on < late_spell.late_until)
SELECT period, count(contact_id) AS value FROM months LEFT JOIN needless USING (period)
GROUP BY period ORDER BY period
