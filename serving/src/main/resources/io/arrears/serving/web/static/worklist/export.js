// The whole list as one CSV file, fetched page by page.
import { h } from '../core/dom.js';

const CHUNK_ROWS = 1000;

export async function exportCsv(address, queue) {
  const button = document.getElementById('export');
  button.disabled = true;
  try {
    const parts = [];
    for (let after = 0; after !== null;) {
      const { text, last, rows } = await chunk(address({ limit: CHUNK_ROWS, after }));
      parts.push(parts.length ? text.slice(text.indexOf('\n') + 1) : text);
      after = rows === CHUNK_ROWS ? last : null;
    }
    const url = URL.createObjectURL(new Blob(parts, { type: 'text/csv' }));
    const link = h('a', { href: url, download: `worklist-${queue}.csv` });
    document.body.append(link);
    link.click();
    link.remove();
    URL.revokeObjectURL(url);
  } finally {
    button.disabled = false;
  }
}

async function chunk(url) {
  const response = await fetch(url, { headers: { Accept: 'text/csv' } });
  if (!response.ok) throw new Error(`the export was refused with status ${response.status}`);
  const text = await response.text();
  const lines = text.trimEnd().split('\n');
  return { text, rows: lines.length - 1, last: Number(lines.at(-1).split(',')[0]) };
}
