-- title: Reconciliation of drops
-- definition: Opening + billed − paid − adjusted = closing for each drop in this currency, to the minor unit.
-- unit: money
-- period: snapshot
-- better: none
-- definition_version: 1
-- slices: none
SELECT drop_id, opening_minor, billed_minor, paid_minor, adjusted_minor, closing_minor,
  opening_minor + billed_minor - paid_minor - adjusted_minor - closing_minor AS difference_minor
FROM reconciliation, asked WHERE reconciliation.currency = asked.currency ORDER BY drop_id
