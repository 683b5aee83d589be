// Points with intervals, one line each: for rates by channel and ratios by agent.
import { escapeHtml, grid, tooltip } from './chart.js';
import { token } from './theme.js';

// rows: {name, value, low, high, colour(), text}. `reference` draws a line to compare with.
export function intervalOption(rows, { axis, format, reference, cap, top = 8 }) {
  const at = rows.map((row, i) => [row.low, i, row.high, row.value]);
  return {
    grid: grid({ left: 8, right: 24, top, bottom: 24 }),
    xAxis: { type: 'value', name: axis, nameLocation: 'middle', nameGap: 28, min: 0, max: cap && rows.some((row) => row.high > cap) ? cap : null, nameTextStyle: { color: token('ink-2'), fontSize: 12 }, axisLabel: { color: token('ink-2'), formatter: format, hideOverlap: true }, splitLine: { lineStyle: { color: token('line') } } },
    yAxis: { type: 'category', inverse: true, data: rows.map((row) => row.name), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: token('ink'), fontSize: 12 } },
    tooltip: tooltip({ trigger: 'item', formatter: ({ dataIndex }) => `${escapeHtml(rows[dataIndex].name)}<br>${escapeHtml(rows[dataIndex].text)}` }),
    series: [
      { type: 'custom', clip: true, data: at, encode: { x: [0, 2, 3], y: 1 }, renderItem: (_, api) => whisker(api, rows[api.value(1)].colour()) },
      ...(reference === undefined ? [] : [referenceLine(reference)]),
    ],
  };
}

function referenceLine(x) {
  return { type: 'line', silent: true, symbol: 'none', data: [], markLine: { silent: true, symbol: 'none', animation: false, data: [{ xAxis: x }], label: { show: false }, lineStyle: { color: token('ink-3'), type: 'dashed', width: 1 } } };
}

function whisker(api, colour) {
  const [left, y] = api.coord([api.value(0), api.value(1)]);
  const [right] = api.coord([api.value(2), api.value(1)]);
  const [middle] = api.coord([api.value(3), api.value(1)]);
  return {
    type: 'group',
    children: [
      { type: 'line', shape: { x1: left, y1: y, x2: right, y2: y }, style: { stroke: colour, lineWidth: 2, opacity: 0.5 } },
      { type: 'circle', shape: { cx: middle, cy: y, r: 5 }, style: { fill: colour } },
      { type: 'rect', shape: { x: left - 6, y: y - 10, width: right - left + 12, height: 20 }, style: { fill: 'transparent' } },
    ],
  };
}
