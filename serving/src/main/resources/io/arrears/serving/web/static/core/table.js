// Tables: numbers to the right, money with its currency in the header, in a box of their own that scrolls.
import { h } from './dom.js';
import * as f from './format.js';

const LABELS = { period: 'Period', value: 'Value', from_bucket: 'From', to_bucket: 'To', n: 'n' };

// A column: {label, cell(row) → node or text, number?, fit?, title?(row)}.
export function table(columns, rows, { caption, onOpen, label, height } = {}) {
  const head = h('tr', {}, columns.map((column) => h('th', { scope: 'col', class: kind(column) }, column.label)));
  const body = rows.map((row) => {
    const line = h('tr', onOpen ? { tabindex: 0 } : {}, columns.map((column) => h('td', { class: kind(column), title: column.title?.(row) ?? null }, column.cell(row))));
    if (onOpen) {
      line.addEventListener('click', (event) => { if (!event.target.closest('a, button')) onOpen(row); });
      line.addEventListener('keydown', (event) => { if (event.key === 'Enter' && event.target === line) onOpen(row); });
    }
    return line;
  });
  return h('div', { class: 'scroll', style: height ? { maxHeight: `${height}px` } : {}, tabindex: height ? 0 : null, role: height ? 'region' : null, 'aria-label': height ? label ?? caption : null },
    h('table', { 'aria-label': label ?? null }, caption ? h('caption', {}, caption) : null, h('thead', {}, head), h('tbody', {}, body)));
}

const kind = (column) => (column.number ? 'number' : column.fit ? 'fit' : null);

// The columns of a KPI as the API describes them.
export function kpiColumns(detail) {
  return detail.columns.map(({ name, type }) => ({
    label: type === 'money' ? `${label(detail, name)}, ${f.currencyCode()}` : label(detail, name),
    number: type === 'money' || type === 'number',
    fit: type !== 'money' && type !== 'number',
    title: (row) => (row[name] === null ? detail.reason : null),
    cell: (row) => cell(detail, name, type, row[name]),
  }));
}

const label = (detail, name) => (name === 'value' ? detail.kpi.title : LABELS[name] ?? f.words(name));

function cell(detail, name, type, value) {
  if (value === null) return f.DASH;
  if (type === 'money') return f.amount(value);
  if (type === 'date') return f.dayAndYear(value);
  if (type === 'timestamp') return `${f.dayAndYear(value)}, ${f.time(value)}`;
  if (type === 'text') return /(_id|table_name|rule)$/.test(name) ? value : f.words(value);
  if (isShare(detail, name)) return f.percent(value);
  return Number.isInteger(value) ? f.count(value) : f.decimal(value);
}

const isShare = (detail, name) => /share/.test(name) || (detail.kpi.unit === 'share' && ['value', 'low', 'high'].includes(name));
