// Ageing and roll: where does the book move?
import { csvOf, getKpi } from '../core/api.js';
import { byId } from '../core/dom.js';
import * as f from '../core/format.js';
import { page } from '../core/frame.js';
import { fill } from '../core/state.js';
import { kpiColumns, table } from '../core/table.js';
import { lines, trend } from '../core/trend.js';
import { drawMatrix } from '../ageing/matrix.js';
import { drawSlices } from '../ageing/slices.js';
import { drawStack } from '../ageing/stack.js';
import { drawWaterfall } from '../ageing/waterfall.js';

// A net flow has no upper end: one odd month would flatten all others.
const MOST_ROLLED = 2;

const one = (id, kpi, draw) => fill(byId(id), () => getKpi(kpi), (detail) => draw(byId(id), detail));

page(() => Promise.all([
  one('ageing', 'ageing', drawStack),
  one('matrix', 'transition_matrix', drawMatrix),
  one('rolls', 'roll_rates', drawRolls),
  one('cure', 'cure_rate_30', (host, detail) => trend(host, detail, { lead: 'Of the accounts past due at a month’s end: nothing past due within 30 days.', axis: 'Share of accounts' })),
  one('delinquency', 'delinquency_rate_30', (host, detail) => trend(host, detail, { lead: 'Balance of accounts 30 or more days past due, as a share of the open balance.', axis: 'Share of balance' })),
  one('waterfall', 'waterfall', drawWaterfall),
  one('days', 'days_sales_outstanding', drawDays),
  one('slices', 'balance_by_slice', drawSlices),
]));

function drawRolls(host, detail) {
  const steps = [...new Set(detail.rows.map((row) => row.to_bucket))];
  lines(host, {
    title: detail.kpi.title, lead: `Balance of a bucket as a share of the younger bucket a month before.${detail.rows.some((row) => row.value > MOST_ROLLED) ? ` Cut at ${f.percent(MOST_ROLLED, 0)}: see the table.` : ''}`, cap: MOST_ROLLED, kpi: detail.kpi, csv: csvOf('roll_rates'), unit: 'share', axis: 'Share rolled', height: 352,
    lines: steps.map((to) => {
      const points = detail.rows.filter((row) => row.to_bucket === to);
      return { name: `→ ${f.words(to)}`, points };
    }),
    tableOf: (height) => table(kpiColumns(detail), [...detail.rows].reverse(), { height, label: detail.kpi.title }),
  });
}

function drawDays(host, detail) {
  const column = (name) => detail.rows.map((row) => ({ period: row.period, value: row[name] }));
  lines(host, {
    title: 'Days outstanding and days delinquent', lead: 'Open and past due balance in days of billing, over three months.', kpi: detail.kpi, csv: csvOf('days_sales_outstanding'), unit: 'days', axis: 'Days',
    lines: [{ name: 'Outstanding', points: column('value') }, { name: 'Delinquent', points: column('average_days_delinquent') }],
    tableOf: (height) => table(kpiColumns(detail), [...detail.rows].reverse(), { height, label: detail.kpi.title }),
  });
}
