// Every KPI with its newest value and what exactly it means.
import { csvOf } from '../core/api.js';
import { h, replace } from '../core/dom.js';
import * as f from '../core/format.js';
import { table } from '../core/table.js';

export function drawLedger(host, { kpis }) {
  replace(host,
    h('div', { class: 'card-head' }, h('div', {}, h('h2', {}, 'The KPI ledger'), h('p', {}, `${f.count(kpis.length)} definitions. A definition that changes gets a new version.`))),
    table([
      { label: 'KPI', fit: true, cell: ({ kpi }) => h('span', {}, kpi.title, h('span', { class: 'under' }, kpi.name)) },
      { label: 'Newest', number: true, title: ({ latest }) => latest.reason, cell: ({ kpi, latest }) => f.shortByUnit(kpi.unit, latest.value) },
      { label: 'Of', fit: true, cell: ({ latest }) => (latest.period ? f.dayAndYear(latest.period) : f.DASH) },
      { label: 'Definition', cell: ({ kpi }) => h('span', { class: 'definition' }, kpi.definition) },
      { label: 'Version', number: true, cell: ({ kpi }) => f.count(kpi.definition_version) },
      { label: 'CSV', fit: true, cell: ({ kpi }) => h('a', { href: csvOf(kpi.name), download: '' }, 'CSV') },
    ], kpis, { label: 'The KPI ledger' }));
}
