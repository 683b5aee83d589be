// A chart block: title, unit, plot, its table behind a switch, CSV and PNG. Redrawn when the theme or the width changes.
import { h, replace } from './dom.js';
import { onThemeChange, token } from './theme.js';
import { kpiInfo } from './info.js';
import { emptyState } from './state.js';

const drawn = new Set();
onThemeChange(() => drawn.forEach((block) => block.draw()));
const resized = new ResizeObserver((entries) => entries.forEach(({ target }) => target.block?.resize()));

// spec: {title, lead, kpi, csv, height, about, option(width) → ECharts option, table() → node, tools: [nodes], empty}
export function chart(host, spec) {
  const height = spec.height ?? 288;
  const plot = h('div', { class: 'plot', tabindex: 0, role: 'img', 'aria-label': `${spec.title}. ${spec.about}`, style: { height: `${height}px` } });
  const shown = h('div', { hidden: true });
  const toTable = h('button', { type: 'button', 'aria-pressed': 'false' }, 'Table');
  const toPng = h('button', { type: 'button' }, 'PNG');
  const head = h('div', { class: 'card-head' },
    h('div', {}, h('h2', {}, spec.title), spec.lead ? h('p', {}, spec.lead) : null),
    h('div', { class: 'tools' }, spec.tools ?? [], toTable, spec.csv ? h('a', { class: 'button', href: spec.csv, download: '' }, 'CSV') : null, toPng, spec.kpi ? kpiInfo(spec.kpi) : null));
  host.classList.add('card', 'has-popover');
  replace(host, head, plot, shown, spec.note ? h('p', { class: 'note' }, spec.note) : null);
  if (spec.empty) {
    replace(plot, emptyState(spec.empty));
    plot.removeAttribute('role');
    toPng.disabled = true;
    return;
  }
  const block = plotIn(plot, spec);
  toPng.addEventListener('click', () => savePng(block.instance, spec.title));
  toTable.addEventListener('click', () => {
    const on = shown.hidden;
    toTable.setAttribute('aria-pressed', String(on));
    if (on) replace(shown, spec.table(height));
    shown.hidden = !on;
    shown.style.minHeight = `${height}px`;
    plot.hidden = on;
    if (!on) block.draw();
  });
}

function plotIn(plot, spec) {
  if (plot.block) drawn.delete(plot.block);
  const instance = globalThis.echarts.init(plot, null, { renderer: 'canvas' });
  const block = {
    instance,
    draw() {
      if (plot.hidden || !plot.isConnected) return;
      instance.setOption({ ...look(), ...spec.option(plot.clientWidth) }, true);
    },
    resize() {
      if (plot.hidden || plot.clientWidth === 0) return;
      instance.resize();
      block.draw();
    },
  };
  plot.block = block;
  drawn.add(block);
  resized.observe(plot);
  block.draw();
  return block;
}

function look() {
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 150,
    animationDurationUpdate: 150,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: token('ink-2'), fontSize: 12 },
    aria: { enabled: false },
  };
}

function savePng(instance, title) {
  const link = h('a', { href: instance.getDataURL({ pixelRatio: 2, backgroundColor: token('surface') }), download: `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png` });
  document.body.append(link);
  link.click();
  link.remove();
}

export const axisText = () => ({ color: token('ink-2'), fontSize: 12 });

export function categories(data, more = {}) {
  return { type: 'category', data, axisTick: { show: false }, axisLine: { lineStyle: { color: token('line-strong') } }, axisLabel: { ...axisText(), hideOverlap: true, ...more.axisLabel }, ...without(more, 'axisLabel') };
}

export function values(format, more = {}) {
  return {
    type: 'value', splitNumber: 4, axisLabel: { ...axisText(), formatter: format }, splitLine: { lineStyle: { color: token('line') } }, axisLine: { show: false }, ...more,
  };
}

// What the value axis counts, above it: a title of its own is never cut off, whatever the labels' width.
export const axisTitle = (text, top = 0) => ({ text, left: 0, top, padding: 0, textStyle: { ...axisText(), fontWeight: 400, lineHeight: 16 } });

const without = (object, key) => Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

export function tooltip(more = {}) {
  return { trigger: 'axis', confine: true, transitionDuration: 0, backgroundColor: token('surface'), borderColor: token('line-strong'), borderWidth: 1, padding: [8, 12], textStyle: { color: token('ink'), fontSize: 12 }, extraCssText: 'box-shadow: 0 4px 16px rgb(0 0 0 / .16)', ...more };
}

export const grid = (more = {}) => ({ left: 8, right: 16, top: 32, bottom: 8, containLabel: true, ...more });
export const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
