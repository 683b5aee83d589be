// What was owed over time: billed less paid, as far as it was known, with contacts on the line.
import { axisTitle, chart, escapeHtml, grid, tooltip, values } from '../core/chart.js';
import * as f from '../core/format.js';
import { table } from '../core/table.js';
import { channelColour, token } from '../core/theme.js';

export function drawCurve(host, { timeline, account, as_of: asOf }) {
  const steps = balanceSteps(timeline);
  const contacts = timeline.filter((entry) => entry.table === 'contacts' && entry.text.startsWith('outbound') && !entry.text.includes('/none/'));
  chart(host, {
    title: 'What was owed', lead: 'Billed less paid and adjusted, by day. Dots: contacts.', height: 264,
    about: steps.length ? `From ${f.dayAndYear(steps[0].on)} to ${f.dayAndYear(asOf)}, last ${f.decimal(steps.at(-1).balance)} ${account.currency}.` : '',
    empty: steps.length ? null : 'Nothing was billed yet',
    table: (height) => table([
      { label: 'Day', fit: true, cell: (row) => f.dayAndYear(row.on) },
      { label: `Balance, ${account.currency}`, number: true, cell: (row) => f.decimal(row.balance) },
    ], [...steps].reverse(), { height, label: 'What was owed' }),
    option: () => option(steps, contacts, account.currency, asOf.slice(0, 10)),
  });
}

// The running balance after each day on which something moved it.
export function balanceSteps(timeline) {
  const moves = timeline.filter((entry) => !entry.outdated && (entry.table === 'invoices' || entry.table === 'payments'));
  const days = new Map();
  for (const entry of moves) {
    const sign = entry.table === 'invoices' || entry.text.startsWith('reversal') ? 1 : -1;
    days.set(entry.on, (days.get(entry.on) ?? 0) + sign * Math.round(entry.amount * 1000));
  }
  let balance = 0;
  return [...days.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([on, moved]) => ({ on, balance: (balance += moved) / 1000 }));
}

function option(steps, contacts, currency, asOf) {
  const short = f.daysBetween(steps[0].on, asOf) < 150;
  const at = (day) => steps.filter((step) => step.on <= day).at(-1)?.balance ?? 0;
  return {
    grid: grid({ top: 28, right: 24 }),
    title: axisTitle(`Balance, ${currency}`),
    xAxis: { type: 'time', axisTick: { show: false }, axisLine: { lineStyle: { color: token('line-strong') } }, axisLabel: { color: token('ink-2'), hideOverlap: true, formatter: (value) => (short ? f.day : f.monthAndYear)(new Date(value).toISOString()) } },
    yAxis: values(f.axisNumber),
    tooltip: tooltip({ trigger: 'item', formatter: ({ data }) => `${escapeHtml(f.dayAndYear(data[0]))}<br>${escapeHtml(data[2] ?? `${f.decimal(data[1])} ${currency}`)}` }),
    series: [
      { type: 'line', step: 'end', symbol: 'none', lineStyle: { width: 2, color: token('series-1') }, areaStyle: { color: token('series-1'), opacity: 0.08 }, data: [...steps.map((step) => [step.on, step.balance]), [asOf, steps.at(-1).balance]] },
      { type: 'scatter', symbolSize: 8, data: contacts.map((entry) => ({ value: [entry.on, at(entry.on), entry.text.replace('outbound ', '')], itemStyle: { color: channelColour(entry.text.split('/')[1]), borderColor: token('surface'), borderWidth: 1 } })) },
    ],
  };
}
