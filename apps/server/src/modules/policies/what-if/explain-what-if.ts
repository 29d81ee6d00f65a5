import type { PolicyAnswer, RouteOutput, routes } from '@jince/contract';
import { entitle, type SubjectCase, yuan } from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { viewAnswer } from '../queries/get-policy-answers.ts';
import { readSubjectCase } from '../queries/subject-cases.ts';
import { type Answer, answerWhatIf, type DayQuestion } from './answer-what-if.ts';
import { nameOf, townOf } from './party-marks.ts';

const NO_KEYS: ReadonlySet<string> = new Set();

/** What budgets left of an entitlement, as its last step. */
function afterBudgets(ctx: Ctx, answer: PolicyAnswer, left: ReadonlyMap<string, number>): PolicyAnswer {
  const entitlements = answer.entitlements.map((one) => {
    const fen = left.get(`${answer.item} ${one.key}`) ?? one.fen;
    if (fen === one.fen) return one;
    const text =
      ctx.language === 'zh'
        ? `预算不足，由${yuan(one.fen)}减为${yuan(fen)}`
        : `lowered from ${one.fen / 100} to ${fen / 100} yuan by the budget`;
    return { ...one, fen, steps: [...one.steps, { code: 'budget', text, fen }] };
  });
  return { ...answer, entitlements, fen: entitlements.reduce((sum, one) => sum + one.fen, 0) };
}

/** Amounts after budgets by item and key. */
function amountsOf({ result, subject, district }: Answer, partyId: string): Map<string, number> {
  const at = district.places.get(partyId);
  const { items } = subject.compiled.policy;
  return new Map(
    result.lines
      .filter((line) => line.subject === at)
      .map((line) => [`${items[line.item]?.code} ${line.key}`, line.fen]),
  );
}

/**
 * Why one enterprise would get what it gets under the policy asked about: the same evaluation, with steps and traces.
 * @throws AppError as runWhatIf; platform.not-found for a party that is not there or out of sight
 */
export async function explainWhatIf(
  ctx: Ctx,
  { party: partyId, ...question }: DayQuestion & { readonly party: string },
): Promise<RouteOutput<typeof routes.explainWhatIf>> {
  const answer = await answerWhatIf(ctx, question);
  const { district, subject, sight } = answer;
  const party = district.subjects[district.places.get(partyId) ?? -1];
  if (party === undefined || !sight.sees(party)) throw new AppError('platform.not-found');
  const { compiled } = subject;
  const { asOf } = district;
  // Read once more with the ids of its rights, so that traces can name them.
  const { facts, paidBefore } = await readSubjectCase(ctx, partyId, asOf, [compiled]);
  const counted = question.paid === 'count';
  const alone: SubjectCase = { id: partyId, facts, ...(counted && paidBefore !== undefined ? { paidBefore } : {}) };
  const answers = entitle(compiled, alone, { asOf, paidKeys: counted ? district.paidKeys : NO_KEYS });
  const left = amountsOf(answer, partyId);
  const items = await Promise.all(
    compiled.items.map(async (item, at) => {
      const view = await viewAnswer(ctx, item, answers[at] as (typeof answers)[number], {
        facts,
        asOf,
        barred: new Set(),
      });
      return afterBudgets(ctx, view, left);
    }),
  );
  return {
    party: { id: partyId, name: nameOf(party), town: townOf(ctx, party) },
    fen: items.reduce((sum, one) => sum + one.fen, 0),
    items,
  };
}
