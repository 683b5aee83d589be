// Today: how are we doing, and what needs me?
import { getKpi, getKpis, csvOf } from '../core/api.js';
import { byId } from '../core/dom.js';
import { page } from '../core/frame.js';
import { fill } from '../core/state.js';
import { drawAlerts } from '../today/alerts.js';
import { drawAgeing } from '../today/ageing-summary.js';
import { drawMoved } from '../today/moved.js';
import { drawPlan } from '../today/plan.js';
import { drawTiles, TILES } from '../today/tiles.js';
import { drawWeekly } from '../today/weekly.js';

page(async (scope) => {
  const tiles = getKpis(TILES);
  const prices = getKpi('capacity_prices');
  const waterfall = getKpi('waterfall');
  await Promise.all([
    fill(byId('tiles'), () => tiles, (book) => drawTiles(byId('tiles'), book, scope)),
    fill(byId('alerts'), () => Promise.all([tiles, prices, getKpi('quarantine'), waterfall]), (parts) => drawAlerts(byId('alerts'), scope, ...parts)),
    fill(byId('moved'), () => waterfall, (detail) => drawMoved(byId('moved'), detail)),
    fill(byId('weekly'), () => Promise.all([getKpi('collected_weekly'), getKpi('expected_cash_30d')]), ([weekly, expected]) => drawWeekly(byId('weekly'), weekly, expected, csvOf('collected_weekly'))),
    fill(byId('ageing'), () => getKpi('ageing'), (detail) => drawAgeing(byId('ageing'), detail)),
    fill(byId('plan'), () => Promise.all([getKpi('plan_net_value'), getKpi('plan_by_arm'), prices]), (parts) => drawPlan(byId('plan'), ...parts)),
  ]);
});
