// What moved the balance in a month, as a waterfall that ties to the minor unit.
import { csvOf } from '../core/api.js';
import { axisTitle, categories, chart, escapeHtml, grid, tooltip, values } from '../core/chart.js';
import { h } from '../core/dom.js';
import * as f from '../core/format.js';
import { token } from '../core/theme.js';
import { kpiColumns, table } from '../core/table.js';

export function drawWaterfall(host, detail, shown) {
  const periods = detail.rows.map((row) => row.period).reverse();
  const row = detail.rows.find(({ period }) => period === (shown ?? periods[0]));
  const steps = row ? stepsOf(row) : [];
  chart(host, {
    title: detail.kpi.title, lead: row ? `${f.monthAndYear(row.period)}, net of credit. ${row.difference === 0 ? 'Ties to the minor unit.' : `Off by ${f.money(row.difference)}.`}` : null, kpi: detail.kpi, csv: csvOf('waterfall'),
    about: row ? `Opening ${f.money(row.opening)}, closing ${f.money(row.closing)}.` : '',
    empty: row ? null : 'Two month ends are needed to show what moved',
    tools: [h('select', { 'aria-label': 'Month', onchange: (event) => drawWaterfall(host, detail, event.target.value) }, periods.map((p) => h('option', { value: p, selected: p === row?.period }, f.monthAndYear(p))))],
    table: (height) => table(kpiColumns(detail), [...detail.rows].reverse(), { height, label: detail.kpi.title }),
    option: (width) => option(steps, width),
  });
}

function stepsOf(row) {
  const billed = row.opening + row.billed;
  const collected = billed - row.collected;
  return [
    { name: 'Opening', from: 0, to: row.opening, moved: row.opening, total: true },
    { name: 'Billed', from: row.opening, to: billed, moved: row.billed },
    { name: 'Collected', from: billed, to: collected, moved: 0 - row.collected },
    { name: 'Adjusted', from: collected, to: collected - row.adjusted, moved: 0 - row.adjusted },
    { name: 'Closing', from: 0, to: row.closing, moved: row.closing, total: true },
  ];
}

function option(steps, width) {
  return {
    grid: grid({ top: 40 }),
    xAxis: categories(steps.map(({ name }) => name), { axisLabel: { interval: 0, fontSize: width < 420 ? 10 : 12 } }),
    yAxis: values(f.axisNumber),
    title: axisTitle(`Balance, ${f.currencyCode()}`),
    tooltip: tooltip({ axisPointer: { type: 'shadow' }, formatter: ([item]) => `${escapeHtml(steps[item.dataIndex].name)}<br><b>${f.money(steps[item.dataIndex].moved)}</b>` }),
    series: [
      { type: 'bar', stack: 's', silent: true, itemStyle: { color: 'transparent' }, data: steps.map(({ from, to }) => Math.min(from, to)) },
      {
        type: 'bar', stack: 's', barCategoryGap: '32%', emphasis: { disabled: true },
        data: steps.map((step) => ({ value: Math.abs(step.to - step.from), itemStyle: { color: step.total ? token('series-8') : step.moved < 0 ? token('series-3') : token('series-1'), borderRadius: 2 } })),
        label: { show: true, position: 'top', color: token('ink'), fontSize: 12, formatter: ({ dataIndex }) => (steps[dataIndex].total ? '' : steps[dataIndex].moved > 0 ? '+' : '') + f.shortNumber(steps[dataIndex].moved) },
      },
    ],
  };
}
