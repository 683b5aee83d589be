// The book by age over time, by amount or by number of accounts.
import { csvOf } from '../core/api.js';
import { axisTitle, categories, chart, escapeHtml, grid, tooltip, values } from '../core/chart.js';
import { h } from '../core/dom.js';
import * as f from '../core/format.js';
import { BUCKETS, bucketColour, token } from '../core/theme.js';
import { kpiColumns, table } from '../core/table.js';

const MEASURES = {
  balance: { label: 'Amount', axis: () => `Open balance, ${f.currencyCode()}`, full: f.money },
  accounts: { label: 'Accounts', axis: () => 'Accounts', full: f.count },
};

export function drawStack(host, detail, measure = 'balance') {
  const periods = [...new Set(detail.rows.map((row) => row.period))];
  const value = new Map(detail.rows.map((row) => [`${row.period} ${row.bucket}`, row[measure]]));
  const buckets = BUCKETS.filter((bucket) => detail.rows.some((row) => row.bucket === bucket && row.accounts > 0));
  chart(host, {
    title: 'The book by age over time', lead: 'Open balance at the end of each month and on the last day known, by days past due of the oldest open item.', kpi: detail.kpi, csv: csvOf('ageing'), height: 320,
    about: `Stacked bars for ${periods.length} dates by days past due.`,
    empty: buckets.length ? null : 'Nothing was open in this slice',
    tools: Object.entries(MEASURES).map(([name, { label }]) => h('button', { type: 'button', 'aria-pressed': String(name === measure), onclick: () => drawStack(host, detail, name) }, label)),
    table: (height) => table(kpiColumns(detail), [...detail.rows].reverse(), { height, label: 'The book by age over time' }),
    option: (width) => ({
      grid: grid({ top: width < 560 ? 76 : 60 }),
      legend: { top: 0, left: 0, itemWidth: 10, itemHeight: 10, itemGap: 16, icon: 'roundRect', textStyle: { color: token('ink-2'), fontSize: 12 }, data: buckets.map(f.words) },
      xAxis: categories(periods.map(f.monthOrDay)),
      yAxis: values(f.axisNumber),
      title: axisTitle(MEASURES[measure].axis(), width < 560 ? 48 : 32),
      tooltip: tooltip({ axisPointer: { type: 'shadow' }, formatter: (items) => hint(items, periods, MEASURES[measure].full) }),
      series: buckets.map((bucket) => ({
        type: 'bar', stack: 'book', name: f.words(bucket), barCategoryGap: '24%', itemStyle: { color: bucketColour(bucket), borderColor: token('surface'), borderWidth: 0.5 }, emphasis: { disabled: true },
        data: periods.map((period) => value.get(`${period} ${bucket}`) ?? 0),
      })),
    }),
  });
}

function hint(items, periods, full) {
  const total = items.reduce((sum, item) => sum + item.value, 0);
  const lines = [...items].reverse().filter((item) => item.value !== 0).map((item) => `${item.marker}${escapeHtml(item.seriesName)} ${full(item.value)} · ${f.percent(total ? item.value / total : null)}`);
  return [`<b>${f.dayAndYear(periods[items[0].dataIndex])}</b> ${full(total)}`, ...lines].join('<br>');
}
