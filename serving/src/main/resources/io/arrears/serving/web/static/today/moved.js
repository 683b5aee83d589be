// The last whole month in one sum: what came, what went.
import { withFilters } from '../core/api.js';
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { kpiInfo } from '../core/info.js';
import { emptyState } from '../core/state.js';

export function drawMoved(host, { kpi, rows }) {
  host.classList.add('has-popover');
  const row = rows.at(-1);
  const head = h('div', { class: 'card-head' },
    h('div', {}, h('h2', {}, row ? `What moved the balance in ${f.month(row.period)}` : kpi.title), h('p', {}, f.currencyCode())),
    h('div', { class: 'tools' }, h('a', { class: 'button', href: withFilters('/ageing') }, 'More'), kpiInfo(kpi)));
  if (!row) return replace(host, head, emptyState('Two month ends are needed'));
  const line = (name, value, sum) => [h('dt', { class: sum ? 'sum' : null }, name), h('dd', { class: sum ? 'sum' : null }, value)];
  const moved = (value) => (value > 0 ? '+' : '') + f.amount(value);
  return replace(host, head, h('dl', { class: 'facts tight' },
    line('Opening', f.amount(row.opening)), line('Billed', moved(row.billed)), line('Collected', moved(0 - row.collected)), line('Adjusted', moved(0 - row.adjusted)), line('Closing', f.amount(row.closing), true)));
}
