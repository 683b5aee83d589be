-- title: Agents: collected against expected
-- definition: Contacts with an agent in the 90 days that ended 14 days before the last day known. Each payment counts
--   for the last agent contact of the 14 days up to it, so agents add up to the total. Expected: what contacts of the
--   same channel, receivable type and bucket brought on average over all agents. The ratio has a 95 % interval from
--   the spread of the agent's own contacts; an interval across 1 says no difference is shown. Agents with
--   fewer than 10 contacts have no ratio.
-- unit: ratio
-- period: snapshot
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: the agent had fewer than 10 contacts, or nothing was expected from them
WITH agent_contact AS (
  SELECT attempt.*, scope.receivable_type FROM attempt JOIN scope USING (account_id), clock
  WHERE agent_id IS NOT NULL AND decided_on BETWEEN through - 103 AND through - 14),
-- Where an account had several on a day, the last takes the day's credit.
last_of_day AS (
  SELECT account_id, decided_on, arg_max(contact_id, (coalesce(contacted_at, decided_on), contact_id)) AS contact_id
  FROM agent_contact GROUP BY account_id, decided_on),
credited AS (
  SELECT last_of_day.contact_id, sum(cash.collected_minor) AS collected_minor
  FROM cash ASOF JOIN last_of_day
    ON cash.account_id = last_of_day.account_id AND cash.paid_on >= last_of_day.decided_on
  WHERE cash.paid_on < last_of_day.decided_on + 14
  GROUP BY last_of_day.contact_id),
result AS (
  SELECT agent_contact.*, coalesce(credited.collected_minor, 0) AS actual_minor,
    coalesce(month.bucket, 'CURRENT') AS bucket_before
  FROM agent_contact LEFT JOIN credited USING (contact_id)
  LEFT JOIN month ON month.account_id = agent_contact.account_id
    AND month.month_end = last_day(agent_contact.decided_on - INTERVAL 1 MONTH)),
judged AS (
  SELECT *, avg(actual_minor) OVER (PARTITION BY channel, receivable_type, bucket_before) AS expected_minor
  FROM result),
summed AS (
  SELECT agent_id, count(*) AS contacts, count_if(right_party) AS right_party,
    count_if(right_party AND outcome = 'promise_to_pay') AS promised,
    sum(talk_seconds) / 3600.0 AS talk_hours, count_if(complaint) AS complaints,
    CAST(sum(actual_minor) AS BIGINT) AS collected_minor, sum(expected_minor) AS expected_minor,
    CASE WHEN count(*) >= 10 AND sum(expected_minor) > 0 THEN sum(expected_minor) END AS divisor,
    1.96 * sqrt(sum((actual_minor - expected_minor) ** 2)) AS spread_minor
  FROM judged GROUP BY agent_id)
SELECT agent_id, contacts, right_party, promised, talk_hours, complaints, collected_minor, expected_minor,
  collected_minor / divisor AS value,
  CASE WHEN divisor IS NOT NULL THEN greatest(0, (collected_minor - spread_minor) / divisor) END AS low,
  (collected_minor + spread_minor) / divisor AS high
FROM summed ORDER BY agent_id
