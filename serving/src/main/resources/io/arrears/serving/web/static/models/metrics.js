// How the model fared on the test period, beside the baselines it has to beat; intervals where they were computed.
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { infoButton } from '../core/info.js';
import { emptyState } from '../core/state.js';
import { table } from '../core/table.js';
import { targetName } from './list.js';

const NAMES = { trees: 'Model (trees)', logistic: 'Logistic regression', base_rate: 'Base rate' };
export const contenderName = (contender) => NAMES[contender] ?? `Only ${f.words(contender).toLowerCase()}`;

const METRICS = {
  auc: ['AUC', 'Chance that a case with the outcome is ranked above one without. 0.5 is chance, higher is better.'],
  ks: ['KS', 'Largest gap between the two groups’ score distributions. Higher is better.'],
  brier: ['Brier', 'Mean squared error of the probability. Lower is better.'],
  log_loss: ['Log loss', 'Mean surprise at the outcome. Lower is better.'],
  ece: ['ECE', 'Expected calibration error over 15 bins of equal size. Lower is better.'],
};
const nameOf = (metric) => METRICS[metric]?.[0] ?? f.words(metric);

export function drawMetrics(host, model, target, targets, onTarget) {
  host.classList.add('has-popover');
  const rows = model.metrics.filter((row) => row.target === target);
  const metrics = [...Object.keys(METRICS), ...new Set(rows.map(({ metric }) => metric))].filter((metric, i, all) => metric !== 'gini' && all.indexOf(metric) === i && rows.some((row) => row.metric === metric));
  const slices = [...new Set(rows.map(({ slice }) => slice))];
  const lines = slices.flatMap((slice) => [...new Set(rows.filter((row) => row.slice === slice).map(({ contender }) => contender))].map((contender) => ({ slice, contender })));
  const find = (line, metric) => rows.find((row) => row.slice === line.slice && row.contender === line.contender && row.metric === metric);
  const head = h('div', { class: 'card-head' },
    h('div', {}, h('h2', {}, `${targetName(target)}: figures on the test period`), h('p', {}, `Model ${model.model_id}. The test period lies after everything the model learned from.`)),
    h('div', { class: 'tools' }, targets.map((name) => h('button', { type: 'button', 'aria-pressed': String(name === target), onclick: () => onTarget(name) }, name)),
      infoButton('The figures', metrics.filter((metric) => METRICS[metric]).map((metric) => METRICS[metric].join(': ')))));
  if (!lines.length) return replace(host, head, emptyState('This model has no evaluation for this target'));
  return replace(host, head, table([
    { label: 'Slice', fit: true, cell: (line) => sliceName(line.slice) },
    { label: 'Contender', fit: true, cell: (line) => (line.contender === 'trees' ? h('strong', {}, contenderName(line.contender)) : contenderName(line.contender)) },
    ...metrics.map((metric) => ({ label: nameOf(metric), number: true, title: () => METRICS[metric]?.[1] ?? null, cell: (line) => figure(find(line, metric)) })),
    { label: 'n', number: true, cell: (line) => f.count(Math.max(...metrics.map((metric) => find(line, metric)?.n ?? 0))) },
  ], lines, { label: 'Figures on the test period', height: 480 }));
}

const sliceName = (slice) => (slice === 'all' ? 'All' : slice.split('=').map(f.words).join(': '));

function figure(row) {
  if (!row || row.value === null) return f.DASH;
  const interval = row.low === null || row.high === null ? null : h('span', { class: 'under' }, `${f.decimal(row.low, 3)} to ${f.decimal(row.high, 3)}`);
  return h('span', {}, f.decimal(row.value, 3), interval);
}
