import { setImmediate } from 'node:timers/promises';
import { defaultWeights, learnListWeights, type Matcher, type MatchWeights } from '@jince/matching';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { LinkCounts } from '../../../platform/imports/import-kind.ts';
import type { JobControl, JobTask } from '../../../platform/jobs/job-task.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { underJudgements } from '../domain/apply-judgements.ts';
import { partyMatcher } from '../domain/party-matcher.ts';
import { resolveMentions } from '../domain/resolve-mentions.ts';
import {
  countLinksOfImport,
  listRematchable,
  lockJudgements,
  type MentionDecision,
  type MentionRow,
  saveDecisions,
  takeMentionsOfImport,
} from '../repositories/mention-repository.ts';

const YIELD_EVERY = 500;
const CANDIDATES_KEPT = 5;

function decide(matcher: Matcher, towns: ReadonlySet<string>, row: MentionRow): MentionDecision {
  const result = matcher.match({
    id: row.id,
    name: row.name,
    ...(row.address === null ? {} : { address: row.address }),
    ...(row.ipc === null ? {} : { ipc: row.ipc }),
    ...(row.uscc === '' ? {} : { uscc: row.uscc }),
    // A locality may also be a county or a city: that is no town the register could contradict.
    ...(towns.has(row.locality) ? { town: row.locality } : {}),
  });
  const reasonsOf = (reasons: readonly { comparison: string; level: string; weight: number; text: string }[]) =>
    reasons.map((reason) => ({
      code: `${reason.comparison}.${reason.level}`,
      text: reason.text,
      weight: Math.round(reason.weight * 100) / 100,
    }));
  return {
    id: row.id,
    partyId: result.decision === 'auto' ? (result.best?.id ?? null) : null,
    decision: result.decision,
    score: result.best?.score ?? result.candidates[0]?.score ?? 0,
    reasons: reasonsOf(result.reasons),
    candidates:
      result.decision === 'auto'
        ? []
        : result.candidates
            .slice(0, CANDIDATES_KEPT)
            .map((c) => ({ id: c.id, score: Math.round(c.score * 10_000) / 10_000, reasons: reasonsOf(c.reasons) })),
  };
}

/** How a list spells names is learned from the list itself, where it is long enough to tell. */
const LEARN_FROM = 300;

function weightsFor(matcher: Matcher, rows: readonly MentionRow[]): MatchWeights {
  if (rows.length < LEARN_FROM) return defaultWeights;
  return learnListWeights(
    matcher,
    rows.map((row) => ({ id: row.id, name: row.name, ...(row.address === null ? {} : { address: row.address }) })),
  );
}

/** Compares mentions with the register and writes what was decided; people's judgements stand above the engine's. */
export async function matchMentions(ctx: Ctx, rows: readonly MentionRow[], control?: JobControl): Promise<void> {
  if (rows.length === 0) return;
  const matcher = await partyMatcher(ctx);
  const towns = new Set(ctx.services.jurisdiction.towns.map((town) => town.name));
  const weights = weightsFor(matcher, rows);
  const decisions: MentionDecision[] = [];
  for (const [index, row] of rows.entries()) {
    // The matcher is shared between jobs that take turns, each with the weights of its own list.
    matcher.useWeights(weights);
    decisions.push(decide(matcher, towns, row));
    if (index % YIELD_EVERY === YIELD_EVERY - 1) {
      await setImmediate();
      await control?.checkCancelled();
      await control?.progress(index + 1, rows.length, '正在匹配权利人');
    }
  }
  await inTransaction(ctx, async (tx) => {
    await lockJudgements(tx, ctx.district);
    const resolved = await resolveMentions(tx, ctx.district);
    const judged = decisions.map((decision) => underJudgements(decision, resolved.get(decision.id)));
    const changed = await saveDecisions(tx, ctx, judged);
    if (changed > 0) await bumpRegisterVersion(tx, ctx.district, 'mentions');
  });
}

/** After reading: every holder a file names becomes a mention and is compared with the register. */
export async function matchImportMentions(ctx: Ctx, importId: string, control: JobControl): Promise<LinkCounts> {
  const unmatched = await inTransaction(ctx, (tx) => takeMentionsOfImport(tx, ctx.district, importId));
  await matchMentions(ctx, unmatched, control);
  return inTransaction(ctx, (tx) => countLinksOfImport(tx, ctx.district, importId));
}

/** After the register changed, or a judgement was taken back: what no standing judgement decides is looked at again. */
export const rematchMentionsTask: JobTask = {
  task: 'parties.rematch-mentions',
  label: { zh: '重新匹配权利人', en: 'Match holders again' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'rematch',
  run: async (ctx, payload: { mentionIds?: string[] }, control) => {
    await matchMentions(ctx, await listRematchable(ctx.db, ctx.district, payload.mentionIds), control);
  },
};
