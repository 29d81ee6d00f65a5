import type { RatingSettings } from '@jince/wujiang';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { RATING_GIVE, RATING_REMOVE } from '../association.catalogue.ts';
import { type RatingFacts, weighRatings } from '../domain/weigh-ratings.ts';
import { requireOurs } from '../reach.ts';
import {
  findAgencyTies,
  type RatingRow,
  selectMatters,
  selectRatings,
  setWeights,
} from '../repositories/rating-repository.ts';
import { noteAgency } from './note-change.ts';

const MIN = 1;
const MAX = 5;

export const ratingFacts = (row: RatingRow): RatingFacts => ({
  id: row.id,
  partyId: row.party_id,
  address: row.party_address,
  head: row.party_head,
  ratedOn: row.rated_on,
  score: row.score,
});

/** All that stand for an agency are weighed anew: one more may lower others of the same client. */
async function reweigh(tx: Tx, ctx: Ctx, agencyId: string): Promise<void> {
  const { rows } = await selectRatings(tx, ctx.district, sql`r.agency_id = ${agencyId} and r.removed_on is null`);
  const ties = await findAgencyTies(tx, ctx.district, agencyId);
  const weighed = weighRatings(rows.map(ratingFacts), ties, ctx.services.jurisdiction.association.ratings);
  await setWeights(tx, ctx.district, weighed);
  await noteAgency(tx, ctx, agencyId);
}

/** @throws AppError association.rating.aspects */
function meanOf(settings: RatingSettings, scores: Readonly<Record<string, number>>): number {
  const given = settings.aspects.map(({ code }) => scores[code]);
  const valid = given.filter(
    (one) => one !== undefined && Number.isInteger(one) && one >= MIN && one <= MAX,
  ) as number[];
  if (valid.length !== given.length)
    throw new AppError('association.rating.aspects', {
      aspects: settings.aspects.map(({ label }) => label).join('、'),
    });
  return valid.reduce((sum, one) => sum + one, 0) / valid.length;
}

export interface RateInput {
  readonly patentId: string;
  /** By aspect, 1 to 5. */
  readonly scores: Readonly<Record<string, number>>;
  readonly comment: string | null;
}

/**
 * Rates a finished matter of the own enterprise, once. Returns the rating's id.
 * @throws AppError association.rating.not-finished · association.rating.once · association.rating.aspects
 */
export async function rateMatter(ctx: Ctx, input: RateInput): Promise<string> {
  const settings = ctx.services.jurisdiction.association.ratings;
  const scope = scopeFor(ctx, RATING_GIVE);
  const parties = scope.kind === 'district' ? [] : scope.parties;
  const score = meanOf(settings, input.scores);
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`association.rating:${input.patentId}`}))`.execute(tx);
    const [matter] = await selectMatters(
      tx,
      ctx.district,
      { parties, today: ctx.today },
      sql`p.id = ${input.patentId}`,
    );
    if (matter === undefined) throw new AppError('association.rating.not-finished');
    if (matter.rating_id !== null)
      throw new AppError('association.rating.once', { matterNo: matter.matter_no, on: matter.rated_on });
    const { rows } = await sql<{ id: string }>`select m.party_id as id from ip_rights.patent_holder h
      join parties.mention m on m.district = h.district and m.id = h.mention_id
      where h.district = ${ctx.district} and h.patent_id = ${input.patentId} and m.party_id = any(${[...parties]}::uuid[]) limit 1`.execute(
      tx,
    );
    await sql`insert into association.rating (district, id, agency_id, party_id, patent_id, matter_no, matter_title, finished_on, scores, score, comment,
        rated_on, rated_by)
      values (${ctx.district}, ${id}, ${matter.agency_id}, ${rows[0]?.id}, ${matter.patent_id}, ${matter.matter_no}, ${matter.title},
        ${matter.finished_on}, ${JSON.stringify(input.scores)}, ${score}, ${input.comment}, ${ctx.today}, ${ctx.actor.userId})`.execute(
      tx,
    );
    await reweigh(tx, ctx, matter.agency_id);
    await writeAudit(tx, ctx, {
      action: RATING_GIVE,
      subject: { kind: 'association.rating', id, label: `${matter.agency_name} · ${matter.matter_no}` },
      details: { scores: input.scores },
    });
  });
  return id;
}

/** Removes a rating with a reason; it stays visible as removed and its matter cannot be rated again. */
export async function removeRating(ctx: Ctx, id: string, reason: string): Promise<void> {
  requireOurs(ctx, RATING_REMOVE);
  await inTransaction(ctx, async (tx) => {
    const rating = (await selectRatings(tx, ctx.district, sql`r.id = ${id} and r.removed_on is null`)).rows[0];
    if (rating === undefined) throw new AppError('platform.not-found');
    await sql`update association.rating set removed_on = ${ctx.today}, removed_reason = ${reason}, weight_percent = 0
      where district = ${ctx.district} and id = ${id}`.execute(tx);
    await reweigh(tx, ctx, rating.agency_id);
    await writeAudit(tx, ctx, {
      action: RATING_REMOVE,
      subject: { kind: 'association.rating', id, label: `${rating.agency_name} · ${rating.matter_no}` },
      details: { reason },
    });
  });
}
