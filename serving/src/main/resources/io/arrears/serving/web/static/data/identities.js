// Sums that must agree. Green: they do. Red: the figures contradict each other and must not be trusted.
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';

export const IDENTITY_KPIS = ['open_balance', 'ageing', 'transition_matrix', 'waterfall', 'promises_kept_rate', 'days_sales_outstanding', 'balance_by_slice', 'reconciliation'];

const total = (rows, column) => rows.reduce((sum, row) => sum + Math.round((row[column] ?? 0) * 1000), 0) / 1000;
const near = (a, b, room = 1e-9) => Math.abs(a - b) <= room;

// Each check answers the cases that break it, and how many it looked at.
const CHECKS = [
  ['Ageing buckets add up to the open balance', ({ open_balance: open, ageing }) => open.rows.map((row) => near(total(ageing.rows.filter(({ period }) => period === row.period), 'balance'), row.value, 0.0005))],
  ['Every row of the transition matrix adds up to 1', ({ transition_matrix: { rows } }) => [...new Set(rows.map((row) => `${row.period} ${row.from_bucket}`))].map((key) => near(rows.filter((row) => `${row.period} ${row.from_bucket}` === key).reduce((sum, row) => sum + row.share_of_accounts, 0), 1, 1e-6))],
  ['Opening + billed − collected − adjusted = closing, each month', ({ waterfall }) => waterfall.rows.map((row) => row.difference === 0)],
  ['Promises kept + broken = fallen due', ({ promises_kept_rate: { rows } }) => rows.map((row) => row.kept + row.broken === row.fallen_due)],
  ['Days delinquent = days outstanding − best possible', ({ days_sales_outstanding: { rows } }) => rows.filter((row) => row.value !== null).map((row) => near(row.average_days_delinquent, row.value - row.best_possible, 1e-6))],
  ['Receivable types and segments add up to the same balance', ({ balance_by_slice: { rows } }) => [near(total(rows.filter(({ slice }) => slice === 'receivable_type'), 'open'), total(rows.filter(({ slice }) => slice === 'segment'), 'open'), 0.0005)]],
  ['Every drop reconciles to the minor unit', ({ reconciliation }) => reconciliation.rows.map((row) => row.difference === 0)],
];

export function drawIdentities(host, details) {
  const byName = Object.fromEntries(details.map((detail) => [detail.kpi.name, detail]));
  const results = CHECKS.map(([text, check]) => ({ text, cases: check(byName) }));
  const broken = results.filter(({ cases }) => cases.includes(false)).length;
  replace(host,
    h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, 'Do the figures agree?'), h('p', {}, broken ? `${broken} of ${results.length} checks fail.` : `All ${results.length} checks hold in this slice.`))),
    h('ul', { class: 'alerts' }, results.map(({ text, cases }) => {
      const wrong = cases.filter((ok) => !ok).length;
      return h('li', {}, h('p', {}, h('span', { class: `dot ${cases.length === 0 ? '' : wrong ? 'bad' : 'good'}` }), h('span', {}, text),
        h('span', { class: wrong ? 'bad' : 'muted' }, cases.length === 0 ? 'nothing to check' : wrong ? `${f.count(wrong)} of ${f.count(cases.length)} fail` : `${f.count(cases.length)} checked`)));
    })));
}
