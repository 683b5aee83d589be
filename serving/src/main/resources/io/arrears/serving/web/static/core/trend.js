// One to four KPIs of one unit as lines over time, labelled at their ends.
import { csvOf } from './api.js';
import { axisTitle, categories, chart, escapeHtml, grid, tooltip, values } from './chart.js';
import * as f from './format.js';
import { series, token } from './theme.js';
import { kpiColumns, table } from './table.js';



// lines: [{name, colour?, points: [{period, value}]}]
export function lines(host, { title, lead, kpi, csv, unit, axis, lines: given, tableOf, height, tools, note, cap }) {
  const periods = [...new Set(given.flatMap((line) => line.points.map((point) => point.period)))].sort();
  const drawn = given.filter((line) => line.points.some((point) => point.value !== null));
  chart(host, {
    title, lead, kpi, csv, height, tools, note,
    about: `Lines over ${periods.length} periods: ${drawn.map((line) => `${line.name} last ${f.byUnit(unit, lastValue(line))}`).join('; ')}.`,
    empty: drawn.length ? null : 'There is nothing to show for this slice',
    table: tableOf,
    option: (width) => option(drawn, periods, { unit, axis, cap }, width),
  });
}

const highest = (drawn) => Math.max(...drawn.flatMap((line) => line.points.map((point) => point.value ?? 0)));

// Shares that come near the whole are shown up to it; counts have no fractions; what passes the cap is cut.
function scale(unit, most, cap) {
  if (cap && most > cap) return { max: cap };
  if (unit === 'share' && most > 0.8 && most <= 1) return { max: 1, interval: 0.25 };
  return unit === 'count' ? { minInterval: 1 } : {};
}

// Labels at the ends would lie on each other.
function meetAtTheEnd(drawn, most) {
  const ends = drawn.map(lastValue).sort((a, b) => a - b);
  return ends.some((end, i) => i > 0 && end - ends[i - 1] < most * 0.07);
}

const lastValue = (line) => line.points.filter((point) => point.value !== null).at(-1)?.value ?? null;

function option(drawn, periods, { unit, axis, cap }, width) {
  const many = drawn.length > 1;
  const most = highest(drawn);
  const legend = many && (width < 420 || drawn.length > 4 || meetAtTheEnd(drawn, most));
  const room = legend ? 32 : many ? Math.min(132, Math.max(...drawn.map((line) => line.name.length)) * 7 + 16) : 56;
  return {
    grid: grid({ right: room, top: legend ? 60 : 28 }),
    legend: legend ? { top: 0, left: 0, itemWidth: 16, itemHeight: 8, textStyle: { color: token('ink-2'), fontSize: 12 } } : undefined,
    xAxis: categories(periods.map(f.monthOrDay), { boundaryGap: false }),
    yAxis: values(unit === 'share' ? f.axisPercent : f.axisNumber, scale(unit, most, cap)),
    title: axisTitle(axis, legend ? 32 : 0),
    tooltip: tooltip({ formatter: (items) => hint(items, periods, unit) }),
    series: drawn.map((line, i) => oneLine(line, i, periods, unit, { many, labelled: !legend })),
  };
}

function oneLine(line, i, periods, unit, { many, labelled }) {
  const byPeriod = new Map(line.points.map((point) => [point.period, point.value]));
  const colour = line.colour ? line.colour() : series(i);
  return {
    type: 'line', name: line.name, data: periods.map((period) => byPeriod.get(period) ?? null), symbol: 'circle', symbolSize: 4, showSymbol: periods.length < 14,
    lineStyle: { width: 2, color: colour }, itemStyle: { color: colour }, emphasis: { disabled: true },
    endLabel: { show: labelled, color: many ? colour : token('ink'), fontSize: 12, formatter: () => (many ? line.name : f.shortByUnit(unit, lastValue(line))) },
  };
}

function hint(items, periods, unit) {
  const period = periods[items[0].dataIndex];
  return [`<b>${escapeHtml(f.monthOrDay(period))}</b>`, ...items.map((item) => `${item.marker}${escapeHtml(item.seriesName)} ${f.byUnit(unit, item.value ?? null)}`)].join('<br>');
}

// The usual case: one KPI that is one series.
export function trend(host, detail, { title, lead, axis, height } = {}) {
  lines(host, {
    title: title ?? detail.kpi.title, lead, kpi: detail.kpi, csv: csvOf(detail.kpi.name), unit: detail.kpi.unit, height,
    axis: axis ?? axisName(detail.kpi.unit),
    lines: [{ name: detail.kpi.title, points: detail.rows }],
    tableOf: (tall) => table(kpiColumns(detail), [...detail.rows].reverse(), { height: tall, label: detail.kpi.title }),
  });
}

const axisName = (unit) => ({ money: f.currencyCode(), share: 'Percent', count: 'Number', days: 'Days', per_1000: 'Per 1,000' })[unit] ?? '';
