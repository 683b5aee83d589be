// The eight tiles: value, unit, change in words, trend, definition behind an (i).
import { h, replace, svg } from '../core/dom.js';
import * as f from '../core/format.js';
import { kpiInfo } from '../core/info.js';

export const TILES = ['open_balance', 'past_due_balance', 'collected_month_to_date', 'expected_cash_30d',
  'cure_rate_30', 'roll_rate_1_30', 'promises_kept_rate', 'contacts_after_payment'];

export function drawTiles(host, book, scope) {
  replace(host, book.kpis.map((summary) => tile(summary, scope)));
}

function tile({ kpi, latest, previous, change, series }, scope) {
  const value = h('p', { class: 'value', title: latest.value === null ? latest.reason : f.byUnit(kpi.unit, latest.value), 'data-value': latest.value },
    f.shortByUnit(kpi.unit, latest.value));
  return h('article', { class: 'card tile', 'data-kpi': kpi.name },
    h('div', { class: 'tile-head' }, h('h2', {}, kpi.title), kpiInfo(kpi)),
    value,
    h('p', { class: `delta ${mood(kpi, change)}` }, words(kpi, latest, previous, change, scope)),
    sparkline(series));
}

function words(kpi, latest, previous, change, scope) {
  if (latest.value === null) return latest.reason ?? '';
  if (kpi.period === 'snapshot') return `from ${f.day(scope.as_of)} to ${f.day(f.addDays(scope.as_of, 29))}`;
  const month = f.isMonthEnd(latest.period) && kpi.period === 'month' ? `${f.month(latest.period)}: ` : '';
  if (change === null) return `${month}no earlier month to compare`;
  return `${month}${f.delta(kpi.unit, change, previous.value)} vs ${versus(kpi, previous)}`;
}

function versus(kpi, previous) {
  return kpi.period === 'month_to_date' || !f.isMonthEnd(previous.period) ? f.day(previous.period) : kpi.unit === 'money' ? f.day(previous.period) : f.month(previous.period);
}

function mood(kpi, change) {
  if (change === null || change === 0 || kpi.better === 'none') return '';
  return (change > 0) === (kpi.better === 'up') ? 'good' : 'warn';
}

// The last points as a line over the range they span; a gap stays a gap.
export function sparkline(series) {
  const points = series.map((point, i) => ({ x: i, y: point.value })).filter((point) => point.y !== null);
  const graphic = svg('svg', { class: 'spark', viewBox: '0 0 100 32', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  if (points.length < 2) return graphic;
  const low = Math.min(...points.map((point) => point.y));
  const span = Math.max(...points.map((point) => point.y)) - low || 1;
  const place = ({ x, y }) => `${((x / (series.length - 1)) * 100).toFixed(2)},${(29 - ((y - low) / span) * 26).toFixed(2)}`;
  graphic.append(svg('path', { d: `M${points.map(place).join('L')}` }));
  return graphic;
}
