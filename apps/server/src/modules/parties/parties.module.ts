import { scopeFor } from '../../platform/context/context.ts';
import { bind, type ModuleDefinition } from '../../platform/module.ts';
import type { RegisterIndex } from '../../platform/register-index/index.ts';
import { judgeMatch, withdrawJudgement } from './commands/judge-match.ts';
import { partyFacts } from './facts/index.ts';
import { marketRegisterKind } from './imports/market-register.ts';
import { membershipKinds } from './imports/membership-kinds.ts';
import { rematchMentionsTask } from './jobs/match-mentions.ts';
import { partyActions, partyErrors, partyPermissions } from './parties.catalogue.ts';
import type { RightsPort } from './ports.ts';
import { exportParties } from './queries/export-parties.ts';
import { PARTY_READ, selectParties, toPartyRow } from './queries/list-parties.ts';
import { createPartyIndex, type PartyIndexData } from './queries/party-index.ts';
import { getParty, listPartySources } from './queries/show-party.ts';
import {
  getReview,
  listJudgements,
  listPartyMentions,
  listReviews,
  loadReview,
  REVIEW_READ,
  toJudgement,
  toMention,
} from './queries/show-reviews.ts';
import { findJudgement } from './repositories/judgement-repository.ts';
import { listPartyTexts } from './repositories/party-repository.ts';

export interface PartiesModule extends ModuleDefinition {
  readonly index: RegisterIndex<PartyIndexData>;
}

/** The registers of who exists. `rights` is what it must know of rights, given by the composition root. */
export function createPartiesModule(rights: RightsPort): PartiesModule {
  const index = createPartyIndex(rights);
  return {
    name: 'parties',
    index,
    permissions: partyPermissions,
    errors: partyErrors,
    actions: partyActions,
    importKinds: [marketRegisterKind, ...membershipKinds],
    facts: partyFacts,
    jobs: [rematchMentionsTask],
    subscribers: { 'imports.party.changed': ['parties.rematch-mentions'] },
    routes: [
      bind('listParties', PARTY_READ, async (ctx, { query }) => {
        const { data, rows, total } = await selectParties(ctx, index, query, query);
        const texts = await listPartyTexts(
          ctx.db,
          ctx.district,
          scopeFor(ctx, PARTY_READ),
          rows.map((row) => data.ids[row] as string),
        );
        const items = rows.flatMap((row) => {
          const text = texts.get(data.ids[row] as string);
          return text === undefined ? [] : [toPartyRow(ctx, data, row, text)];
        });
        return { items, total, page: query.page, pageSize: query.pageSize };
      }),
      bind('exportParties', PARTY_READ, (ctx, { query }) => exportParties(ctx, index, query)),
      bind('getParty', PARTY_READ, (ctx, { params, query }) => getParty(ctx, index, rights, params.id, query.asOf)),
      bind('listPartySources', PARTY_READ, async (ctx, { params }) => ({
        sources: await listPartySources(ctx, params.id),
      })),
      bind('listPartyMentions', PARTY_READ, (ctx, { params }) => listPartyMentions(ctx, rights, params.id)),
      bind('listReviews', REVIEW_READ, (ctx, { query }) => listReviews(ctx, rights, query)),
      bind('getReview', REVIEW_READ, (ctx, { params }) => getReview(ctx, rights, params.id)),
      bind('judgeMatch', 'parties.review.judge', async (ctx, { params, body }) => {
        const { id, conflict } = await judgeMatch(ctx, params.id, body);
        const judgement = await findJudgement(ctx.db, ctx.district, id);
        const mention = await loadReview(ctx, params.id);
        const uses = await rights.usesOfMentions(ctx.db, ctx.district, [params.id]);
        return {
          mention: toMention(mention, uses.get(params.id)),
          judgement: toJudgement(judgement as NonNullable<typeof judgement>),
          conflict,
        };
      }),
      bind('listJudgements', REVIEW_READ, (ctx, { query }) => listJudgements(ctx, query)),
      bind('withdrawJudgement', 'parties.review.withdraw', async (ctx, { params }) => {
        await withdrawJudgement(ctx, params.id);
        return { ok: true as const };
      }),
    ],
  };
}
