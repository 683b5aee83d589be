// What the plan is worth, what it does, and what one more unit of each capacity would add.
import { withFilters } from '../core/api.js';
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { infoButton } from '../core/info.js';
import { emptyState } from '../core/state.js';
import { table } from '../core/table.js';

export function drawPlan(host, worth, arms, prices) {
  host.classList.add('has-popover');
  const [total] = worth.rows;
  const head = h('div', { class: 'card-head' },
    h('div', {}, h('h2', {}, worth.kpi.title), h('p', {}, total ? `${f.money(total.value)} over leaving everybody alone: ${f.count(total.contacts)} contacts among ${f.count(total.accounts)} open accounts.` : '')),
    h('div', { class: 'tools' }, h('a', { class: 'button', href: withFilters('/worklist') }, 'Work list'), infoButton(worth.kpi.title, [worth.kpi.definition, prices.kpi.definition])));
  if (!total) return replace(host, head, emptyState('There is no plan yet', 'Run ./arrears plan --as-of DATE --strategy FILE, then ./arrears publish.'));
  return replace(host, head, h('div', { class: 'split' },
    table([
      { label: 'Action', fit: true, cell: (row) => f.words(row.action) },
      { label: 'Channel', fit: true, cell: (row) => (row.channel === 'none' ? f.DASH : f.words(row.channel)) },
      { label: 'Accounts', number: true, cell: (row) => f.count(row.accounts) },
      { label: `Adds, ${f.currencyCode()}`, number: true, cell: (row) => f.amount(row.added) },
      { label: 'Per account', number: true, cell: (row) => f.amount(row.accounts ? row.added / row.accounts : null) },
    ], arms.rows, { label: 'The plan by action and channel' }),
    prices.rows.length ? table([
      { label: 'Capacity', fit: true, cell: (row) => f.words(row.capacity) },
      { label: 'Used', cell: (row) => h('span', { class: 'track', 'aria-hidden': 'true', style: { marginTop: '6px' } }, h('span', { class: 'bar', style: { width: `${Math.min(1, row.used_share ?? 0) * 100}%` } })) },
      { label: 'Of limit', number: true, cell: (row) => `${f.shortNumber(row.used)} of ${f.shortNumber(row.limit_amount)}` },
      { label: `Price of one more, ${f.currencyCode()}`, number: true, title: (row) => (row.price > 0 ? `One more unit (${row.unit}) would add ${f.money(row.price)}` : 'Not scarce: more of it would add nothing'), cell: (row) => f.amount(row.price) },
    ], prices.rows, { label: 'Capacities' }) : null));
}
