// The book by age on the last day known, beside the end of last month.
import { csvOf, withFilters } from '../core/api.js';
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { kpiInfo } from '../core/info.js';
import { emptyState } from '../core/state.js';
import { table } from '../core/table.js';
import { bucketToken } from '../core/theme.js';

export function drawAgeing(host, detail) {
  const periods = [...new Set(detail.rows.map((row) => row.period))];
  const now = detail.rows.filter((row) => row.period === periods.at(-1));
  const before = new Map(detail.rows.filter((row) => row.period === periods.at(-2)).map((row) => [row.bucket, row.balance]));
  const total = now.reduce((sum, row) => sum + row.balance, 0);
  const most = Math.max(1, ...now.map((row) => row.balance));
  host.classList.add('has-popover');
  const head = h('div', { class: 'card-head' },
    h('div', {}, h('h2', {}, 'The book by age'), h('p', {}, periods.length ? `Days past due on ${f.day(periods.at(-1))}; change since ${f.day(periods.at(-2) ?? periods[0])}.` : '')),
    h('div', { class: 'tools' }, h('a', { class: 'button', href: withFilters('/ageing') }, 'More'), h('a', { class: 'button', href: csvOf('ageing'), download: '' }, 'CSV'), kpiInfo(detail.kpi)));
  if (!now.length) return replace(host, head, emptyState('No account in this slice'));
  const rows = now.filter((row) => row.bucket !== 'CHARGED_OFF' || row.accounts > 0);
  return replace(host, head, table([
    { label: 'Days past due', fit: true, cell: (row) => h('span', {}, h('i', { class: 'swatch', style: { background: `var(--${bucketToken(row.bucket)})` } }), f.words(row.bucket)) },
    { label: '', cell: (row) => h('span', { class: 'track', 'aria-hidden': 'true', style: { marginTop: '6px' } }, h('span', { class: 'bar', style: { width: `${Math.max(0, row.balance / most) * 100}%`, background: `var(--${bucketToken(row.bucket)})` } })) },
    { label: `Balance, ${f.currencyCode()}`, number: true, title: (row) => f.money(row.balance), cell: (row) => f.shortNumber(row.balance) },
    { label: 'Share', number: true, cell: (row) => f.percent(total ? row.balance / total : null) },
    { label: 'Change', number: true, cell: (row) => change(row, before) },
    { label: 'Accounts', number: true, cell: (row) => f.count(row.accounts) },
  ], rows, { label: 'The book by age' }));
}

function change(row, before) {
  if (!before.has(row.bucket)) return f.DASH;
  const moved = row.balance - before.get(row.bucket);
  return moved === 0 ? '0' : (moved > 0 ? '+' : '') + f.shortNumber(moved);
}
