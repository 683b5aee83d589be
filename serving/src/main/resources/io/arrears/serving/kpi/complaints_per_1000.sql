-- title: Complaints per 1,000 contacts
-- definition: Contacts that led to a complaint for every 1,000 outbound contacts delivered or answered, by the month of
--   the contact.
-- unit: per_1000
-- period: month
-- better: down
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: no contact was delivered
SELECT last_day(decided_on) AS period, 1000.0 * count_if(complaint) / nullif(count_if(reached), 0) AS value,
  count_if(complaint) AS complaints, count_if(reached) AS delivered
FROM attempt, clock WHERE last_day(decided_on) <= through
GROUP BY period ORDER BY period
