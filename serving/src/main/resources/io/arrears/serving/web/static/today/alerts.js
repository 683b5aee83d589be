// At most three things that need a person, the gravest first, each a link to where it can be seen.
import { withFilters } from '../core/api.js';
import { h, replace } from '../core/dom.js';
import { ageInDays, isStale } from '../core/frame.js';
import * as f from '../core/format.js';

export function drawAlerts(host, scope, book, prices, quarantine, waterfall) {
  const found = [...untied(waterfall), ...stale(scope), ...afterPayment(book), ...worsened(book), ...scarce(prices), ...rejected(quarantine)].slice(0, 3);
  replace(host,
    h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, 'What needs you'))),
    h('ul', { class: 'alerts' }, found.length
      ? found.map(({ level, text, href }) => h('li', {}, h('a', { href }, h('span', { class: `dot ${level}` }), h('span', {}, text), h('span', { 'aria-hidden': 'true', class: 'muted' }, '→'))))
      : h('li', {}, h('p', {}, h('span', { class: 'dot good' }), 'Nothing stands out today.'))));
}

function untied({ rows }) {
  const off = rows.filter((row) => row.difference !== 0);
  return off.length ? [{ level: 'bad', text: `The balance does not tie in ${off.length} ${off.length === 1 ? 'month' : 'months'}.`, href: withFilters('/data') }] : [];
}

function stale(scope) {
  return isStale(scope) ? [{ level: 'warn', text: `The figures are ${ageInDays(scope)} days old.`, href: withFilters('/data') }] : [];
}

function afterPayment(book) {
  const { latest } = book.kpis.find(({ kpi }) => kpi.name === 'contacts_after_payment');
  return latest.value > 0
    ? [{ level: 'bad', text: `${f.count(latest.value)} ${latest.value === 1 ? 'contact' : 'contacts'} in ${f.month(latest.period)} reached people who had already paid.`, href: withFilters('/channels') }]
    : [];
}

// The share that moved most against us, when that is more than 3 points.
function worsened(book) {
  return book.kpis
    .filter(({ kpi, change }) => kpi.unit === 'share' && change !== null && Math.abs(change) > 0.03 && (change > 0) !== (kpi.better === 'up'))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, 1)
    .map(({ kpi, latest, previous, change }) => ({
      level: 'warn',
      text: `${kpi.title}: ${f.percent(latest.value)} in ${f.month(latest.period)}, ${f.delta('share', change)} vs ${f.month(previous.period)}.`,
      href: withFilters(kpi.name.startsWith('promises') ? '/channels' : '/ageing'),
    }));
}

function scarce({ rows }) {
  return rows.filter((row) => row.price > 0).slice(0, 1).map((row) => ({
    level: '', text: `Capacity “${f.words(row.capacity).toLowerCase()}” is scarce: one more unit of it would add ${f.money(row.price)}.`, href: '#plan',
  }));
}

function rejected({ rows }) {
  const total = rows.reduce((sum, row) => sum + row.rejected_rows, 0);
  return total ? [{ level: '', text: `${f.count(total)} rows are in quarantine.`, href: withFilters('/data') }] : [];
}
