// Who it is and what is owed. Ids only: no name ever reaches this page.
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { emptyState } from '../core/state.js';
import { table } from '../core/table.js';

export function drawHead(host, { account, balances, contacts_last7_days: contacts }) {
  const fact = (name, value) => (value ? [h('dt', {}, name), h('dd', {}, value)] : []);
  const { profile } = account;
  const made = Object.entries(contacts).map(([channel, n]) => `${n} × ${f.words(channel)}`);
  replace(host,
    h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, f.words(account.receivable_type)), h('p', {}, [account.currency, profile.segment].filter(Boolean).join(', ')))),
    h('p', { class: 'figure' }, f.decimal(balances.past_due_amount), h('span', {}, ` ${account.currency} past due, ${f.count(balances.days_past_due)} days`)),
    account.flags.length ? h('p', { class: 'badges' }, account.flags.map((flag) => h('span', { class: 'badge bad' }, f.words(flag)))) : null,
    h('dl', { class: 'facts' },
      fact('Open balance', f.decimal(balances.open_balance)),
      balances.credit ? fact('Credit', f.decimal(balances.credit)) : [],
      fact('Opened', f.dayAndYear(account.opened_on)),
      fact('Debtor', account.debtor_id),
      fact('Collected by', f.words(profile.party)),
      fact('Jurisdiction', profile.jurisdiction),
      fact('Time zone', profile.time_zones.join(', ')),
      fact('Prefers', profile.preferred_channel && f.words(profile.preferred_channel)),
      fact('Contacts, last 7 days', made.length ? made.join(', ') : 'none')));
}

export function drawItems(host, { open_items: items, account }) {
  const head = h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, 'Open items'), h('p', {}, `Oldest due first, ${account.currency}.`)));
  if (!items.length) return replace(host, head, emptyState('Nothing is open'));
  return replace(host, head, table([
    { label: 'Item', fit: true, cell: (row) => h('span', {}, row.invoice_id, h('span', { class: 'under' }, f.words(row.kind))) },
    { label: 'Due', fit: true, cell: (row) => f.dayAndYear(row.due_on) },
    { label: 'Amount', number: true, cell: (row) => f.decimal(row.amount) },
    { label: 'Open', number: true, cell: (row) => f.decimal(row.open_amount) },
    { label: 'Days late', number: true, cell: (row) => (row.days_past_due ? f.count(row.days_past_due) : f.DASH) },
  ], items, { label: 'Open items', height: 264 }));
}
