// Account: why this one?
import { getJson } from '../core/api.js';
import { byId, h, replace } from '../core/dom.js';
import { page } from '../core/frame.js';
import { emptyState } from '../core/state.js';
import { drawArms, drawDecision } from '../account/decision.js';
import { drawCurve } from '../account/curve.js';
import { drawHead, drawItems } from '../account/head.js';
import { drawScores } from '../account/scores.js';
import { drawTimeline } from '../account/timeline.js';

const id = decodeURIComponent(location.pathname.split('/').pop());
document.querySelector('h1').textContent = `Account ${id}`;
document.title = `${id} · Arrears`;

page(async () => {
  let account;
  try {
    account = await getJson(`/v1/accounts/${encodeURIComponent(id)}`);
  } catch (problem) {
    if (problem.code !== 'unknown_account') throw problem;
    replace(byId('main'), h('div', { class: 'card page-state state' }, emptyState('There is no such account', problem.message), h('a', { href: '/worklist' }, 'To the work list')));
    return;
  }
  drawHead(byId('head'), account);
  drawDecision(byId('decision'), account);
  drawScores(byId('scores'), account);
  drawCurve(byId('curve'), account);
  drawItems(byId('items'), account);
  drawArms(byId('arms'), account);
  drawTimeline(byId('timeline'), account);
});
