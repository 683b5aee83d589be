// Where accounts moved in a month, as a heat map with row sums.
import { csvOf } from '../core/api.js';
import { chart, escapeHtml, tooltip } from '../core/chart.js';
import { h } from '../core/dom.js';
import * as f from '../core/format.js';
import { BUCKETS, heatInk, token } from '../core/theme.js';
import { kpiColumns, table } from '../core/table.js';

const FROM = BUCKETS;
const TO = ['PAID', ...BUCKETS, 'SOLD'];
const SUM = 'Row sum';
const SHARES = { share_of_accounts: 'By accounts', share_of_balance: 'By balance' };

export function drawMatrix(host, detail, shown = {}) {
  const periods = [...new Set(detail.rows.map((row) => row.period))].reverse();
  const period = shown.period ?? periods[0];
  const share = shown.share ?? 'share_of_accounts';
  const rows = detail.rows.filter((row) => row.period === period);
  const again = (more) => drawMatrix(host, detail, { period, share, ...more });
  chart(host, {
    title: detail.kpi.title, lead: 'From the bucket on the left at the end of the month before, to the bucket above. Every row adds up to 100%.', kpi: detail.kpi, csv: csvOf('transition_matrix'), height: 352,
    about: `Heat map of moves between ageing buckets in ${period ? f.monthAndYear(period) : 'no month'}.`,
    empty: rows.length ? null : 'Two month ends are needed to show moves',
    tools: [
      h('select', { 'aria-label': 'Month', onchange: (event) => again({ period: event.target.value }) }, periods.map((p) => h('option', { value: p, selected: p === period }, f.monthAndYear(p)))),
      ...Object.entries(SHARES).map(([name, label]) => h('button', { type: 'button', 'aria-pressed': String(name === share), onclick: () => again({ share: name }) }, label)),
    ],
    table: (height) => table(kpiColumns(detail), rows, { height, label: detail.kpi.title }),
    option: (width) => option(rows, share, width),
  });
}

function option(rows, share, width) {
  const from = FROM.filter((bucket) => rows.some((row) => row.from_bucket === bucket));
  const to = TO.filter((bucket) => rows.some((row) => row.to_bucket === bucket));
  const narrow = width < 480;
  const name = (bucket) => (width < 640 && bucket === 'CHARGED_OFF' ? 'Ch. off' : f.words(bucket));
  const cells = from.flatMap((a, y) => to.map((b, x) => {
    const row = rows.find((one) => one.from_bucket === a && one.to_bucket === b);
    return cell(x, y, row ? row[share] : 0, row ?? { from_bucket: a, to_bucket: b, [share]: 0, accounts: 0, balance: 0 });
  }));
  const sums = from.map((bucket, y) => sumCell(to.length, y, rows.filter((row) => row.from_bucket === bucket), share));
  const labels = { color: token('ink-2'), fontSize: narrow ? 10 : 12, interval: 0 };
  const axis = { type: 'category', axisTick: { show: false }, axisLine: { show: false }, splitLine: { show: false } };
  return {
    grid: { left: narrow ? 56 : 88, right: 8, top: narrow ? 56 : 40, bottom: 8 },
    xAxis: { ...axis, position: 'top', data: [...to.map(name), SUM], axisLabel: { ...labels, rotate: narrow ? 45 : 0 } },
    yAxis: { ...axis, inverse: true, data: from.map(name), axisLabel: labels },
    tooltip: tooltip({ trigger: 'item', formatter: ({ data }) => hint(data.row, share) }),
    series: [{ type: 'heatmap', data: [...cells, ...sums], itemStyle: { borderColor: token('surface'), borderWidth: 2, borderRadius: 2 }, emphasis: { disabled: true }, label: { show: true, fontSize: narrow ? 10 : 12 } }],
    visualMap: { show: false, min: 0, max: 1, dimension: 2, inRange: { color: [token('heat-0'), token('heat-1')] }, outOfRange: { color: token('surface') } },
  };
}

function cell(x, y, value, row) {
  return { value: [x, y, value], row, label: { show: true, formatter: () => percentOf(value), color: heatInk(value ?? 0) } };
}

function sumCell(x, y, rows, share) {
  const sum = rows.reduce((total, row) => total + (row[share] ?? 0), 0);
  const n = rows.reduce((total, row) => total + row.accounts, 0);
  return { value: [x, y, -1], row: { sum, n, from_bucket: rows[0].from_bucket }, itemStyle: { color: token('surface') }, label: { show: true, formatter: () => percentOf(sum), color: token('ink-2') } };
}

const percentOf = (value) => (value === null ? f.DASH : value === 0 ? '' : value > 0 && value < 0.005 ? '<1%' : `${f.decimal(value * 100, 0)}%`);

function hint(row, share) {
  const from = escapeHtml(f.words(row.from_bucket));
  if (row.sum !== undefined) return `From ${from}: ${f.count(row.n)} accounts, ${f.percent(row.sum)}`;
  return `${from} → ${escapeHtml(f.words(row.to_bucket))}<br><b>${f.percent(row[share])}</b> · ${f.count(row.accounts)} accounts · ${f.money(row.balance)}`;
}
