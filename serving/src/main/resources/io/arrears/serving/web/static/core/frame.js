// The frame around every page: menu, theme switch, filters kept in the address, how old the figures are.
import { FILTERS, filters, getJson, withFilters } from './api.js';
import { byId, h, replace } from './dom.js';
import { dayAndYear, daysBetween, useCurrency, words } from './format.js';
import { isDark, onThemeChange, switchTheme } from './theme.js';
import { errorState, nothingPublished } from './state.js';

// Older than this and the figures are called stale.
const PROMISED_DAYS = 2;

export const ageInDays = (scope) => daysBetween(scope.as_of, new Date().toISOString());
export const isStale = (scope) => ageInDays(scope) > PROMISED_DAYS;

// Draws the frame, then lets the page fill itself: `show(scope, book)` runs once the book is known.
export async function page(show) {
  wireMenu();
  wireTheme();
  keepFilters();
  try {
    const book = await getJson(withFilters('/v1/kpis', { names: 'open_balance' }));
    useCurrency(book.scope);
    fillFilters(book);
    byId('as-of').textContent = dayAndYear(book.scope.as_of);
    warnWhenStale(book.scope);
    await show(book.scope, book);
  } catch (problem) {
    if (problem.code === 'nothing_published') nothingPublished();
    else {
      if (!problem.code) console.error(problem);
      replace(byId('main'), h('div', { class: 'card page-state state' }, errorState(problem, () => location.reload()), forgetFilters(problem)));
    }
    byId('as-of').textContent = '–';
  }
  byId('main').dataset.done = 'true';
}

function forgetFilters(problem) {
  return problem.code === 'invalid_parameter' ? h('a', { href: location.pathname }, 'Show the whole book') : null;
}

function wireMenu() {
  const button = document.querySelector('.menu-button');
  button.addEventListener('click', () => {
    const open = document.querySelector('.side').classList.toggle('open');
    button.setAttribute('aria-expanded', String(open));
  });
}

function wireTheme() {
  const button = byId('theme');
  const name = () => { button.textContent = isDark() ? 'Light theme' : 'Dark theme'; };
  button.addEventListener('click', switchTheme);
  onThemeChange(name);
  name();
}

// Links of the frame carry the filters on.
function keepFilters() {
  const query = filters().toString();
  if (!query) return;
  for (const link of document.querySelectorAll('.side a[href^="/"]:not([href="/docs"])')) link.href += `?${query}`;
}

function fillFilters(book) {
  const form = byId('filters');
  const choices = { currency: book.currencies, receivable_type: book.receivable_types, segment: book.segments };
  for (const name of FILTERS) {
    const select = form.elements[name];
    const all = name === 'currency' ? [] : [h('option', { value: '' }, select.options[0].textContent)];
    replace(select, all, choices[name].map((value) => h('option', { value }, name === 'receivable_type' ? words(value) : value)));
    select.value = book.scope[name] ?? '';
    select.disabled = choices[name].length === 0;
  }
  form.addEventListener('change', ({ target }) => {
    const query = new URLSearchParams(location.search);
    if (target.name === 'currency') { query.delete('receivable_type'); query.delete('segment'); }
    if (target.value) query.set(target.name, target.value); else query.delete(target.name);
    query.delete('page');
    location.assign(`${location.pathname}${query.size ? `?${query}` : ''}`);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
}

function warnWhenStale(scope) {
  if (!isStale(scope)) return;
  const banner = byId('banner');
  replace(banner, `These figures are as of ${dayAndYear(scope.as_of)}, ${ageInDays(scope)} days ago. Run `, h('code', {}, './arrears run'), ' with today’s drop to bring them up to date.');
  banner.className = 'banner';
  banner.setAttribute('role', 'status');
  banner.hidden = false;
}
