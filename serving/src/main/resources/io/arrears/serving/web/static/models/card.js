// Where the model comes from, and its card.
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { emptyState } from '../core/state.js';
import { targetName } from './list.js';

export function drawLineage(host, model) {
  const fact = (name, value) => (value === null || value === undefined || value === '' ? [] : [h('dt', {}, name), h('dd', {}, value)]);
  const { origin } = model;
  const short = (digest) => h('code', { title: digest }, String(digest).slice(0, 12));
  replace(host,
    h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, 'Where it comes from'))),
    h('dl', { class: 'facts' },
      fact('Data', short(origin.data_hash)),
      fact('Window', `${f.dayAndYear(origin.from)} to ${f.dayAndYear(origin.through)}`),
      fact('Rows', f.count(origin.rows)),
      fact('Seed', String(origin.seed)),
      fact('Code', short(origin.code_revision)),
      fact('Feature schema', short(model.schema_fingerprint)),
      Object.entries(model.targets).flatMap(([target, t]) => fact(targetName(target), `${f.count(t.train_rows)} train, ${f.count(t.tune_rows)} tune, ${f.count(t.test_rows)} test rows; ${t.calibration}`)),
      Object.entries(model.skipped ?? {}).flatMap(([target, reason]) => fact(`${targetName(target)}, skipped`, reason))));
}

// The card is Markdown; headings, lists, tables and paragraphs of it are enough here.
export function drawCard(host, { card }) {
  const head = h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, 'Model card')));
  if (!card) return replace(host, head, emptyState('This model has no card'));
  return replace(host, head, h('div', { class: 'prose', tabindex: 0, role: 'region', 'aria-label': 'Model card' }, blocks(card)));
}

function blocks(markdown) {
  return markdown.split(/\n{2,}/).map((text) => block(text.trim())).filter(Boolean);
}

function block(text) {
  if (!text) return null;
  const heading = /^(#{1,4})\s+(.*?)(?:\n([\s\S]*))?$/.exec(text);
  if (heading) return h('div', {}, h('h3', {}, plain(heading[2])), heading[3] ? block(heading[3]) : null);
  const lines = text.split('\n');
  if (lines.every((line) => /^\s*\|/.test(line))) return tableOf(lines);
  if (lines.every((line) => /^\s*([-*]|\d+\.)\s|^\s+\S/.test(line))) return h('ul', {}, text.split(/\n(?=\s*(?:[-*]|\d+\.)\s)/).map((line) => h('li', {}, plain(line.replace(/^\s*([-*]|\d+\.)\s+/, '').replace(/\n\s*/g, ' ')))));
  return h('p', {}, plain(text.replaceAll('\n', ' ')));
}

function tableOf(lines) {
  const cells = (line) => line.trim().replace(/^\||\|$/g, '').split('|').map((cell) => plain(cell.trim()));
  const [first, ...rest] = lines.filter((line) => !/^[\s|:-]+$/.test(line)).map(cells);
  return h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, h('tr', {}, first.map((cell) => h('th', { scope: 'col' }, cell)))), h('tbody', {}, rest.map((row) => h('tr', {}, row.map((cell) => h('td', {}, cell)))))));
}

const plain = (text) => text.replace(/\*\*(.+?)\*\*/g, '$1').replace(/`(.+?)`/g, '$1');
