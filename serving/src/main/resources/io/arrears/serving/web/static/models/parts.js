// The model in each part of the book by itself, and what scarce effort would catch.
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { emptyState } from '../core/state.js';
import { table } from '../core/table.js';
import { figure, figuresOf, MODEL, sliceName, tooFew } from './figures.js';

const head = (title, lead) => h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, title), h('p', {}, lead)));

export function drawParts(host, model, target) {
  const figures = figuresOf(model, target);
  const slices = figures.slices.filter((slice) => figures.find(slice, 'positives'));
  const title = head('Parts of the book', 'The model alone, by type, segment and month of the as-of day, with 95% intervals over accounts.');
  if (!slices.length) return replace(host, title, emptyState('This model has no figures of parts', 'Train again with this release to see them.'));
  const cell = (metric) => (slice) => (figures.isTooFew(slice) ? f.DASH : figure(figures.find(slice, metric)));
  return replace(host, title, table([
    { label: 'Part', fit: true, cell: sliceName },
    { label: 'Rows', number: true, cell: (slice) => f.count(figures.find(slice, 'positives').n) },
    { label: 'Events', number: true, cell: (slice) => f.count(figures.find(slice, 'positives').value) },
    { label: 'AUC', number: true, cell: (slice) => (figures.isTooFew(slice) ? tooFew() : cell('auc')(slice)) },
    { label: 'Brier', number: true, cell: cell('brier') },
    { label: 'ECE', number: true, cell: cell('ece') },
    { label: 'Slope', number: true, cell: cell('calibration_slope') },
    { label: 'Intercept', number: true, cell: cell('calibration_intercept') },
    { label: 'Lift, top 10%', number: true, cell: cell('lift_10') },
  ], slices, { label: 'Parts of the book', height: 420 }));
}

export function drawCapacity(host, model, target) {
  const figures = figuresOf(model, target);
  const shares = [5, 10, 20].filter((percent) => figures.find('all', `lift_${percent}`) || figures.find('all', `cash_${percent}`));
  const title = head('At capacity', 'When only the best-scored share of the book can be worked.');
  if (!shares.length) return replace(host, title, emptyState('This model has no such figures'));
  return replace(host, title, table([
    { label: 'Worked', fit: true, cell: (percent) => `${percent}%` },
    { label: 'Lift', number: true, cell: (percent) => figure(figures.find('all', `lift_${percent}`), (value) => f.decimal(value, 2)) },
    { label: 'Cash caught', number: true, cell: (percent) => figure(figures.find('all', `cash_${percent}`), f.percent) },
    { label: 'n', number: true, cell: (percent) => f.count((figures.find('all', `lift_${percent}`, MODEL) ?? figures.find('all', `cash_${percent}`)).n) },
  ], shares, { label: 'At capacity' }));
}
