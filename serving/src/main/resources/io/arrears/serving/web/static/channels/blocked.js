// What the rules forbid: arms of the last plan that could not be chosen.
import { csvOf } from '../core/api.js';
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { kpiInfo } from '../core/info.js';
import { emptyState } from '../core/state.js';
import { table } from '../core/table.js';

export function drawBlocked(host, detail) {
  host.classList.add('has-popover');
  const head = h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, detail.kpi.title), h('p', {}, 'Candidate arms of the last plan that a rule forbids.')),
    h('div', { class: 'tools' }, h('a', { class: 'button', href: csvOf('blocked_by_rule'), download: '' }, 'CSV'), kpiInfo(detail.kpi)));
  if (!detail.rows.length) return replace(host, head, emptyState('No rule blocked an arm'));
  return replace(host, head, table([
    { label: 'Rule', fit: true, cell: (row) => h('code', {}, row.rule) },
    { label: 'Share of arms', cell: (row) => h('span', { class: 'track', 'aria-hidden': 'true', style: { marginTop: '6px' } }, h('span', { class: 'bar', style: { width: `${row.share_of_arms * 100}%` } })) },
    { label: '', number: true, cell: (row) => f.percent(row.share_of_arms) },
    { label: 'Arms', number: true, cell: (row) => f.count(row.arms) },
    { label: 'Accounts', number: true, cell: (row) => f.count(row.accounts) },
  ], detail.rows, { label: detail.kpi.title }));
}
