// Groups the model never sees: how they fare when a share of the book is selected.
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { emptyState } from '../core/state.js';
import { table } from '../core/table.js';
import { figure, figuresOf, sliceName, tooFew } from './figures.js';

const FOUR_FIFTHS = 0.8;

export function drawFairness(host, model, target) {
  const figures = figuresOf(model, target);
  const slices = figures.slices.filter((slice) => slice.startsWith('audit_'));
  const capacity = figures.rows.map(({ metric }) => /^selection_gap_(\d+)$/.exec(metric)?.[1]).find(Boolean) ?? '10';
  const head = h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, 'Fairness'),
    h('p', {}, `Groups of audit columns, which the model never reads, when the best-scored ${capacity}% of the book is selected. An adverse-impact ratio under 0.8 needs a reason.`)));
  if (!slices.length) return replace(host, head, emptyState('The book has no audit columns', 'Columns that start with audit_ are kept for this, and never become features.'));
  const columns = slices.filter((slice) => !slice.includes('='));
  const at = (metric) => `${metric}_${capacity}`;
  const percent = (row) => figure(row, f.percent);
  const ratio = (row) => (row && row.value !== null && row.value < FOUR_FIFTHS ? h('strong', { class: 'warn' }, figure(row, (value) => f.decimal(value, 2))) : figure(row, (value) => f.decimal(value, 2)));
  return replace(host, head,
    table([
      { label: 'Group', fit: true, cell: sliceName },
      { label: 'Rows', number: true, cell: (slice) => f.count(figures.n(slice)) },
      { label: 'Observed', number: true, cell: (slice) => (figures.isTooFew(slice) ? tooFew() : percent(figures.find(slice, 'observed'))) },
      { label: 'Predicted', number: true, cell: (slice) => percent(figures.find(slice, 'predicted')) },
      { label: 'Observed less predicted', number: true, cell: (slice) => percent(figures.find(slice, 'calibration_gap')) },
      { label: 'Selected', number: true, cell: (slice) => percent(figures.find(slice, at('selected'))) },
      { label: 'True positives', number: true, cell: (slice) => percent(figures.find(slice, at('true_positive_rate'))) },
      { label: 'False positives', number: true, cell: (slice) => percent(figures.find(slice, at('false_positive_rate'))) },
      { label: 'Impact ratio', number: true, cell: (slice) => ratio(figures.find(slice, at('impact_ratio'))) },
    ], slices.filter((slice) => slice.includes('=')), { label: 'Groups', height: 360 }),
    table([
      { label: 'Between groups of', fit: true, cell: sliceName },
      { label: 'Selection gap', number: true, cell: (slice) => percent(figures.find(slice, at('selection_gap'))) },
      { label: 'True positive gap', number: true, cell: (slice) => percent(figures.find(slice, at('true_positive_gap'))) },
      { label: 'False positive gap', number: true, cell: (slice) => percent(figures.find(slice, at('false_positive_gap'))) },
      { label: 'Worst calibration', number: true, cell: (slice) => percent(figures.find(slice, 'calibration_gap')) },
      { label: 'Adverse-impact ratio', number: true, cell: (slice) => ratio(figures.find(slice, at('impact_ratio'))) },
    ], columns, { label: 'Gaps between groups' }));
}
