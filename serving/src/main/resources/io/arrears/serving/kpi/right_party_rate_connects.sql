-- title: Right party per connect
-- definition: Contacts that reached the right party divided by connects (somebody answered), by the month of the
--   attempt. Voicemail and mere delivery are not connects.
-- unit: share
-- period: month
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: nobody answered
SELECT last_day(decided_on) AS period, count_if(right_party) / nullif(count_if(connected), 0) AS value,
  count_if(right_party) AS right_party, count_if(connected) AS connects
FROM attempt, clock WHERE last_day(decided_on) <= through
GROUP BY period ORDER BY period
