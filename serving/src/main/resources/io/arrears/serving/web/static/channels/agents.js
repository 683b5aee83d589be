// Agents: what they brought in beside what their accounts would bring anybody, with the doubt shown.
import { csvOf } from '../core/api.js';
import { chart } from '../core/chart.js';
import * as f from '../core/format.js';
import { intervalOption } from '../core/interval.js';
import { token } from '../core/theme.js';
import { table } from '../core/table.js';

// One lucky payment would flatten everybody else.
const MOST_SHOWN = 4;

export function drawAgents(host, detail) {
  const rows = detail.rows;
  const judged = rows.filter((row) => row.value !== null);
  chart(host, {
    title: detail.kpi.title, lead: 'Collected ÷ expected from the same kind of accounts, with 95% intervals. An interval across 1 shows no difference between the agent and the average. Cut at 4: see the table.', kpi: detail.kpi, csv: csvOf('agents'), height: Math.min(640, 72 + 28 * Math.max(3, judged.length)),
    about: judged.map((row) => `${row.agent_id} ${textOf(row)}`).join('; '),
    empty: judged.length ? null : rows.length ? 'No agent had 10 contacts in those days' : 'No contact of those days names an agent',
    table: (height) => agentTable(rows, height),
    option: () => intervalOption(judged.map((row) => ({ ...row, name: row.agent_id, text: textOf(row), colour: () => colourOf(row) })), { axis: 'Collected ÷ expected', format: (value) => f.decimal(value, 1), reference: 1, cap: MOST_SHOWN }),
  });
  if (rows.length) host.append(agentTable(rows, 400));
}

const verdict = (row) => (row.value === null ? 'too few contacts' : row.low > 1 ? 'above expected' : row.high < 1 ? 'below expected' : 'no difference shown');
const colourOf = (row) => token(row.low > 1 ? 'series-3' : row.high < 1 ? 'series-6' : 'series-1');
const textOf = (row) => `${f.decimal(row.value)} (95%: ${f.decimal(row.low)} to ${f.decimal(row.high)}), ${f.count(row.contacts)} contacts`;

function agentTable(rows, height) {
  return table([
    { label: 'Agent', fit: true, cell: (row) => row.agent_id },
    { label: 'Collected ÷ expected', number: true, cell: (row) => f.decimal(row.value) },
    { label: '95% interval', number: true, cell: (row) => (row.value === null ? f.DASH : `${f.decimal(row.low)} to ${f.decimal(row.high)}`) },
    { label: 'Reading', fit: true, cell: verdict },
    { label: `Collected, ${f.currencyCode()}`, number: true, cell: (row) => f.amount(row.collected) },
    { label: `Expected, ${f.currencyCode()}`, number: true, cell: (row) => f.amount(row.expected) },
    { label: 'Contacts', number: true, cell: (row) => f.count(row.contacts) },
    { label: 'Right party', number: true, cell: (row) => f.count(row.right_party) },
    { label: 'Promises', number: true, cell: (row) => f.count(row.promised) },
    { label: 'Talk hours', number: true, cell: (row) => f.decimal(row.talk_hours, 1) },
    { label: 'Complaints', number: true, cell: (row) => f.count(row.complaints) },
  ], rows, { height, label: 'Agents' });
}
