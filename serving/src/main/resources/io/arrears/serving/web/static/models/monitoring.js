// Whether the model in force still fits: alarms, what moved, calibration cycle after cycle.
import { axisText, axisTitle, categories, chart, grid, tooltip, values } from '../core/chart.js';
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { emptyState } from '../core/state.js';
import { series, token } from '../core/theme.js';
import { table } from '../core/table.js';

const STATUS = { quiet: 'Quiet', watch: 'To watch', alarm: 'Alarm' };
const BADGE = { quiet: 'accent', watch: 'warn', alarm: 'bad' };
const WATCH = 0.1;
const MOST_MOVED = 8;
const KINDS = { level: 'Level', slope: 'Slope', slice: 'Part', input: 'Input', drift: 'Movement' };
const SIGNALS = ['level', 'slope', 'slice', 'input'];

const name = (figure) => (figure.kind === 'level' || figure.kind === 'slope' ? 'Whole book' : figure.name.includes('=') ? figure.name.split('=').map(f.words).join(': ') : f.words(figure.name));
const value = (figure) => f.decimal(figure.value, figure.kind === 'drift' ? 3 : 2);
const usual = (figure) => (figure.kind === 'drift' ? `up to ${f.decimal(figure.high, 3)}` : figure.low === null ? f.DASH : `${f.decimal(figure.low, 2)} to ${f.decimal(figure.high, 2)}`);
const rarity = (figure) => (figure.low === null ? 0 : Math.abs(figure.value - (figure.low + figure.high) / 2) / Math.max(1e-9, (figure.high - figure.low) / 2));

export function drawMonitoring(host, found) {
  const [newest] = found.checks;
  const head = (lead) => h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, 'Does it still fit?'), h('p', {}, lead)));
  if (!newest) return replace(host, head('Outcomes that have matured against their predictions.'), emptyState('No check is published yet', 'Run ./arrears monitor --as-of DATE, then ./arrears publish.'));
  const of = found.figures;
  const alarms = of.filter((figure) => figure.alarm && figure.kind !== 'calibration');
  const signals = of.filter(({ kind }) => SIGNALS.includes(kind)).sort((left, right) => rarity(right) - rarity(left));
  const moved = of.filter((figure) => figure.kind === 'drift' && (figure.value >= WATCH && figure.value > (figure.high ?? 0) || figure.name === 'score')).sort((left, right) => right.value - left.value);
  const flips = of.find(({ kind }) => kind === 'flips');
  const outcomes = signals[0]?.cycle;
  const lines = [...alarms, ...signals.filter((figure) => !figure.alarm).slice(0, 4), ...moved.filter((figure) => !figure.alarm).slice(0, MOST_MOVED)];
  return replace(host,
    head(`Model ${newest.model_id}, checked as of ${f.dayAndYear(newest.as_of)}${outcomes ? `, outcomes of ${f.dayAndYear(outcomes)}` : ''}.`),
    h('p', {}, h('span', { class: `badge ${BADGE[newest.status] ?? ''}` }, STATUS[newest.status] ?? newest.status), ` ${alarms.length ? `${alarms.length} out of bounds` : 'Nothing out of bounds'}`, flips ? `; ${f.count(flips.value)} of ${f.count(flips.high)} decisions would change` : null),
    table([
      { label: 'Signal', fit: true, cell: (row) => KINDS[row.kind] ?? row.kind },
      { label: 'Of', fit: true, cell: (row) => (row.alarm ? h('strong', { class: 'bad' }, name(row)) : name(row)) },
      { label: 'Value', number: true, cell: value },
      { label: 'Usual', number: true, cell: usual },
    ], lines, { label: 'Signals', height: 300 }),
    found.checks.length > 1 ? h('p', { class: 'note' }, `Before: ${found.checks.slice(1, 7).map((check) => `${f.day(check.as_of)} ${(STATUS[check.status] ?? check.status).toLowerCase()}`).join(', ')}.`) : null);
}

export function drawCycles(host, found) {
  const of = (metric) => found.figures.filter((figure) => figure.kind === 'calibration' && figure.metric === metric && figure.value !== null);
  const intercepts = of('intercept');
  const find = (metric, cycle) => of(metric).find((figure) => figure.cycle === cycle) ?? null;
  const days = intercepts.map(({ cycle }) => cycle);
  const bounds = Math.max(0.2, ...intercepts.flatMap(({ low, high, value: at }) => [Math.abs(low ?? at), Math.abs(high ?? at)]));
  chart(host, {
    title: 'Calibration over cycles',
    lead: 'By how much the log-odds of the whole book were too low, with 95% intervals. On the line is right; a cycle with an alarm is red.',
    about: intercepts.map((figure) => `${f.day(figure.cycle)} ${f.decimal(figure.value, 2)}`).join(', '),
    height: 300,
    empty: intercepts.length ? null : 'No cycle has matured that the model did not learn from',
    option: () => ({
      title: axisTitle('Log-odds'),
      grid: grid({ top: 28, bottom: 8, right: 24 }),
      xAxis: categories(days.map(f.day), { axisLabel: { ...axisText() } }),
      yAxis: values((at) => f.decimal(at, 2), { min: -bounds, max: bounds, interval: bounds / 2 }),
      series: [
        { type: 'line', symbol: 'none', lineStyle: { width: 1, color: token('line-strong') }, data: days.map(() => 0), silent: true },
        { type: 'custom', silent: true, data: intercepts.map((figure, i) => [i, figure.low ?? figure.value, figure.high ?? figure.value]), encode: { x: 0, y: [1, 2] }, renderItem: whisker(intercepts) },
        { type: 'line', symbol: 'circle', symbolSize: 9, lineStyle: { width: 2, color: series(0) }, data: intercepts.map((figure) => ({ value: figure.value, itemStyle: { color: figure.alarm ? token('danger') : series(0) } })) },
      ],
      tooltip: tooltip({ trigger: 'axis', formatter: (items) => { const { cycle } = intercepts[items[0].dataIndex]; return `${f.dayAndYear(cycle)}<br>${['intercept', 'slope', 'ece', 'auc'].map((metric) => `${f.words(metric)} <b>${f.decimal(find(metric, cycle)?.value ?? null, 3)}</b>`).join('<br>')}`; } }),
    }),
    table: (height) => table([
      { label: 'Cycle', fit: true, cell: (row) => f.dayAndYear(row.cycle) },
      ...['intercept', 'slope', 'ece', 'auc'].map((metric) => ({ label: metric === 'ece' || metric === 'auc' ? metric.toUpperCase() : f.words(metric), number: true, cell: (row) => interval(find(metric, row.cycle)) })),
      { label: 'Alarm', fit: true, cell: (row) => (row.alarm ? h('strong', { class: 'bad' }, 'yes') : 'no') },
    ], intercepts, { height, label: 'Calibration over cycles' }),
  });
}

function interval(figure) {
  if (!figure || figure.value === null) return f.DASH;
  return h('span', {}, f.decimal(figure.value, 3), figure.low === null ? null : h('span', { class: 'under' }, `${f.decimal(figure.low, 3)} to ${f.decimal(figure.high, 3)}`));
}

const whisker = (points) => ({ dataIndex }, api) => {
  const [x, low] = api.coord([api.value(0), api.value(1)]);
  const [, high] = api.coord([api.value(0), api.value(2)]);
  return { type: 'line', shape: { x1: x, y1: low, x2: x, y2: high }, style: { stroke: points[dataIndex].alarm ? token('danger') : series(0), lineWidth: 2, opacity: 0.5 } };
};
