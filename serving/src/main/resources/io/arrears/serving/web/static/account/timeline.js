// Everything known of the account, newest first; what was learned late or has been corrected since is marked.
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { emptyState } from '../core/state.js';
import { table } from '../core/table.js';
import { runnerUp as arm } from '../worklist/rows.js';

const KINDS = { invoices: 'Bill', payments: 'Payment', contacts: 'Contact', promises: 'Promise', disputes: 'Dispute', consents: 'Consent', flags: 'Flag' };

export function drawTimeline(host, { timeline, account }, kind = '') {
  const kinds = [...new Set(timeline.map((entry) => entry.table))];
  const rows = timeline.filter((entry) => !kind || entry.table === kind);
  const button = (value, label) => h('button', { type: 'button', 'aria-pressed': String(value === kind), onclick: () => drawTimeline(host, { timeline, account }, value) }, label);
  const head = h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, 'Timeline'), h('p', {}, `${f.count(rows.length)} of ${f.count(timeline.length)} entries. Late: learned after the end of its day.`)),
    h('div', { class: 'tools' }, button('', 'All'), kinds.map((value) => button(value, KINDS[value] ?? f.words(value)))));
  if (!rows.length) return replace(host, head, emptyState('Nothing is known yet'));
  return replace(host, head, table([
    { label: 'Day', fit: true, cell: (row) => f.dayAndYear(row.on) },
    { label: 'What', fit: true, cell: (row) => h('span', {}, h('i', { class: 'swatch', style: { background: `var(--${colour(row.table)})` } }), KINDS[row.table] ?? f.words(row.table)) },
    { label: 'Told', cell: (row) => h('span', row.outdated ? { class: 'muted struck' } : {}, told(row)) },
    { label: `Amount, ${account.currency}`, number: true, cell: (row) => (row.amount === null ? '' : f.decimal(row.amount)) },
    { label: 'Known', fit: true, cell: (row) => marks(row) },
    { label: 'Id', fit: true, cell: (row) => h('span', { class: 'muted' }, row.id) },
  ], rows, { label: 'Timeline', height: 560 }));
}

const colour = (name) => ({ invoices: 'series-8', payments: 'series-3', contacts: 'series-1', promises: 'series-2', disputes: 'series-6', flags: 'danger', consents: 'series-4' })[name] ?? 'series-7';

function marks(row) {
  const badge = (kind, text) => h('span', { class: `badge ${kind}` }, text);
  return h('span', {}, row.late ? badge('warn', `late, ${f.day(row.known_at)}`) : '', row.outdated ? badge('', 'corrected since') : '');
}

// "outbound plan_offer/sms/any: no_answer" → "Plan offer, SMS: no answer"
function told(row) {
  const contact = /^(outbound|inbound) (\S+): (\S.*)$/.exec(row.text);
  if (contact) return `${contact[1] === 'inbound' ? 'They called: ' : ''}${arm(contact[2])}: ${f.words(contact[3]).toLowerCase()}`;
  return f.words(row.text.replace(/^sms\b/, 'SMS')).replace(/\d{4} \d{2} \d{2}/g, (date) => f.dayAndYear(date.replaceAll(' ', '-')));
}
