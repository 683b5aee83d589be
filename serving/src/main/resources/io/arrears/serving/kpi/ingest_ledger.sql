-- title: What came in
-- definition: Rows read, accepted, repeated and rejected, by drop and table. All currencies.
-- unit: count
-- period: snapshot
-- better: none
-- definition_version: 1
-- slices: none
SELECT drop_id, ingested_at, table_name, read_rows, accepted_rows, repeated_rows, rejected_rows
FROM drop_ledger ORDER BY ingested_at DESC, drop_id, table_name
