import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction, scopeFor } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { underJudgements } from '../domain/apply-judgements.ts';
import { resolveMentions } from '../domain/resolve-mentions.ts';
import {
  findJudgement,
  insertJudgement,
  listJudgementsOfMention,
  withdrawById,
  withdrawPair,
} from '../repositories/judgement-repository.ts';
import { lockJudgements, type MentionDecision } from '../repositories/mention-repository.ts';
import { findParty } from '../repositories/party-repository.ts';
import { findReview, markReview, type ReviewRow, setMentionDecision } from '../repositories/review-repository.ts';

type Verdict = 'same' | 'not-same' | 'unsure';
/** The row as the engine alone would have it: a link made by a person is none of its. */
function engineDecision(row: ReviewRow): MentionDecision {
  const { id, candidates, reasons } = row;
  if (row.decision !== 'person')
    return { id, partyId: row.party_id, decision: row.decision, score: row.score, reasons, candidates };
  const best = candidates[0];
  const decision = best === undefined ? 'none' : 'review';
  return { id, partyId: null, decision, score: best?.score ?? 0, reasons: best?.reasons ?? [], candidates };
}

/**
 * Brings a mention in line with what all standing judgements together say of it. Unless a person has linked it, it is
 * then compared with the register again: what was ruled out may have hidden another, what was taken back may return.
 */
async function applyToMention(tx: Tx, ctx: Ctx, mentionId: string): Promise<void> {
  const row = await findReview(tx, ctx.district, { kind: 'district' }, mentionId);
  if (row === undefined) return;
  const resolved = (await resolveMentions(tx, ctx.district)).get(mentionId);
  const next = underJudgements(engineDecision(row), resolved);
  await markReview(tx, ctx, mentionId);
  await setMentionDecision(tx, ctx.district, mentionId, next);
  await markReview(tx, ctx, mentionId);
  if (next.decision !== 'person')
    await enqueueJob(tx, ctx, {
      task: 'parties.rematch-mentions',
      payload: { mentionIds: [mentionId] },
      queue: 'rematch',
    });
}

const VERDICT_TEXT: Readonly<Record<Verdict, string>> = {
  same: '是同一主体',
  'not-same': '不是同一主体',
  unsure: '不能确定',
};

/** Keeps what a person says of a mention and a party; a newer word on the same pair replaces the older. Returns the judgement's id. */
export async function judgeMatch(
  ctx: Ctx,
  mentionId: string,
  input: { partyId: string; verdict: Verdict; note?: string | undefined },
): Promise<{ id: string; conflict: string | null }> {
  return inTransaction(ctx, async (tx) => {
    await lockJudgements(tx, ctx.district);
    const scope = scopeFor(ctx, 'parties.review.judge');
    const mention = await findReview(tx, ctx.district, scope, mentionId);
    const party = await findParty(tx, ctx.district, scope, input.partyId);
    if (mention === undefined || party === undefined) throw new AppError('platform.not-found');
    const standing = (await listJudgementsOfMention(tx, ctx.district, mentionId)).filter(
      (j) => j.withdrawn_at === null,
    );
    const rival =
      input.verdict === 'same'
        ? standing.find((j) => j.verdict === 'same' && j.party_record_key !== party.record_key)
        : undefined;
    if (rival !== undefined)
      throw new AppError('parties.judgement.already-same', { name: rival.party_name, actor: rival.actor_name });
    const replaced = standing.find(
      (j) => j.party_record_key === party.record_key && j.verdict !== input.verdict && j.verdict !== 'unsure',
    );
    await withdrawPair(tx, ctx.district, mentionId, party.record_key, ctx.actor.displayName, ctx.now);
    const id = uuidv7();
    await insertJudgement(tx, {
      district: ctx.district,
      id,
      mentionId,
      partyKey: party.record_key,
      partyName: party.name,
      verdict: input.verdict,
      note: input.note ?? null,
      actorId: ctx.actor.userId,
      actorName: ctx.actor.displayName,
      at: ctx.now,
    });
    await applyToMention(tx, ctx, mentionId);
    await bumpRegisterVersion(tx, ctx.district, 'mentions');
    await writeAudit(tx, ctx, {
      action: 'parties.review.judge',
      subject: { kind: 'mention', id: mentionId, label: mention.name },
      details: { party: party.name, partyKey: party.record_key, verdict: input.verdict, note: input.note ?? null },
    });
    return {
      id,
      conflict:
        replaced === undefined
          ? null
          : `已替代${replaced.actor_name}先前的判定：“${mention.name}”与“${party.name}”${VERDICT_TEXT[replaced.verdict]}`,
    };
  });
}

/** Takes a judgement back; the mention falls to what the rest says, and is compared with the register again. */
export async function withdrawJudgement(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockJudgements(tx, ctx.district);
    const judgement = await findJudgement(tx, ctx.district, id);
    if (judgement === undefined) throw new AppError('platform.not-found');
    if (judgement.withdrawn_at !== null) throw new AppError('parties.judgement.withdrawn');
    await withdrawById(tx, ctx.district, id, ctx.actor.displayName, ctx.now);
    await applyToMention(tx, ctx, judgement.mention_id);
    await bumpRegisterVersion(tx, ctx.district, 'mentions');
    await writeAudit(tx, ctx, {
      action: 'parties.review.withdraw',
      subject: { kind: 'mention', id: judgement.mention_id, label: judgement.mention_name },
      details: { party: judgement.party_name, verdict: judgement.verdict },
    });
  });
}
