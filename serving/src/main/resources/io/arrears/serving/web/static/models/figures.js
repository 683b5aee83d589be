// One model's figures, found by slice and metric. The model is the contender `trees`; its baselines are the others.
import { h } from '../core/dom.js';
import * as f from '../core/format.js';

export const MODEL = 'trees';

export function figuresOf(model, target) {
  const rows = model.metrics.filter((row) => row.target === target);
  const byName = new Map(rows.map((row) => [`${row.contender} ${row.slice} ${row.metric}`, row]));
  const find = (slice, metric, contender = MODEL) => byName.get(`${contender} ${slice} ${metric}`) ?? null;
  return {
    rows,
    find,
    slices: [...new Set(rows.filter(({ contender, slice }) => contender === MODEL && slice !== 'all').map(({ slice }) => slice))],
    isTooFew: (slice) => find(slice, 'too_few') !== null,
    n: (slice) => Math.max(0, ...rows.filter((row) => row.contender === MODEL && row.slice === slice).map((row) => row.n)),
  };
}

// A figure with its 95% interval below it; `write` makes text of a number.
export function figure(row, write = (value) => f.decimal(value, 3)) {
  if (!row || row.value === null) return f.DASH;
  const interval = row.low === null || row.high === null ? null : h('span', { class: 'under' }, `${write(row.low)} to ${write(row.high)}`);
  return h('span', {}, write(row.value), interval);
}

export const tooFew = () => h('span', { class: 'muted' }, 'too few to judge');

// segment=north → Segment: north; audit_sex=f → Sex: f
export function sliceName(slice) {
  if (slice === 'all') return 'All';
  const [name, value] = slice.replace(/^audit_/, '').split(/=(.*)/s);
  if (value === undefined) return f.words(name);
  return `${f.words(name)}: ${name === 'month' ? f.monthAndYear(`${value}-01`) : f.words(value)}`;
}
