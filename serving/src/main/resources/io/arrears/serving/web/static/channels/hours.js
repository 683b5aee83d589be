// When the right party is reached: weekday by hour, one channel at a time.
import { csvOf } from '../core/api.js';
import { chart, tooltip } from '../core/chart.js';
import { h } from '../core/dom.js';
import * as f from '../core/format.js';
import { heatInk, token } from '../core/theme.js';
import { kpiColumns, table } from '../core/table.js';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function drawHours(host, detail, shown) {
  const channels = [...new Set(detail.rows.map((row) => row.channel))];
  const channel = shown ?? (channels.includes('call') ? 'call' : channels[0]);
  const rows = detail.rows.filter((row) => row.channel === channel);
  chart(host, {
    title: detail.kpi.title, lead: 'Local time of the account, last 180 days. Grey: fewer than 5 attempts, too few for a share.', kpi: detail.kpi, csv: csvOf('response_by_hour'), height: 264,
    about: `Heat map of the share of attempts by ${f.words(channel)} that reached the right party, by weekday and hour.`,
    empty: rows.length ? null : 'No attempt has a time of day',
    tools: [h('select', { 'aria-label': 'Channel', onchange: (event) => drawHours(host, detail, event.target.value) }, channels.map((c) => h('option', { value: c, selected: c === channel }, f.words(c))))],
    table: (height) => table(kpiColumns(detail), rows, { height, label: detail.kpi.title }),
    option: (width) => option(rows, width),
  });
}

function option(rows, width) {
  const first = Math.min(8, ...rows.map((row) => row.hour));
  const last = Math.max(18, ...rows.map((row) => row.hour));
  const hours = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const most = Math.max(0.01, ...rows.map((row) => row.value ?? 0));
  const labels = { color: token('ink-2'), fontSize: 12 };
  const axis = { type: 'category', axisTick: { show: false }, axisLine: { show: false } };
  return {
    grid: { left: 40, right: 8, top: 8, bottom: 40 },
    xAxis: { ...axis, name: 'Hour of day', nameLocation: 'middle', nameGap: 24, nameTextStyle: labels, data: hours.map(String), axisLabel: { ...labels, hideOverlap: true } },
    yAxis: { ...axis, inverse: true, data: DAYS, axisLabel: labels },
    tooltip: tooltip({ trigger: 'item', formatter: ({ data }) => hint(data.row) }),
    visualMap: { show: false, min: 0, max: most, dimension: 2, inRange: { color: [token('heat-0'), token('heat-1')] }, outOfRange: { color: token('line') } },
    series: [{
      type: 'heatmap', itemStyle: { borderColor: token('surface'), borderWidth: 2, borderRadius: 2 }, emphasis: { disabled: true },
      data: rows.map((row) => ({
        value: [row.hour - first, row.weekday - 1, row.value ?? -1], row,
        label: { show: width > 620 && row.value !== null, fontSize: 11, formatter: () => `${f.decimal(row.value * 100, 0)}%`, color: heatInk(row.value / most) },
      })),
    }],
  };
}

function hint(row) {
  const share = row.value === null ? 'too few for a share' : `<b>${f.percent(row.value)}</b> reached the right party`;
  return `${DAYS[row.weekday - 1]} ${row.hour}:00<br>${share}<br>${f.count(row.attempts)} attempts`;
}
