// The registry: which model is in force, which wait, how each fared.
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { table } from '../core/table.js';

const ROLES = { champion: 'accent', shadow: 'warn', candidate: 'warn' };
export const TARGETS = {
  pay30: 'Pays within 30 days', cash30: 'Cash within 30 days', roll90: 'Rolls to 90 days past due',
  reach: 'An attempt reaches the right party', kept: 'Keeps the promise', selfcure: 'Cures without contact',
};
export const targetName = (target) => TARGETS[target] ?? target;

export function drawList(host, models, shown, { log, shadow }, onOpen) {
  const auc = (model, target) => model.targets[target]?.metrics?.auc ?? null;
  const targets = Object.keys(TARGETS).filter((target) => models.some((model) => auc(model, target) !== null));
  const head = h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, 'Registered models'), h('p', {}, 'By target the AUC on the test period of each. Choose a line to see it below.')));
  replace(host, head, table([
    { label: 'Model', fit: true, cell: (row) => h('span', {}, row.model_id === shown ? h('strong', {}, row.model_id) : row.model_id, row.model_id === shown ? h('span', { class: 'visually-hidden' }, ' (shown below)') : null) },
    { label: 'Role', fit: true, cell: (row) => h('span', { class: `badge ${ROLES[row.role] ?? ''}` }, f.words(row.role)) },
    { label: 'Gate', fit: true, title: (row) => gateReasons(row.gate).join('; ') || null, cell: (row) => gate(row.gate) },
    { label: 'Trained', fit: true, cell: (row) => `${f.dayAndYear(row.created_at)}, ${f.time(row.created_at)} UTC` },
    { label: 'Data', fit: true, cell: (row) => `${f.dayAndYear(row.data_from)} to ${f.dayAndYear(row.data_through)}` },
    { label: 'Rows', number: true, cell: (row) => f.count(row.rows) },
    ...targets.map((target) => ({ label: target, number: true, title: () => targetName(target), cell: (row) => f.decimal(auc(row, target), 3) })),
  ], models, { label: 'Registered models', onOpen: (row) => onOpen(row.model_id) }),
  ...refusals(models), agreement(shadow), steps(log));
}

const gateReasons = (verdict) => (verdict?.checks ?? []).filter(({ passed }) => !passed).map(({ name, finding }) => `${f.words(name)}: ${finding}`);

function gate(verdict) {
  if (!verdict) return h('span', { class: 'muted' }, 'not asked');
  return verdict.passed ? 'passed' : h('span', { class: 'warn' }, 'refused');
}

const refusals = (models) => models.filter(({ gate: verdict, role }) => verdict && !verdict.passed && role !== 'champion').map((model) => h('p', { class: 'note' }, `The gate refused ${model.model_id}. ${gateReasons(model.gate).join('; ')}.`));

function agreement(shadow) {
  if (!shadow) return null;
  const { scored, mean_absolute_difference: mean, largest_difference: largest } = shadow.differences;
  return h('p', { class: 'note', id: 'shadow' }, `In the shadow, ${shadow.challenger}: ${f.count(scored)} accounts scored beside the champion, ${f.percent(mean, 2)} apart on average, ${f.percent(largest, 2)} at most; ${f.count(shadow.flipped)} of ${f.count(shadow.decided)} decisions would flip.`);
}

const steps = (log) => (log.length ? h('p', { class: 'note' }, `Put in force: ${log.slice(-5).join(', then ')}.`) : null);
