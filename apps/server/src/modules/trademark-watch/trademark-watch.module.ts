import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { addHitFile, getHitFile } from './commands/add-hit-file.ts';
import { decideWatchShop } from './commands/decide-watch-shop.ts';
import { judgeWatchHit } from './commands/judge-watch-hit.ts';
import {
  addAuthorisedUser,
  addIdentificationPoint,
  removeAuthorisedUser,
  removeIdentificationPoint,
  saveProtectedMark,
} from './commands/keep-mark.ts';
import { nominateProtectedMarks } from './commands/nominate-protected-marks.ts';
import { openPlatformNotice } from './commands/open-platform-notice.ts';
import { orderHitAction } from './commands/order-hit-action.ts';
import { saveNetCampaign } from './commands/save-net-campaign.ts';
import { allianceKind } from './imports/alliance-kind.ts';
import { watchKinds } from './imports/watch-kinds.ts';
import { followRightsTask } from './jobs/follow-rights.ts';
import { hearOutcomeTasks, outcomeSubscribers } from './jobs/hear-outcomes.ts';
import { learnRankingTask } from './jobs/learn-ranking.ts';
import { matchItemsTask } from './jobs/match-items.ts';
import { sealCapturesTask } from './jobs/seal-captures.ts';
import { takeDroppedTask } from './jobs/take-dropped.ts';
import { noticeProcedure } from './procedure/notice-procedure.ts';
import { protectionProcedure } from './procedure/protection-procedure.ts';
import { findProtectionCandidates, findRegisteredMark } from './queries/criteria.ts';
import { exportNetFigures, getNetFigures } from './queries/net-figures.ts';
import { getWatchHit, listWatchHits } from './queries/show-hits.ts';
import {
  getIdentificationPicture,
  getProtectedMark,
  getProtectionChoices,
  listProtectedMarks,
} from './queries/show-marks.ts';
import { getPlatformNotice, listPlatformNotices } from './queries/show-notices.ts';
import { checkHitProof, downloadHitProof } from './queries/show-proof.ts';
import { getWatch, runWatch } from './queries/show-watch.ts';
import * as may from './trademark-watch.catalogue.ts';

const done = { ok: true as const };
const procedures = [protectionProcedure, noticeProcedure];

/** Actions of files are audited under the name of the procedure; each has its label there. */
const stepActions = Object.fromEntries(
  procedures.flatMap((one) => one.actions.map(({ action, label }) => [`${one.procedure}.${action}`, label])),
);

const directory: ModuleDefinition['routes'] = [
  bind('listProtectedMarks', may.MARK_READ, (ctx, { query }) => listProtectedMarks(ctx, query)),
  bind('getProtectedMark', may.MARK_READ, (ctx, { params }) => getProtectedMark(ctx, params.id)),
  bind('getProtectionChoices', may.MARK_READ, async (ctx) => getProtectionChoices(ctx)),
  bind('findProtectionCandidates', may.MARK_EDIT, (ctx, { query }) => findProtectionCandidates(ctx, query)),
  bind('findRegisteredMark', may.MARK_EDIT, (ctx, { params }) => findRegisteredMark(ctx, params.registrationNo)),
  bind('nominateProtectedMarks', may.MARK_EDIT, (ctx, { body }) => nominateProtectedMarks(ctx, body)),
  bind('saveProtectedMark', may.MARK_EDIT, async (ctx, { params, body }) => {
    await saveProtectedMark(ctx, params.id, body);
    return done;
  }),
  bind('addAuthorisedUser', may.MARK_EDIT, (ctx, { params, body }) => addAuthorisedUser(ctx, params.id, body)),
  bind('removeAuthorisedUser', may.MARK_EDIT, async (ctx, { params }) => {
    await removeAuthorisedUser(ctx, params.id, params.userId);
    return done;
  }),
  bind('addIdentificationPoint', may.POINT_EDIT, (ctx, { params, file }) =>
    addIdentificationPoint(ctx, params.id, file),
  ),
  bind('removeIdentificationPoint', may.POINT_EDIT, async (ctx, { params }) => {
    await removeIdentificationPoint(ctx, params.id, params.pointId);
    return done;
  }),
  bind('getIdentificationPicture', may.POINT_READ, (ctx, { params }) =>
    getIdentificationPicture(ctx, params.id, params.pointId),
  ),
];

const watch: ModuleDefinition['routes'] = [
  bind('getWatch', may.HIT_READ, (ctx) => getWatch(ctx)),
  bind('runWatch', may.WATCH_RUN, (ctx, { body }) => runWatch(ctx, body)),
  bind('listWatchHits', may.HIT_READ, (ctx, { query }) => listWatchHits(ctx, query)),
  bind('getWatchHit', may.HIT_READ, (ctx, { params }) => getWatchHit(ctx, params.id)),
  bind('judgeWatchHit', may.HIT_JUDGE, (ctx, { params, body }) => judgeWatchHit(ctx, params.id, body)),
  bind('addHitFile', may.HIT_ACT, (ctx, { params, file }) => addHitFile(ctx, params.id, file)),
  bind('getHitFile', may.HIT_READ, (ctx, { params }) => getHitFile(ctx, params.id, params.fileId)),
  bind('checkHitProof', may.HIT_READ, (ctx, { params }) => checkHitProof(ctx, params.id, params.sha256)),
  bind('getHitProof', may.HIT_READ, (ctx, { params }) => downloadHitProof(ctx, params.id, params.sha256)),
  bind('orderHitAction', may.HIT_ACT, (ctx, { params, body }) => orderHitAction(ctx, params.id, body)),
  bind('decideWatchShop', may.HIT_ACT, async (ctx, { params, body }) => {
    await decideWatchShop(ctx, params.id, body);
    return done;
  }),
  bind('getNetFigures', may.HIT_READ, (ctx, { query }) => getNetFigures(ctx, query)),
  bind('exportNetFigures', may.HIT_READ, (ctx, { params }) => exportNetFigures(ctx, params.id)),
  bind('saveNetCampaign', may.CAMPAIGN_EDIT, (ctx, { body }) => saveNetCampaign(ctx, body)),
  bind('listPlatformNotices', may.NOTICE_READ, (ctx, { query }) => listPlatformNotices(ctx, query)),
  bind('getPlatformNotice', may.NOTICE_READ, (ctx, { params }) => getPlatformNotice(ctx, params.id)),
  bind('openPlatformNotice', may.NOTICE_HANDLE, (ctx, { body }) => openPlatformNotice(ctx, body)),
];

/** Protected marks and the watch over gazettes, company names and listings. */
export const trademarkWatchModule: ModuleDefinition = {
  name: 'trademark-watch',
  permissions: may.trademarkWatchPermissions,
  errors: may.trademarkWatchErrors,
  actions: { ...stepActions, ...may.trademarkWatchActions },
  procedures,
  importKinds: [...watchKinds, allianceKind],
  jobs: [matchItemsTask, learnRankingTask, takeDroppedTask, sealCapturesTask, followRightsTask, ...hearOutcomeTasks],
  subscribers: { ...outcomeSubscribers, 'imports.trademark.changed': [followRightsTask.task] },
  routes: [...directory, ...watch],
};
