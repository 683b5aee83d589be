// Data: can I trust the numbers?
import { csvOf, getJson, getKpi, withFilters } from '../core/api.js';
import { byId, h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { page } from '../core/frame.js';
import { kpiInfo } from '../core/info.js';
import { emptyState, fill } from '../core/state.js';
import { kpiColumns, table } from '../core/table.js';
import { drawIdentities, IDENTITY_KPIS } from '../data/identities.js';
import { drawLedger } from '../data/ledger.js';

page(() => Promise.all([
  fill(byId('identities'), () => Promise.all(IDENTITY_KPIS.map(getKpi)), (details) => drawIdentities(byId('identities'), details)),
  plain('reconciliation', 'reconciliation', 'No drop holds this currency'),
  plain('drops', 'ingest_ledger', 'Nothing was ingested yet'),
  plain('quarantine', 'quarantine', 'No row was rejected'),
  fill(byId('ledger'), () => getJson(withFilters('/v1/kpis')), (book) => drawLedger(byId('ledger'), book)),
]));

function plain(id, kpi, empty) {
  const host = byId(id);
  return fill(host, () => getKpi(kpi), (detail) => {
    host.classList.add('has-popover');
    const head = h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, detail.kpi.title)), h('div', { class: 'tools' }, h('a', { class: 'button', href: csvOf(kpi), download: '' }, 'CSV'), kpiInfo(detail.kpi)));
    const lead = kpi === 'quarantine' && detail.rows.length ? h('p', { class: 'note' }, `${f.count(detail.rows.reduce((sum, row) => sum + row.rejected_rows, 0))} rows in all. The quarantine files beside the drop name each.`) : null;
    replace(host, head, detail.rows.length ? table(kpiColumns(detail), detail.rows, { label: detail.kpi.title, height: 320 }) : emptyState(empty), lead);
  });
}
