import type { AssociationRating, RatableMatter } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { RATING_GIVE, RATING_READ } from '../association.catalogue.ts';
import { ratingFacts } from '../commands/rate-matter.ts';
import { summariseRatings, type WeighedRating, weighRatings } from '../domain/weigh-ratings.ts';
import { isOurs } from '../reach.ts';
import { findAgencyTies, type RatingRow, selectMatters, selectRatings } from '../repositories/rating-repository.ts';

function toRating(ctx: Ctx, row: RatingRow, weighed: WeighedRating | undefined): AssociationRating {
  const { aspects } = ctx.services.jurisdiction.association.ratings;
  // Agencies and the public see what was said, not who said it.
  const named = isOurs(ctx, RATING_READ);
  return {
    id: row.id,
    agencyId: row.agency_id,
    agencyName: row.agency_name,
    client: named ? row.party_name : null,
    matterNo: named ? row.matter_no : null,
    matterTitle: named ? row.matter_title : null,
    finishedOn: row.finished_on,
    ratedOn: row.rated_on,
    score: row.score,
    scores: aspects.map(({ code, label }) => ({ code, label, score: row.scores[code] ?? 0 })),
    comment: row.comment,
    percent: row.removed_on === null ? (weighed?.percent ?? row.weight_percent) : 0,
    reasons: row.removed_on === null ? (weighed?.reasons ?? []).map((reason) => reason[ctx.language]) : [],
    removedOn: row.removed_on,
    removedReason: row.removed_reason,
  };
}

/** Ratings of an agency with how much each counts and why, and what they come to. */
export async function readAgencyRatings(ctx: Ctx, agencyId: string) {
  const settings = ctx.services.jurisdiction.association.ratings;
  const { rows } = await selectRatings(ctx.db, ctx.district, sql`r.agency_id = ${agencyId}`);
  const standing = rows.filter((row) => row.removed_on === null).map(ratingFacts);
  const weighed = weighRatings(standing, await findAgencyTies(ctx.db, ctx.district, agencyId), settings);
  const summary = summariseRatings(standing, weighed, settings);
  return {
    ratings: rows.map((row) =>
      toRating(
        ctx,
        row,
        weighed.find((one) => one.id === row.id),
      ),
    ),
    summary: {
      score: summary.score,
      clients: summary.clients,
      ratings: summary.ratings,
      sentence: summary.sentence[ctx.language],
      method: settings.text,
    },
  };
}

/** All ratings, those that count less first where asked for. */
export async function listRatings(
  ctx: Ctx,
  query: {
    readonly agency?: string | undefined;
    readonly lowered?: boolean | undefined;
    readonly page: number;
    readonly pageSize: number;
  },
) {
  const tests = [
    query.agency === undefined ? sql`true` : sql`r.agency_id = ${query.agency}`,
    query.lowered === true ? sql`(r.weight_percent < 100 or r.removed_on is not null)` : sql`true`,
  ];
  const page = { size: query.pageSize, skip: (query.page - 1) * query.pageSize };
  const { rows, total } = await selectRatings(ctx.db, ctx.district, sql.join(tests, sql` and `), page);
  const weights = new Map<string, WeighedRating>();
  const settings = ctx.services.jurisdiction.association.ratings;
  for (const agencyId of new Set(rows.map((row) => row.agency_id))) {
    const all = await selectRatings(ctx.db, ctx.district, sql`r.agency_id = ${agencyId} and r.removed_on is null`);
    const ties = await findAgencyTies(ctx.db, ctx.district, agencyId);
    for (const one of weighRatings(all.rows.map(ratingFacts), ties, settings)) weights.set(one.id, one);
  }
  return {
    items: rows.map((row) => toRating(ctx, row, weights.get(row.id))),
    total,
    page: query.page,
    pageSize: query.pageSize,
  };
}

/** Finished matters of the own enterprise, rated or not. */
export async function listRatableMatters(
  ctx: Ctx,
): Promise<{ items: RatableMatter[]; aspects: { code: string; label: string }[]; method: string }> {
  const scope = scopeFor(ctx, RATING_GIVE);
  const parties = scope.kind === 'district' ? [] : scope.parties;
  const rows = await selectMatters(ctx.db, ctx.district, { parties, today: ctx.today });
  const { aspects, text } = ctx.services.jurisdiction.association.ratings;
  return {
    items: rows.map((row) => ({
      patentId: row.patent_id,
      matterNo: row.matter_no,
      title: row.title,
      agencyId: row.agency_id,
      agencyName: row.agency_name,
      finishedOn: row.finished_on,
      ratedOn: row.rated_on,
      score: row.score,
    })),
    aspects: [...aspects],
    method: text,
  };
}
