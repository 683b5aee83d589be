// One line per account: what to do, when it is lawful, what it is worth and why.
import { withFilters } from '../core/api.js';
import { h } from '../core/dom.js';
import * as f from '../core/format.js';
import { table } from '../core/table.js';
import { window as legalWindow } from './window.js';

export const accountAddress = (id) => withFilters(`/accounts/${encodeURIComponent(id)}`);

export function worklistTable(list) {
  const under = (main, below) => h('span', {}, main, below ? h('span', { class: 'under' }, below) : null);
  return table([
    { label: 'Rank', number: true, cell: (row) => f.count(row.rank) },
    { label: 'Account', fit: true, cell: (row) => under(h('a', { href: accountAddress(row.account_id), tabindex: -1 }, row.account_id), f.words(row.receivable_type)) },
    { label: 'Do', fit: true, cell: (row) => under(f.words(row.action), `${f.words(row.channel)}${row.window === 'any' ? '' : `, ${row.window}`}`) },
    { label: 'Lawful, UTC', fit: true, cell: (row) => (row.hold_reason ? h('span', { class: 'badge warn' }, row.hold_reason) : legalWindow(row.not_before, row.not_after)) },
    { label: `Net value, ${list.plan_currency}`, number: true, title: (row) => (row.price_paid ? `after ${f.decimal(row.price_paid)} for the capacity it uses` : null), cell: (row) => f.decimal(row.net_value) },
    { label: 'Past due', number: true, cell: (row) => under(`${f.decimal(row.past_due_amount)}`, `${f.count(row.days_past_due)} days, ${row.currency}`) },
    { label: 'Pays in 30 d', number: true, cell: (row) => f.percent(row.pay_probability_30d, 0) },
    { label: 'Strongest reason', cell: (row) => (row.reason ? f.sentence(row.reason) : f.DASH) },
    { label: 'Runner-up', cell: (row) => (row.runner_up ? under(runnerUp(row.runner_up), gap(row.runner_up_gap)) : f.DASH) },
  ], list.rows, { label: 'Work list', onOpen: (row) => location.assign(accountAddress(row.account_id)) });
}

// How far the runner-up is behind; ahead of it when the arm was chosen by chance.
export const gap = (value) => (value === null ? '' : value < 0 ? `${f.decimal(-value)} more` : `${f.decimal(value)} less`);

// reminder/sms/evening → Reminder, SMS, evening
export function runnerUp(arm) {
  const [action, channel, when] = arm.split('/');
  return channel === 'none' || channel === undefined ? f.words(action) : [f.words(action), f.words(channel), when === 'any' ? null : when].filter(Boolean).join(', ');
}
