// Paid within 14 days of a contact, by channel, beside leaving alone.
import { csvOf } from '../core/api.js';
import { chart } from '../core/chart.js';
import * as f from '../core/format.js';
import { intervalOption } from '../core/interval.js';
import { channelColour } from '../core/theme.js';
import { kpiColumns, table } from '../core/table.js';

export function drawResponse(host, detail) {
  const rows = detail.rows.map((row) => ({
    name: f.words(row.channel), value: row.value, low: row.low, high: row.high, colour: () => channelColour(row.channel),
    text: `${f.percent(row.value)} (95%: ${f.percent(row.low)} to ${f.percent(row.high)}), n = ${f.count(row.reached)}`,
  }));
  chart(host, {
    title: detail.kpi.title, lead: 'With 95% intervals. Who is contacted, and how, was chosen: read it as what happened, not as what the channel causes.', kpi: detail.kpi, csv: csvOf('channel_response'),
    about: rows.map((row) => `${row.name} ${row.text}`).join('; '),
    empty: rows.length ? null : 'Nobody was reached in those days',
    table: (height) => table(kpiColumns(detail), detail.rows, { height, label: detail.kpi.title }),
    option: () => intervalOption(rows, { axis: 'Share that paid within 14 days', format: f.axisPercent }),
  });
}
