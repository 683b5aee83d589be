// Collected per week, and what the model expects of the next four.
import { axisTitle, categories, chart, escapeHtml, grid, tooltip, values } from '../core/chart.js';
import * as f from '../core/format.js';
import { token } from '../core/theme.js';
import { kpiColumns, table } from '../core/table.js';

const AHEAD_WEEKS = 4;

export function drawWeekly(host, weekly, expected, csv) {
  const perWeek = expected.rows.length ? (expected.rows[0].value / 30) * 7 : null;
  const past = weekly.rows.map((row) => ({ week: row.period, collected: row.value, payments: row.payments }));
  const last = past.at(-1)?.week;
  const ahead = perWeek === null || !last ? [] : Array.from({ length: AHEAD_WEEKS }, (_, i) => ({ week: f.addDays(last, 7 * (i + 1)), expected: perWeek }));
  chart(host, {
    title: weekly.kpi.title,
    lead: perWeek === null ? 'By the week’s Monday.' : `By the week’s Monday. Outlined: ${f.shortMoney(expected.rows[0].value)} the model expects within 30 days from accounts open now, spread evenly.`,
    kpi: weekly.kpi,
    csv,
    height: 352,
    about: past.length ? `Bars for ${past.length} weeks, the last with ${f.money(past.at(-1).collected)}.` : '',
    empty: past.length ? null : 'No payment has come in yet',
    table: (height) => table(kpiColumns(weekly), [...weekly.rows].reverse(), { height, label: weekly.kpi.title }),
    option: () => option([...past, ...ahead]),
  });
}

function option(weeks) {
  return {
    grid: grid(),
    xAxis: categories(weeks.map(({ week }) => f.day(week))),
    yAxis: values(f.axisNumber),
    title: axisTitle(`Collected, ${f.currencyCode()}`),
    tooltip: tooltip({ axisPointer: { type: 'shadow' }, formatter: ([item]) => hint(weeks[item.dataIndex]) }),
    series: [
      { type: 'bar', name: 'Collected', stack: 'w', barCategoryGap: '28%', itemStyle: { color: token('series-1'), borderRadius: [2, 2, 0, 0] }, data: weeks.map(({ collected }) => collected ?? null) },
      { type: 'bar', name: 'Expected', stack: 'w', itemStyle: { color: 'transparent', borderColor: token('series-1'), borderWidth: 1, borderType: 'dashed', borderRadius: [2, 2, 0, 0] }, data: weeks.map(({ expected }) => expected ?? null) },
    ],
  };
}

function hint({ week, collected, payments, expected }) {
  const span = `${f.day(week)} to ${f.day(f.addDays(week, 6))}`;
  return expected === undefined
    ? `${escapeHtml(span)}<br><b>${f.money(collected)}</b> collected<br>${f.count(payments)} payments`
    : `${escapeHtml(span)}<br>about <b>${f.money(expected)}</b> expected`;
}
