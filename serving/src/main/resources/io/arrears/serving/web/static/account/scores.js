// What the model says, and the factors behind it as signed bars: right raises the chance to pay, left lowers it.
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { infoButton } from '../core/info.js';
import { emptyState } from '../core/state.js';

const MEANING = 'Bars show how much each factor moves the score, on the log-odds scale: to the right it raises the chance to pay, to the left it lowers it.';

export function drawScores(host, { scores }) {
  host.classList.add('has-popover');
  const head = h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, 'Chance to pay within 30 days'), scores ? h('p', {}, `Model ${scores.model_id}, as of ${f.dayAndYear(scores.as_of)}.`) : null),
    h('div', { class: 'tools' }, infoButton('Chance to pay', [MEANING])));
  if (!scores) return replace(host, head, emptyState('No model is in force', 'Run ./arrears train, then ./arrears models promote ID.'));
  const most = Math.max(0.01, ...scores.reasons.map((reason) => Math.abs(reason.contribution)));
  return replace(host, head,
    h('p', { class: 'figure' }, f.percent(scores.pay_probability_30d), h('span', {}, ` · ${f.decimal(scores.expected_cash_30d)} ${scores.currency} expected`)),
    h('p', { class: 'small' }, scores.roll_probability === null ? '90 or more days past due already.' : `Rolls to 90 days past due: ${f.percent(scores.roll_probability)}.`),
    h('ul', { class: 'reasons' }, scores.reasons.map((reason) => bar(reason, most))));
}

function bar({ contribution, text, feature }, most) {
  const share = `${(Math.abs(contribution) / most) * 50}%`;
  const side = contribution < 0 ? { right: '50%', background: 'var(--series-6)' } : { left: '50%', background: 'var(--series-3)' };
  return h('li', { title: `${feature}: ${f.decimal(contribution)}` }, h('span', {}, f.sentence(text)),
    h('span', { class: 'signed', role: 'img', 'aria-label': `${contribution < 0 ? 'lowers' : 'raises'} the chance to pay by ${f.decimal(Math.abs(contribution))}` }, h('span', { class: 'signed-bar', style: { ...side, width: share } })));
}
