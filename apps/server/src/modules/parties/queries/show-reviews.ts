import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { MentionUse, RightsPort } from '../ports.ts';
import { type JudgementRow, listJudgementPage, listJudgementsOfMention } from '../repositories/judgement-repository.ts';
import { listCandidateParties } from '../repositories/party-repository.ts';
import {
  findNextReview,
  findReview,
  listMentionsOfParty,
  listReviewPage,
  type ReviewRow,
} from '../repositories/review-repository.ts';
import { industryLabel } from './list-parties.ts';
import { loadParty } from './show-party.ts';

export const REVIEW_READ = 'parties.review.read';

export function toMention(row: ReviewRow, use: MentionUse | undefined) {
  return {
    id: row.id,
    name: row.name,
    locality: row.locality === '' ? null : row.locality,
    uscc: row.uscc === '' ? null : row.uscc,
    decision: row.decision,
    score: row.score,
    party:
      row.party_id === null || row.party_name === null
        ? null
        : { id: row.party_id, name: row.party_name, uscc: row.party_uscc },
    usedBy: { patents: use?.patents ?? 0, trademarks: use?.trademarks ?? 0, lists: row.lists },
    reasons: row.reasons,
  };
}

export function toJudgement(row: JudgementRow) {
  return {
    id: row.id,
    mentionId: row.mention_id,
    mentionName: row.mention_name,
    // A party whose import was undone is known by its key only until it comes back.
    partyId: row.party_id ?? '00000000-0000-0000-0000-000000000000',
    partyName: row.party_name,
    verdict: row.verdict,
    note: row.note,
    actorName: row.actor_name,
    at: row.at,
    withdrawnAt: row.withdrawn_at,
  };
}

export async function listReviews(
  ctx: Ctx,
  rights: RightsPort,
  query: {
    page: number;
    pageSize: number;
    q?: string | undefined;
    decision?: string[] | undefined;
    importId?: string | undefined;
  },
) {
  const { rows, total } = await listReviewPage(
    ctx.db,
    ctx.district,
    scopeFor(ctx, REVIEW_READ),
    { q: query.q, decisions: query.decision ?? ['review'], importId: query.importId },
    { limit: query.pageSize, offset: (query.page - 1) * query.pageSize },
  );
  const uses = await rights.usesOfMentions(
    ctx.db,
    ctx.district,
    rows.map((row) => row.id),
  );
  return {
    items: rows.map((row) => toMention(row, uses.get(row.id))),
    total,
    page: query.page,
    pageSize: query.pageSize,
  };
}

export async function loadReview(ctx: Ctx, id: string): Promise<ReviewRow> {
  const row = await findReview(ctx.db, ctx.district, scopeFor(ctx, REVIEW_READ), id);
  if (row === undefined) throw new AppError('platform.not-found');
  return row;
}

/** One mention with its candidates, what speaks for each, and what people have said. */
export async function getReview(ctx: Ctx, rights: RightsPort, id: string) {
  const row = await loadReview(ctx, id);
  const proposed =
    row.candidates.length > 0
      ? row.candidates
      : row.party_id === null
        ? []
        : [{ id: row.party_id, score: row.score, reasons: row.reasons }];
  const parties = await listCandidateParties(
    ctx.db,
    ctx.district,
    proposed.map((c) => c.id),
  );
  const { places } = ctx.services;
  const uses = await rights.usesOfMentions(ctx.db, ctx.district, [id]);
  const next = await findNextReview(ctx.db, ctx.district, scopeFor(ctx, REVIEW_READ), {
    id: row.id,
    name: row.name,
    score: row.score,
  });
  const candidates = proposed.flatMap((candidate) => {
    const party = parties.get(candidate.id);
    if (party === undefined) return [];
    return [
      {
        partyId: party.id,
        name: party.name,
        uscc: party.uscc,
        town: places.townName(party.town_code),
        address: party.address,
        industry:
          party.industry_text ?? (party.industry_code === null ? null : industryLabel(ctx, party.industry_code)),
        status: party.status as 'active',
        formerNames: party.former ?? [],
        score: candidate.score,
        reasons: candidate.reasons,
      },
    ];
  });
  return {
    mention: toMention(row, uses.get(id)),
    candidates,
    judgements: (await listJudgementsOfMention(ctx.db, ctx.district, id)).map(toJudgement),
    nextId: next.id,
    remaining: next.remaining,
  };
}

export async function listPartyMentions(ctx: Ctx, rights: RightsPort, partyId: string) {
  await loadParty(ctx, partyId);
  const rows = await listMentionsOfParty(ctx.db, ctx.district, partyId);
  const uses = await rights.usesOfMentions(
    ctx.db,
    ctx.district,
    rows.map((row) => row.id),
  );
  return { mentions: rows.map((row) => toMention(row, uses.get(row.id))) };
}

export async function listJudgements(ctx: Ctx, query: { page: number; pageSize: number; q?: string | undefined }) {
  const { rows, total } = await listJudgementPage(ctx.db, ctx.district, {
    q: query.q,
    limit: query.pageSize,
    offset: (query.page - 1) * query.pageSize,
  });
  return { items: rows.map(toJudgement), total, page: query.page, pageSize: query.pageSize };
}
