-- title: Promise-to-pay rate
-- definition: Right-party contacts that ended in a promise divided by right-party contacts, by the month of the contact.
-- unit: share
-- period: month
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: no right party was reached
SELECT last_day(decided_on) AS period,
  count_if(right_party AND outcome = 'promise_to_pay') / nullif(count_if(right_party), 0) AS value,
  count_if(right_party AND outcome = 'promise_to_pay') AS promised, count_if(right_party) AS right_party
FROM attempt, clock WHERE last_day(decided_on) <= through
GROUP BY period ORDER BY period
