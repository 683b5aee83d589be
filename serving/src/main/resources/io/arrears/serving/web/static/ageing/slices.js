// Who holds the balance: by receivable type and by segment, side by side.
import { csvOf } from '../core/api.js';
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { kpiInfo } from '../core/info.js';
import { emptyState } from '../core/state.js';
import { table } from '../core/table.js';

export function drawSlices(host, detail) {
  host.classList.add('has-popover');
  const head = h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, detail.kpi.title)),
    h('div', { class: 'tools' }, h('a', { class: 'button', href: csvOf('balance_by_slice'), download: '' }, 'CSV'), kpiInfo(detail.kpi)));
  if (!detail.rows.length) return replace(host, head, emptyState('No account in this slice'));
  const part = (slice, label) => h('div', { class: 'span-6' }, slicedTable(detail.rows.filter((row) => row.slice === slice), label));
  return replace(host, head, h('div', { class: 'grid' }, part('receivable_type', 'Receivable type'), part('segment', 'Segment')));
}

function slicedTable(rows, label) {
  const most = Math.max(1, ...rows.map((row) => row.open));
  return table([
    { label, fit: true, cell: (row) => f.words(row.member) },
    { label: '', cell: (row) => h('span', { class: 'track', 'aria-hidden': 'true', style: { marginTop: '6px' } }, h('span', { class: 'bar', style: { width: `${(row.open / most) * 100}%` } })) },
    { label: `Open, ${f.currencyCode()}`, number: true, title: (row) => f.money(row.open), cell: (row) => f.shortNumber(row.open) },
    { label: 'Past due', number: true, cell: (row) => f.percent(row.past_due_share) },
    { label: 'Open accounts', number: true, cell: (row) => f.count(row.accounts) },
  ], rows, { label });
}
