// The registry: which model is in force, which wait, how each fared.
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { table } from '../core/table.js';

const ROLES = { champion: 'accent', candidate: 'warn' };
export const TARGETS = { pay30: 'Pays within 30 days', roll90: 'Rolls to 90 days past due' };
export const targetName = (target) => TARGETS[target] ?? target;

export function drawList(host, models, shown, onOpen) {
  const targets = [...new Set(models.flatMap((model) => Object.keys(model.targets)))].sort();
  const head = h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, 'Registered models'), h('p', {}, 'AUC on the test period of each. Choose a line to see it below.')));
  replace(host, head, table([
    { label: 'Model', fit: true, cell: (row) => h('span', {}, row.model_id === shown ? h('strong', {}, row.model_id) : row.model_id, row.model_id === shown ? h('span', { class: 'visually-hidden' }, ' (shown below)') : null) },
    { label: 'Role', fit: true, cell: (row) => h('span', { class: `badge ${ROLES[row.role] ?? ''}` }, f.words(row.role)) },
    { label: 'Trained', fit: true, cell: (row) => `${f.dayAndYear(row.created_at)}, ${f.time(row.created_at)} UTC` },
    { label: 'Data', fit: true, cell: (row) => `${f.dayAndYear(row.data_from)} to ${f.dayAndYear(row.data_through)}` },
    { label: 'Rows', number: true, cell: (row) => f.count(row.rows) },
    ...targets.map((target) => ({ label: `AUC, ${target}`, number: true, title: () => targetName(target), cell: (row) => f.decimal(row.targets[target]?.metrics?.auc ?? null, 3) })),
  ], models, { label: 'Registered models', onOpen: (row) => onOpen(row.model_id) }));
}
