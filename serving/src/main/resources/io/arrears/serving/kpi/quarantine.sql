-- title: Rows in quarantine
-- definition: Rejected rows by drop, table and reason. All currencies.
-- unit: count
-- period: snapshot
-- better: down
-- definition_version: 1
-- slices: none
SELECT drop_id, table_name, reason, rejected_rows FROM quarantine
ORDER BY rejected_rows DESC, drop_id, table_name, reason
