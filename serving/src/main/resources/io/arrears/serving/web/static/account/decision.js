// What the plan does with the account, and what every other arm would be worth or why it may not be chosen.
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { emptyState } from '../core/state.js';
import { table } from '../core/table.js';
import { gap, runnerUp } from '../worklist/rows.js';
import { window as legalWindow } from '../worklist/window.js';

export function drawDecision(host, { published }) {
  const { plan } = published;
  const head = h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, 'The plan'), h('p', {}, `As of ${f.dayAndYear(published.as_of)}.`)));
  if (!plan) return replace(host, head, emptyState('Not in the plan', 'Only accounts with an open balance are planned.'));
  const fact = (name, value) => (value ? [h('dt', {}, name), h('dd', {}, value)] : []);
  const alone = plan.channel === 'none';
  return replace(host, head,
    h('p', { class: 'figure' }, f.words(plan.action), alone ? null : h('span', {}, ` by ${f.words(plan.channel).toLowerCase() === 'sms' ? 'SMS' : f.words(plan.channel).toLowerCase()}${plan.window === 'any' ? '' : `, ${plan.window}`}`)),
    plan.hold_reason ? h('p', { class: 'badges' }, h('span', { class: 'badge warn' }, `Held: ${f.words(plan.hold_reason)}`)) : null,
    h('dl', { class: 'facts' },
      fact('Rank', f.count(plan.rank)),
      fact(`Net value, ${published.plan_currency}`, f.decimal(plan.net_value)),
      plan.price_paid ? fact('Price of capacity used', f.decimal(plan.price_paid)) : [],
      alone ? [] : fact('Lawful, UTC', legalWindow(plan.not_before, plan.not_after)),
      plan.runner_up ? fact('Runner-up', `${runnerUp(plan.runner_up)}, ${gap(plan.runner_up_gap)}`) : [],
      fact('Chosen with probability', f.percent(plan.propensity, 0))),
    h('p', { class: 'note' }, change(plan)));
}

// What would have to be otherwise for another arm to win.
function change(plan) {
  if (plan.hold_reason) return 'It would change when what holds it ends.';
  if (!plan.runner_up || plan.runner_up_gap === null) return '';
  if (plan.runner_up_gap < 0) return `Chosen by chance, to learn what works: “${runnerUp(plan.runner_up)}” would be worth ${f.decimal(-plan.runner_up_gap)} more.`;
  return `It would change to “${runnerUp(plan.runner_up)}” if this one were worth ${f.decimal(plan.runner_up_gap)} less.`;
}

export function drawArms(host, { published }) {
  const head = h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, 'Every arm and its value'), h('p', {}, `Net value over the horizon, ${published.plan_currency ?? ''}; blocked arms name the rule.`)));
  if (!published.arms.length) return replace(host, head, emptyState('No arm was valued', 'Run ./arrears plan, then ./arrears publish.'));
  const { plan } = published;
  const chosen = (row) => plan && row.action === plan.action && row.channel === plan.channel && row.window === plan.window;
  return replace(host, head, table([
    { label: 'Arm', fit: true, cell: (row) => h('span', {}, f.words(row.action), row.channel === 'none' ? null : ` by ${f.words(row.channel)}`, row.window === 'any' ? null : `, ${row.window}`, ' ', chosen(row) ? h('span', { class: 'badge accent' }, 'Chosen') : null) },
    { label: 'Allowed', fit: true, cell: (row) => (row.legal ? 'Yes' : h('span', { class: 'badge bad' }, row.blocked_by ?? 'blocked')) },
    { label: 'Reaches', number: true, cell: (row) => f.percent(row.p_reach, 0) },
    { label: 'Pays in 30 d', number: true, cell: (row) => f.percent(row.p_pay_30d) },
    { label: 'Expected cash', number: true, cell: (row) => f.decimal(row.expected_cash_30d) },
    { label: 'Cost', number: true, cell: (row) => f.decimal(row.cost) },
    { label: 'Net value', number: true, cell: (row) => f.decimal(row.net_value) },
  ], published.arms, { label: 'Every arm and its value' }));
}
