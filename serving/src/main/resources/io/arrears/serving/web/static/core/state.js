// What stands in a block while it waits, when there is nothing, and when something failed.
import { h, replace } from './dom.js';

export function emptyState(title, ...lines) {
  return h('div', { class: 'state' }, h('strong', {}, title), lines.map((line) => h('p', {}, line)));
}

export function errorState(problem, retry) {
  return h('div', { class: 'state', role: 'alert' },
    h('strong', {}, 'This could not be loaded'),
    h('p', {}, problem.message),
    h('p', { class: 'small' }, 'Code ', h('code', {}, problem.code ?? 'script_error')),
    h('button', { type: 'button', onclick: retry }, 'Try again'));
}

export function nothingPublished() {
  const host = document.getElementById('main');
  replace(host, h('div', { class: 'state page-state card' },
    h('strong', {}, 'Nothing is published yet'),
    h('p', {}, 'To look around with an invented portfolio, run ', h('code', {}, './arrears demo'), '.'),
    h('p', {}, 'With your own data, run ', h('code', {}, './arrears run --source DIR --as-of DATE'), ', then come back.'),
    h('button', { type: 'button', onclick: () => location.reload() }, 'Look again')));
  host.dataset.state = 'empty';
}

// Fills a block: skeleton, then what `render` makes of what `load` brings, or the error with a retry.
export async function fill(host, load, render) {
  if (!host.querySelector('.skeleton')) {
    replace(host, h('div', { class: 'skeleton', style: { height: `${Math.max(96, host.clientHeight - 34)}px` } }));
  }
  host.setAttribute('aria-busy', 'true');
  try {
    await render(await load());
    host.dataset.state = 'ready';
  } catch (problem) {
    if (problem.code === 'nothing_published') {
      nothingPublished();
    } else {
      if (!problem.code) console.error(problem);
      replace(host, errorState(problem, () => fill(host, load, render)));
      host.dataset.state = 'error';
    }
  }
  host.removeAttribute('aria-busy');
}
