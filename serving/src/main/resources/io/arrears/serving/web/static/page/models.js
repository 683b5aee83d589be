// Models: can I trust the scores?
import { getJson } from '../core/api.js';
import { byId, h, replace } from '../core/dom.js';
import { page } from '../core/frame.js';
import { emptyState, fill } from '../core/state.js';
import { drawCard, drawLineage } from '../models/card.js';
import { drawCalibration, drawLift, drawRoc } from '../models/curves.js';
import { drawFairness } from '../models/fairness.js';
import { drawList } from '../models/list.js';
import { drawCycles, drawMonitoring } from '../models/monitoring.js';
import { drawMetrics } from '../models/metrics.js';
import { drawCapacity, drawParts } from '../models/parts.js';
import { drawStability } from '../models/stability.js';

const asked = new URLSearchParams(location.search);
const choice = { model: asked.get('model'), target: asked.get('target') };
const BLOCKS = ['metrics', 'calibration', 'roc', 'lift', 'capacity', 'parts', 'fairness', 'stability', 'lineage', 'card', 'monitoring', 'cycles'];

page(() => fill(byId('models'), () => getJson('/v1/models'), async ({ models, log, shadow }) => {
  if (!models.length) {
    BLOCKS.forEach((id) => byId(id).remove());
    replace(byId('models'), h('div', { class: 'page-state state' }, emptyState('No model is registered yet', 'Run ./arrears train to train and register candidates.')));
    return;
  }
  const champion = models.find(({ role }) => role === 'champion') ?? models[0];
  choice.model = models.some(({ model_id: id }) => id === choice.model) ? choice.model : champion.model_id;
  await Promise.all([show(models, { log, shadow }), fill(byId('monitoring'), () => getJson('/v1/monitoring'), (found) => {
    drawMonitoring(byId('monitoring'), found);
    drawCycles(byId('cycles'), found);
  })]);
}));

async function show(models, registry) {
  const choose = (more) => { Object.assign(choice, more); remember(); show(models, registry); };
  drawList(byId('models'), models, choice.model, registry, (model) => choose({ model }));
  await fill(byId('metrics'), () => getJson(`/v1/models/${encodeURIComponent(choice.model)}`), (model) => {
    const targets = [...new Set(model.metrics.map(({ target }) => target))];
    if (!targets.includes(choice.target)) [choice.target] = targets;
    drawMetrics(byId('metrics'), model, choice.target, targets, (target) => choose({ target }));
    drawCalibration(byId('calibration'), model, choice.target);
    drawRoc(byId('roc'), model, choice.target);
    drawLift(byId('lift'), model, choice.target);
    drawCapacity(byId('capacity'), model, choice.target);
    drawParts(byId('parts'), model, choice.target);
    drawFairness(byId('fairness'), model, choice.target);
    drawStability(byId('stability'), model, choice.target);
    drawLineage(byId('lineage'), model);
    drawCard(byId('card'), model);
  });
}

function remember() {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(choice)) if (value) query.set(name, value);
  history.replaceState(null, '', `${location.pathname}?${query}`);
}
