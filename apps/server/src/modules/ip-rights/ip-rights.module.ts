import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { ipRightsFacts } from './facts/index.ts';
import { abnormalFilingsKind } from './imports/abnormal-filings.ts';
import { annuitiesKind } from './imports/annuities.ts';
import { giKind } from './imports/gi.ts';
import { madridKind } from './imports/madrid.ts';
import { patentAwardsKind } from './imports/patent-awards.ts';
import { patentPledgesKind } from './imports/patent-pledges.ts';
import { patentsKind } from './imports/patents.ts';
import { strategicIndustriesKind } from './imports/strategic-industries.ts';
import { trademarkUseKind } from './imports/trademark-use.ts';
import { trademarksKind } from './imports/trademarks.ts';
import {
  GI_READ,
  ipRightsActions,
  ipRightsErrors,
  ipRightsPermissions,
  MADRID_READ,
  PATENT_READ,
  TRADEMARK_READ,
} from './ip-rights.catalogue.ts';
import { classifyStrategicTask } from './jobs/classify-strategic.ts';
import { refreshDueDatesTask } from './jobs/refresh-due-dates.ts';
import { exportPatents, exportTrademarks } from './queries/export-rights.ts';
import { listGiSources, listGis } from './queries/list-gis.ts';
import { listMadrid, listMadridSources } from './queries/list-madrid.ts';
import { listPatents } from './queries/list-patents.ts';
import { listTrademarks } from './queries/list-trademarks.ts';
import { getPatent, listPatentSources } from './queries/show-patent.ts';
import { getTrademark, listTrademarkSources } from './queries/show-trademark.ts';

/** The registers of rights: patents, trademarks, geographical indications, Madrid registrations, annual fees. */
export const ipRightsModule: ModuleDefinition = {
  name: 'ip-rights',
  permissions: ipRightsPermissions,
  errors: ipRightsErrors,
  actions: ipRightsActions,
  importKinds: [
    patentsKind,
    trademarksKind,
    annuitiesKind,
    madridKind,
    giKind,
    patentPledgesKind,
    patentAwardsKind,
    abnormalFilingsKind,
    trademarkUseKind,
    strategicIndustriesKind,
  ],
  facts: ipRightsFacts,
  jobs: [refreshDueDatesTask, classifyStrategicTask],
  subscribers: { 'imports.strategic-industry.changed': [classifyStrategicTask.task] },
  routes: [
    bind('listPatents', PATENT_READ, (ctx, { query }) => listPatents(ctx, query)),
    bind('exportPatents', PATENT_READ, (ctx, { query }) => exportPatents(ctx, query)),
    bind('getPatent', PATENT_READ, (ctx, { params, query }) => getPatent(ctx, params.id, query.asOf)),
    bind('listPatentSources', PATENT_READ, (ctx, { params }) => listPatentSources(ctx, params.id)),
    bind('listTrademarks', TRADEMARK_READ, (ctx, { query }) => listTrademarks(ctx, query)),
    bind('exportTrademarks', TRADEMARK_READ, (ctx, { query }) => exportTrademarks(ctx, query)),
    bind('getTrademark', TRADEMARK_READ, (ctx, { params, query }) => getTrademark(ctx, params.id, query.asOf)),
    bind('listTrademarkSources', TRADEMARK_READ, (ctx, { params }) => listTrademarkSources(ctx, params.id)),
    bind('listGis', GI_READ, (ctx, { query }) => listGis(ctx, query)),
    bind('listGiSources', GI_READ, (ctx, { params }) => listGiSources(ctx, params.id)),
    bind('listMadrid', MADRID_READ, (ctx, { query }) => listMadrid(ctx, query)),
    bind('listMadridSources', MADRID_READ, (ctx, { params }) => listMadridSources(ctx, params.id)),
  ],
};
