// Work list: whom now, and how? Ranked by the plan, cut by capacity.
import { filters, getJson, getKpi } from '../core/api.js';
import { byId, h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { page } from '../core/frame.js';
import { emptyState, fill } from '../core/state.js';
import { exportCsv } from '../worklist/export.js';
import { moveByKeys } from '../worklist/keys.js';
import { worklistTable } from '../worklist/rows.js';

const PAGE_ROWS = 25;
const asked = new URLSearchParams(location.search);
const choice = { queue: asked.get('queue') ?? 'all', min_value: asked.get('min_value') ?? '' };
// The ranks after which the pages seen so far begin: the way back.
let starts = [0];

page(async () => {
  await offerQueues();
  byId('choice').elements.min_value.value = choice.min_value;
  byId('choice').addEventListener('change', choose);
  byId('choice').addEventListener('submit', (event) => { event.preventDefault(); choose(); });
  byId('export').addEventListener('click', () => exportCsv(address, choice.queue));
  moveByKeys(byId('list'));
  await show();
});

function address(more) {
  const query = filters();
  query.delete('currency');
  if (choice.min_value) query.set('min_value', choice.min_value);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return `/v1/worklists/${encodeURIComponent(choice.queue)}?${query}`;
}

async function offerQueues() {
  const { rows } = await getKpi('plan_by_arm');
  const used = (name) => [...new Set(rows.filter((row) => row.channel !== 'none').map((row) => row[name]))];
  const group = (label, values) => (values.length ? h('optgroup', { label }, values.map((value) => h('option', { value }, f.words(value)))) : null);
  const select = byId('choice').elements.queue;
  select.append(...[group('Channel', used('channel')), group('Action', used('action'))].filter(Boolean));
  select.value = choice.queue;
  if (select.selectedIndex < 0) { select.append(h('option', { value: choice.queue }, f.words(choice.queue))); select.value = choice.queue; }
}

function choose() {
  const form = byId('choice').elements;
  choice.queue = form.queue.value;
  choice.min_value = form.min_value.value.trim().replace(',', '.');
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(choice)) {
    if (value && value !== 'all') query.set(name, value); else query.delete(name);
  }
  history.replaceState(null, '', `${location.pathname}${query.size ? `?${query}` : ''}`);
  starts = [0];
  show();
}

const show = () => fill(byId('list'), () => getJson(address({ limit: PAGE_ROWS, after: starts.at(-1) })), draw);

function draw(list) {
  byId('count').textContent = `${f.count(list.total)} ${list.total === 1 ? 'account' : 'accounts'}`;
  if (!list.rows.length) {
    replace(byId('list'), emptyState('No account in this list', 'Choose another queue, a lower net value, or the whole book.'));
    replace(byId('pager'));
    return;
  }
  replace(byId('list'), worklistTable(list));
  const seen = (starts.length - 1) * PAGE_ROWS;
  replace(byId('pager'),
    h('span', { class: 'small' }, `${f.count(seen + 1)} to ${f.count(seen + list.rows.length)} of ${f.count(list.total)}`),
    h('button', { type: 'button', disabled: starts.length === 1, onclick: () => { starts.pop(); show(); } }, 'Previous'),
    h('button', { type: 'button', disabled: list.next === null, onclick: () => { starts.push(list.next); show(); } }, 'Next'));
}
