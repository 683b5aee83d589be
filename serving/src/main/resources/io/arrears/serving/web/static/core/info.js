// The (i) beside a figure: opens its definition, by mouse and by keyboard; Escape or a click elsewhere closes it.
import { h, svg } from './dom.js';

let open = null;

function close() {
  if (!open) return;
  open.panel.remove();
  open.button.setAttribute('aria-expanded', 'false');
  open = null;
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && open) {
    const { button } = open;
    close();
    button.focus();
  }
});
document.addEventListener('click', (event) => {
  if (open && !open.panel.contains(event.target) && !open.button.contains(event.target)) close();
});

export function infoButton(title, paragraphs) {
  const icon = svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    svg('circle', { cx: 8, cy: 8, r: 6.5, fill: 'none', stroke: 'currentColor' }),
    svg('path', { d: 'M8 7v4.5M8 4.5v1', stroke: 'currentColor', 'stroke-width': 1.5 }));
  const button = h('button', { type: 'button', class: 'info', 'aria-label': `What “${title}” means`, 'aria-expanded': 'false' }, icon);
  button.addEventListener('click', () => {
    const mine = open?.button === button;
    close();
    if (mine) return;
    const panel = h('div', { class: 'popover', role: 'note' }, paragraphs.filter(Boolean).map((text) => h('p', {}, text)));
    button.closest('.has-popover, .tile, .card').append(panel);
    button.setAttribute('aria-expanded', 'true');
    open = { button, panel };
  });
  return button;
}

export const kpiInfo = (kpi) => infoButton(kpi.title, [kpi.definition, `Definition ${kpi.name}, version ${kpi.definition_version}.`]);
