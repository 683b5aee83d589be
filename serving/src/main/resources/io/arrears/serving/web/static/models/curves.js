// Calibration, ROC and lift of one model beside its baselines.
import { axisTitle, chart, escapeHtml, grid, tooltip } from '../core/chart.js';
import * as f from '../core/format.js';
import { series, token } from '../core/theme.js';
import { table } from '../core/table.js';
import { contenderName } from './metrics.js';

const HEIGHT = 320;

// A contender keeps its colour in all three.
const colourOf = (contenders, name) => (name === 'trees' ? series(0) : name === 'logistic' ? series(1) : series(2 + Math.max(0, contenders.filter((c) => c !== 'trees' && c !== 'logistic').indexOf(name))));

function pointsOf(model, target, curve) {
  const points = model.curves.filter((point) => point.target === target && point.curve === curve);
  return { points, contenders: [...new Set(points.map(({ contender }) => contender))] };
}

export function drawCalibration(host, model, target) {
  const { points, contenders } = pointsOf(model, target, 'calibration');
  const shown = contenders.includes('trees') ? 'trees' : contenders[0];
  const own = points.filter(({ contender }) => contender === shown);
  const top = Math.min(1, Math.ceil(Math.max(0.1, ...own.map((point) => Math.max(point.x, point.high ?? point.y))) * 10) / 10);
  draw(host, { title: 'Calibration', lead: 'Of the cases given a probability, the share that came true, with 95% intervals. On the line is right.', about: `Predicted against observed in ${own.length} bins.`, x: 'Predicted', y: 'Observed', points: own }, () => ({
    ...withCounts(axes('Predicted', 'Observed', top), own, top),
    series: [diagonal(top), whiskers(own), {
      type: 'scatter', name: contenderName(shown ?? ''), symbolSize: 8, itemStyle: { color: series(0) }, data: own.map((point) => [point.x, point.y, point.n]),
    }, {
      type: 'bar', name: 'Rows', xAxisIndex: 1, yAxisIndex: 1, barWidth: 6, itemStyle: { color: series(0), opacity: 0.35 }, data: own.map((point) => [point.x, point.n, point.y]),
    }],
    tooltip: tooltip({ trigger: 'item', formatter: ({ data, seriesType }) => { const [y, n] = seriesType === 'bar' ? [data[2], data[1]] : [data[1], data[2]]; return `predicted ${f.percent(data[0])}<br>observed <b>${f.percent(y)}</b><br>n = ${f.count(n)}`; } }),
  }));
}

// Below the plot, over the same axis, how many rows stand behind each point.
function withCounts(option, points, top) {
  const most = Math.max(1, ...points.map(({ n }) => n));
  const rows = { type: 'value', min: 0, max: most, interval: most, axisLabel: { color: token('ink-2'), formatter: f.axisNumber }, splitLine: { show: false }, axisLine: { show: false }, gridIndex: 1 };
  return {
    ...option,
    title: [option.title, axisTitle('Rows', HEIGHT - 112)],
    grid: [{ left: 44, right: 24, top: 28, bottom: 136 }, { left: 44, right: 24, top: HEIGHT - 92, bottom: 40 }],
    xAxis: [{ ...option.xAxis, name: null, gridIndex: 0 }, { ...option.xAxis, min: 0, max: top, splitLine: { show: false }, gridIndex: 1 }],
    yAxis: [{ ...option.yAxis, gridIndex: 0 }, rows],
  };
}

function whiskers(points) {
  return {
    type: 'custom', silent: true, data: points.filter(({ low, high }) => low !== null && high !== null).map((point) => [point.x, point.low, point.high]), encode: { x: 0, y: [1, 2] },
    renderItem: (_, api) => {
      const [x, low] = api.coord([api.value(0), api.value(1)]);
      const [, high] = api.coord([api.value(0), api.value(2)]);
      return { type: 'line', shape: { x1: x, y1: low, x2: x, y2: high }, style: { stroke: series(0), lineWidth: 2, opacity: 0.5 } };
    },
  };
}

export const drawRoc = (host, model, target) => drawLines(host, model, target, { curve: 'roc', title: 'ROC', lead: 'Found against false alarms at every cut. The dashed line is chance.', x: 'False alarms', y: 'Found' });
export const drawLift = (host, model, target) => drawLines(host, model, target, { curve: 'lift', title: 'Lift', lead: 'Working the best-scored share of the book finds this share of the cases.', x: 'Share worked', y: 'Share found' });

function drawLines(host, model, target, { curve, title, lead, x, y }) {
  const { points, contenders } = pointsOf(model, target, curve);
  draw(host, { title, lead, about: `Lines for ${contenders.map(contenderName).join(', ')}.`, x, y, points }, () => ({
    ...axes(x, y, 1),
    legend: { bottom: 0, left: 0, itemWidth: 16, itemHeight: 8, icon: 'rect', textStyle: { color: token('ink-2'), fontSize: 12 }, data: contenders.map(contenderName) },
    grid: grid({ top: 28, bottom: 40 + 20 * Math.ceil(contenders.length / 2) }),
    series: [diagonal(1), ...contenders.map((contender) => ({
      type: 'line', name: contenderName(contender), symbol: 'none', lineStyle: { width: 2, color: colourOf(contenders, contender) }, itemStyle: { color: colourOf(contenders, contender) }, emphasis: { disabled: true },
      data: points.filter((point) => point.contender === contender).map((point) => [point.x, point.y]),
    }))],
    tooltip: tooltip({ trigger: 'axis', axisPointer: { type: 'line' }, formatter: (items) => [`${x.toLowerCase()} ${f.percent(items[0].value[0])}`, ...items.map((item) => `${item.marker}${escapeHtml(item.seriesName)} ${f.percent(item.value[1])}`)].join('<br>') }),
  }));
}

function draw(host, { title, lead, about, x, y, points }, option) {
  chart(host, {
    title, lead, about, height: HEIGHT, option, empty: points.length ? null : 'This model has no such curve for this target',
    table: (height) => table([
      { label: 'Contender', fit: true, cell: (row) => contenderName(row.contender) },
      { label: x, number: true, cell: (row) => f.percent(row.x) },
      { label: y, number: true, cell: (row) => f.percent(row.y) },
      { label: '95% interval', number: true, cell: (row) => (row.low === null || row.high === null ? f.DASH : `${f.percent(row.low)} to ${f.percent(row.high)}`) },
      { label: 'n', number: true, cell: (row) => f.count(row.n) },
    ], points, { height, label: title }),
  });
}

function axes(x, y, top) {
  const axis = { type: 'value', min: 0, max: top, interval: top / 4, axisLabel: { color: token('ink-2'), formatter: f.axisPercent, hideOverlap: true }, splitLine: { lineStyle: { color: token('line') } }, axisLine: { show: false } };
  return {
    grid: grid({ top: 28, bottom: 32, right: 24 }),
    title: axisTitle(y),
    xAxis: { ...axis, name: x, nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: token('ink-2'), fontSize: 12 } },
    yAxis: axis,
  };
}

const diagonal = (top) => ({ type: 'line', silent: true, symbol: 'none', lineStyle: { color: token('ink-3'), type: 'dashed', width: 1 }, data: [[0, 0], [top, top]], tooltip: { show: false }, name: 'Reference' });
