// How far score and inputs have moved between the rows learned from and those that judge.
import { axisText, categories, chart, escapeHtml, grid, tooltip, values } from '../core/chart.js';
import * as f from '../core/format.js';
import { series, token } from '../core/theme.js';
import { table } from '../core/table.js';
import { figuresOf } from './figures.js';

const SHOWN = 12;
const WATCH = 0.1;
const ACT = 0.25;
const name = (slice) => (slice === 'score' ? 'Score' : f.words(slice.replace(/^input=/, '')));

export function drawStability(host, model, target) {
  const figures = figuresOf(model, target);
  const all = figures.rows.filter((row) => row.metric === 'psi' && row.value !== null).map((row) => ({
    slice: row.slice, psi: row.value, chance: figures.find(row.slice, 'psi_by_chance')?.value ?? null, before: figures.find(row.slice, 'missing_before')?.value ?? null, now: figures.find(row.slice, 'missing_now')?.value ?? null,
  })).sort((left, right) => (right.slice === 'score') - (left.slice === 'score') || right.psi - left.psi);
  const shown = all.slice(0, SHOWN).reverse();
  const colour = ({ psi, chance }) => (psi < WATCH || psi <= chance ? series(0) : psi < ACT ? token('warning') : token('danger'));
  chart(host, {
    title: 'Stability',
    lead: 'Population stability index between the rows learned from and the latest. From 0.10 on to be watched, from 0.25 on to act on, if more than chance makes (the mark).',
    about: shown.map((row) => `${name(row.slice)} ${f.decimal(row.psi, 3)}`).join(', '),
    height: 380,
    empty: all.length ? null : 'This model has no such figures: train again with this release',
    option: () => ({
      grid: grid({ left: 16, top: 8, bottom: 24, right: 24 }),
      xAxis: values((value) => f.decimal(value, 2), { min: 0, max: Math.max(ACT, ...shown.map(({ psi }) => psi)) * 1.05, axisLabel: { ...axisText(), formatter: (value) => f.decimal(value, 2), hideOverlap: true } }),
      yAxis: categories(shown.map(({ slice }) => name(slice))),
      series: [
        { type: 'bar', barMaxWidth: 14, data: shown.map((row) => ({ value: row.psi, itemStyle: { color: colour(row) } })), markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: token('line-strong'), type: 'dashed' }, data: [{ xAxis: WATCH }, { xAxis: ACT }] } },
        { type: 'scatter', symbol: 'rect', symbolSize: [2, 14], itemStyle: { color: token('ink') }, silent: true, data: shown.map((row, i) => [row.chance, i]) },
      ],
      tooltip: tooltip({ trigger: 'item', formatter: ({ dataIndex }) => `${escapeHtml(name(shown[dataIndex].slice))}<br>PSI <b>${f.decimal(shown[dataIndex].psi, 3)}</b>, by chance up to ${f.decimal(shown[dataIndex].chance, 3)}<br>missing ${f.percent(shown[dataIndex].before)} then, ${f.percent(shown[dataIndex].now)} now` }),
    }),
    table: (height) => table([
      { label: 'Of', fit: true, cell: (row) => name(row.slice) },
      { label: 'PSI', number: true, cell: (row) => f.decimal(row.psi, 3) },
      { label: 'By chance', number: true, cell: (row) => f.decimal(row.chance, 3) },
      { label: 'Missing then', number: true, cell: (row) => f.percent(row.before) },
      { label: 'Missing now', number: true, cell: (row) => f.percent(row.now) },
    ], all, { height, label: 'Stability' }),
  });
}
