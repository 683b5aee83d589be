// Channels and agents: what works, what is allowed, who needs help?
import { csvOf, getKpi } from '../core/api.js';
import { byId } from '../core/dom.js';
import { page } from '../core/frame.js';
import { fill } from '../core/state.js';
import { kpiColumns, table } from '../core/table.js';
import { lines, trend } from '../core/trend.js';
import { drawAgents } from '../channels/agents.js';
import { drawBlocked } from '../channels/blocked.js';
import { drawFunnel } from '../channels/funnel.js';
import { drawHours } from '../channels/hours.js';
import { drawOutcomes } from '../channels/outcomes.js';
import { drawResponse } from '../channels/response.js';

const one = (id, kpi, draw) => fill(byId(id), () => getKpi(kpi), (detail) => draw(byId(id), detail));
const pair = (id, kpis, spec) => fill(byId(id), () => Promise.all(kpis.map(getKpi)), (details) => drawPair(byId(id), details, spec));
const small = { height: 240 };

page(() => Promise.all([
  one('funnel', 'channel_funnel', drawFunnel),
  one('response', 'channel_response', drawResponse),
  one('outcomes', 'outcome_mix', drawOutcomes),
  one('hours', 'response_by_hour', drawHours),
  one('agents', 'agents', drawAgents),
  pair('reach', ['right_party_rate_attempts', 'right_party_rate_connects'], { title: 'Right party reached', lead: 'Per attempt, and per connect (somebody answered).', axis: 'Share', names: ['Per attempt', 'Per connect'] }),
  pair('promises', ['promises_kept_rate', 'promises_kept_amount_rate'], { title: 'Promises kept', lead: 'Of the promises fallen due in the month: by number and by amount.', axis: 'Share kept', names: ['By number', 'By amount'] }),
  one('complaints', 'complaints_per_1000', (host, detail) => trend(host, detail, { ...small, axis: 'Per 1,000' })),
  one('needless', 'contacts_after_payment', (host, detail) => trend(host, detail, { ...small, axis: 'Contacts', lead: 'Target: 0.' })),
  one('cost', 'cost_to_collect', (host, detail) => trend(host, detail, { ...small, axis: 'Share of collected' })),
  one('blocked', 'blocked_by_rule', drawBlocked),
]));

function drawPair(host, details, { title, lead, axis, names }) {
  const columns = [{ label: 'Definition', fit: true, cell: (row) => row.title }];
  lines(host, {
    title, lead, axis, kpi: details[0].kpi, csv: csvOf(details[0].kpi.name), unit: 'share',
    lines: details.map((detail, i) => ({ name: names[i], points: detail.rows })),
    tableOf: (height) => table([...columns, ...kpiColumns({ ...details[0], columns: details[0].columns.slice(0, 2) })], details.flatMap((detail) => [...detail.rows].reverse().map((row) => ({ ...row, title: detail.kpi.title }))), { height, label: title }),
  });
}
