// How the model fared on the test period, beside the baselines it has to beat; intervals where they were computed.
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { infoButton } from '../core/info.js';
import { emptyState } from '../core/state.js';
import { table } from '../core/table.js';
import { figure, MODEL } from './figures.js';
import { targetName } from './list.js';

const NAMES = { trees: 'Model (trees)', logistic: 'Logistic regression', base_rate: 'Base rate', paid_last_month: 'Only whether they paid last month' };
export const contenderName = (contender) => NAMES[contender] ?? `Only ${f.words(contender).toLowerCase()}`;

const METRICS = {
  auc: ['AUC', 'Chance that a case with the outcome is ranked above one without. 0.5 is chance, higher is better.'],
  ks: ['KS', 'Largest gap between the two groups’ score distributions. Higher is better.'],
  brier: ['Brier', 'Mean squared error of the probability. Lower is better.'],
  log_loss: ['Log loss', 'Mean surprise at the outcome. Lower is better.'],
  ece: ['ECE', 'Expected calibration error over 15 bins of equal size. Lower is better.'],
  calibration_slope: ['Slope', 'Of the outcome on the predicted log-odds. 1 when calibrated, under 1 when predictions are too extreme.'],
  calibration_intercept: ['Intercept', 'Of the same line. 0 when calibrated.'],
};
// Shown in a block of their own, or told by another.
const ELSEWHERE = /^(gini|lift_\d+|cash_\d+|positives|base_rate|mean_predicted)$/;
const nameOf = (metric) => METRICS[metric]?.[0] ?? f.words(metric);

export function drawMetrics(host, model, target, targets, onTarget) {
  host.classList.add('has-popover');
  const rows = model.metrics.filter((row) => row.target === target && row.slice === 'all');
  const metrics = [...Object.keys(METRICS), ...new Set(rows.map(({ metric }) => metric))].filter((metric, i, all) => !ELSEWHERE.test(metric) && all.indexOf(metric) === i && rows.some((row) => row.metric === metric));
  const contenders = [...new Set(rows.map(({ contender }) => contender))];
  const find = (contender, metric) => rows.find((row) => row.contender === contender && row.metric === metric);
  const head = h('div', { class: 'card-head' },
    h('div', {}, h('h2', {}, `${targetName(target)}: figures on the test period`), h('p', {}, `Model ${model.model_id}. The test period lies after everything the model learned from.`)),
    h('div', { class: 'tools' }, targets.map((name) => h('button', { type: 'button', 'aria-pressed': String(name === target), onclick: () => onTarget(name) }, name)),
      infoButton('The figures', metrics.filter((metric) => METRICS[metric]).map((metric) => METRICS[metric].join(': ')))));
  if (!contenders.length) return replace(host, head, emptyState('This model has no evaluation for this target'));
  return replace(host, head, table([
    { label: 'Contender', fit: true, cell: (contender) => (contender === MODEL ? h('strong', {}, contenderName(contender)) : contenderName(contender)) },
    ...metrics.map((metric) => ({ label: nameOf(metric), number: true, title: () => METRICS[metric]?.[1] ?? null, cell: (contender) => figure(find(contender, metric)) })),
    { label: 'n', number: true, cell: (contender) => f.count(Math.max(...metrics.map((metric) => find(contender, metric)?.n ?? 0))) },
  ], contenders, { label: 'Figures on the test period', height: 480 }));
}
