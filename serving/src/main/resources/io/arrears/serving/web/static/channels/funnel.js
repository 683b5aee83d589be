// From attempt to money: one small funnel per channel, each stage as a share of the attempts.
import { csvOf } from '../core/api.js';
import { chart, escapeHtml, tooltip } from '../core/chart.js';
import * as f from '../core/format.js';
import { channelColour, token } from '../core/theme.js';
import { kpiColumns, table } from '../core/table.js';

const STAGES = { attempts: 'Attempts', reached: 'Reached', right_party: 'Right party', promised: 'Promised', promised_and_paid: 'Promised, paid' };
const PANEL = 168;

const across = (width) => (width > 1000 ? 4 : width > 640 ? 2 : 1);

export function drawFunnel(host, detail) {
  const rows = detail.rows;
  const lines = Math.ceil(rows.length / across(host.clientWidth - 34));
  chart(host, {
    title: detail.kpi.title, lead: 'Contacts of the 90 days that ended 14 days before the last day known. Share of attempts beside each number.', kpi: detail.kpi, csv: csvOf('channel_funnel'), height: Math.max(1, lines) * PANEL,
    about: rows.map((row) => `${f.words(row.channel)}: ${row.attempts} attempts, ${row.right_party} right party, ${row.promised} promises, ${row.promised_and_paid} paid`).join('; '),
    empty: rows.length ? null : 'No contact was made in those days',
    table: (height) => table(kpiColumns(detail), rows, { height, label: detail.kpi.title }),
    option: (width) => option(rows, width),
  });
}

function option(rows, width) {
  const columns = Math.min(across(width), Math.max(rows.length, across(width)));
  const cell = width / columns;
  const at = (i) => ({ left: (i % columns) * cell, top: Math.floor(i / columns) * PANEL + 4 });
  const names = Object.values(STAGES);
  return {
    title: rows.map((row, i) => ({ text: f.words(row.channel), left: at(i).left, top: at(i).top, padding: 0,  textStyle: { color: token('ink'), fontSize: 13, fontWeight: 600 } })),
    grid: rows.map((_, i) => ({ left: at(i).left + 96, top: at(i).top + 24, width: cell - 96 - 88, height: PANEL - 40 })),
    xAxis: rows.map((_, i) => ({ gridIndex: i, type: 'value', min: 0, max: 1, show: false })),
    yAxis: rows.flatMap((row, i) => [stageAxis(i, names, 'ink-2'), { ...stageAxis(i, names.map((_, stage) => numberOf(row, stage)), 'ink'), position: 'right' }]),
    tooltip: tooltip({ trigger: 'item', formatter: ({ seriesIndex, dataIndex }) => hint(rows[seriesIndex], dataIndex) }),
    series: rows.map((row, i) => ({
      type: 'bar', xAxisIndex: i, yAxisIndex: 2 * i, barWidth: 12, emphasis: { disabled: true }, showBackground: true, backgroundStyle: { color: token('sunken'), borderRadius: 2 }, itemStyle: { color: channelColour(row.channel), borderRadius: 2 },
      data: Object.keys(STAGES).map((stage) => (row.attempts ? row[stage] / row.attempts : 0)),
    })),
  };
}

const stageAxis = (i, data, colour) => ({ gridIndex: i, type: 'category', inverse: true, data, axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: token(colour), fontSize: 12, margin: 8 } });

const valueOf = (row, i) => row[Object.keys(STAGES)[i]];

function numberOf(row, i) {
  return i === 0 ? f.count(row.attempts) : `${f.count(valueOf(row, i))} · ${f.percent(row.attempts ? valueOf(row, i) / row.attempts : null, 0)}`;
}

function hint(row, i) {
  const before = i > 0 ? valueOf(row, i - 1) : 0;
  const step = before ? `<br>${f.percent(valueOf(row, i) / before)} of the stage before` : '';
  return `${escapeHtml(f.words(row.channel))}: ${Object.values(STAGES)[i]}<br><b>${f.count(valueOf(row, i))}</b>${step}`;
}
