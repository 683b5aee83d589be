// What came of contacts, by channel: shares that add up to the whole.
import { csvOf } from '../core/api.js';
import { chart, escapeHtml, grid, tooltip } from '../core/chart.js';
import * as f from '../core/format.js';
import { token } from '../core/theme.js';
import { kpiColumns, table } from '../core/table.js';

// An outcome keeps its colour, whatever else is there.
const OUTCOMES = { promise_to_pay: 3, acknowledged: 1, delivered: 5, voicemail: 7, no_answer: 8, no_contact: 8, wrong_party: 2, refusal: 6, dispute: 4, unknown: 8 };

export function drawOutcomes(host, detail) {
  const channels = [...new Set(detail.rows.map((row) => row.channel))];
  const outcomes = Object.keys(OUTCOMES).filter((outcome) => detail.rows.some((row) => row.outcome === outcome));
  const find = (channel, outcome) => detail.rows.find((row) => row.channel === channel && row.outcome === outcome);
  chart(host, {
    title: detail.kpi.title, lead: 'Outbound contacts of the last 90 days.', kpi: detail.kpi, csv: csvOf('outcome_mix'),
    about: `Stacked shares of ${outcomes.length} outcomes for ${channels.length} channels.`,
    empty: channels.length ? null : 'No contact was made in those days',
    table: (height) => table(kpiColumns(detail), detail.rows, { height, label: detail.kpi.title }),
    option: (width) => ({
      grid: grid({ top: width < 480 ? 88 : 64, right: 24 }),
      legend: { top: 0, left: 0, itemWidth: 10, itemHeight: 10, itemGap: 12, icon: 'roundRect', textStyle: { color: token('ink-2'), fontSize: 12 } },
      xAxis: { type: 'value', max: 1, axisLabel: { color: token('ink-2'), formatter: f.axisPercent }, splitLine: { lineStyle: { color: token('line') } } },
      yAxis: { type: 'category', inverse: true, data: channels.map(f.words), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: token('ink') } },
      tooltip: tooltip({ trigger: 'item', formatter: ({ seriesIndex, dataIndex }) => hint(find(channels[dataIndex], outcomes[seriesIndex])) }),
      series: outcomes.map((outcome) => ({
        type: 'bar', stack: 'all', name: f.words(outcome), barWidth: 20, emphasis: { disabled: true },
        itemStyle: { color: token(`series-${OUTCOMES[outcome]}`), borderColor: token('surface'), borderWidth: 1 },
        data: channels.map((channel) => find(channel, outcome)?.value ?? 0),
      })),
    }),
  });
}

const hint = (row) => (row ? `${escapeHtml(f.words(row.channel))}: ${escapeHtml(f.words(row.outcome))}<br><b>${f.percent(row.value)}</b> · ${f.count(row.contacts)} contacts` : '');
