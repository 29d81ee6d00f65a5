import { bind, type ModuleDefinition } from '../../platform/module.ts';
import type { RegisterIndex } from '../../platform/register-index/index.ts';
import type { PartyIndexData } from '../parties/index.ts';
import { listDataQuality, listDataQualityRows } from './queries/data-quality.ts';
import { getHome } from './queries/get-home.ts';
import { getInventory, listInventoryRows } from './queries/get-inventory.ts';
import { getMeta } from './queries/get-meta.ts';
import { search } from './queries/search.ts';

const READERS = ['ip-officer', 'director', 'reviewer', 'finance-officer', 'enforcement-officer', 'liaison'];

/** Reads all modules and is called by none: home, inventory, data quality, search. */
export function createPlanModule(parties: RegisterIndex<PartyIndexData>): ModuleDefinition {
  return {
    name: 'plan',
    permissions: [
      { code: 'plan.home.read', label: { zh: '查看首页', en: 'See the home page' }, roles: READERS },
      { code: 'plan.inventory.read', label: { zh: '盘清家底', en: 'Explore the inventory' }, roles: READERS },
      {
        code: 'plan.data-quality.read',
        label: { zh: '查看数据质量', en: 'See data quality' },
        roles: ['ip-officer', 'director', 'reviewer'],
      },
      {
        code: 'plan.search.use',
        label: { zh: '全局搜索', en: 'Search everything' },
        roles: [...READERS, 'enterprise'],
      },
    ],
    errors: {
      'plan.inventory.cut-unfit': {
        status: 400,
        zh: '“{measure}”不能按这一项切分，请换一个维度。',
        en: '"{measure}" cannot be cut this way; choose another dimension.',
      },
      'plan.quality.unknown-check': { status: 404, zh: '没有“{check}”这项检查。', en: 'There is no check "{check}".' },
    },
    actions: {},
    warmUp: (ctx) => getHome(ctx, parties),
    routes: [
      bind('getMeta', { open: 'anyone' }, (ctx) => getMeta(ctx)),
      bind('getHome', 'plan.home.read', (ctx, { query }) => getHome(ctx, parties, query.asOf)),
      bind('getInventory', 'plan.inventory.read', (ctx, { query }) => getInventory(ctx, parties, query)),
      bind('listInventoryRows', 'plan.inventory.read', (ctx, { query }) => listInventoryRows(ctx, parties, query)),
      bind('listDataQuality', 'plan.data-quality.read', (ctx) => listDataQuality(ctx)),
      bind('listDataQualityRows', 'plan.data-quality.read', (ctx, { query }) => listDataQualityRows(ctx, query)),
      bind('search', 'plan.search.use', (ctx, { query }) => search(ctx, parties, query.q, query.limit)),
    ],
  };
}
