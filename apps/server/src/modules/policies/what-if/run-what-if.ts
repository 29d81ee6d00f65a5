import type { RouteOutput, routes } from '@jince/contract';
import { listParameters, type Policy, type SubjectCase, type WhatIfLine } from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';
import { type Answer, answerWhatIf, type DayQuestion } from './answer-what-if.ts';
import type { PartySums } from './compare-sums.ts';
import { bucketLabel, bucketOf, CUTS, type Cut, nameOf, townOf } from './party-marks.ts';
import { Tally, tallyBy, viewPolicy } from './tally.ts';

type Result = RouteOutput<typeof routes.runWhatIf>;

/** Rows of the short lists beside the counts. */
const TOP = 5;

function cutsOf(ctx: Ctx, lines: readonly WhatIfLine[], subjects: readonly SubjectCase[]): Result['cuts'] {
  const of = (cut: Cut) => {
    const tallies = tallyBy(lines, (line) => bucketOf(subjects[line.subject] as SubjectCase, cut));
    const buckets = [...tallies].map(([code, { fen, recipients, lines: count }]) => ({
      code,
      label: bucketLabel(ctx, cut, code),
      fen,
      recipients,
      lines: count,
    }));
    return { cut, buckets: buckets.filter((one) => one.lines > 0).sort((a, b) => b.fen - a.fen) };
  };
  return CUTS.map(of);
}

function itemsOf(lines: readonly WhatIfLine[], policy: Policy): Result['items'] {
  const tallies = tallyBy(lines, (line) => line.item);
  return policy.items.map(({ code, name, clause, legacy, achievement }, at) => {
    const { fen, neededFen, lines: count, recipients } = tallies.get(at) ?? new Tally();
    return {
      code,
      name,
      clause,
      fen,
      neededFen,
      lines: count,
      recipients,
      needsClaim: achievement.subject === 'claim',
      legacy,
    };
  });
}

function curveOf(lines: readonly WhatIfLine[]): Result['curve'] {
  const tallies = tallyBy(lines, (line) => line.achievedOn?.slice(0, 7) ?? null);
  let [sumFen, sumNeededFen] = [0, 0];
  return [...tallies]
    .sort(([a], [b]) => ((a ?? '9999') < (b ?? '9999') ? -1 : 1))
    .map(([month, { fen, neededFen }]) => {
      sumFen += fen;
      sumNeededFen += neededFen;
      return { month, fen, neededFen, sumFen, sumNeededFen };
    });
}

function sideOf(ctx: Ctx, sums: readonly PartySums[], subjects: readonly SubjectCase[]) {
  const change = ({ beforeFen, afterFen }: PartySums) => Math.abs(afterFen - beforeFen);
  const top = sums.toSorted((a, b) => change(b) - change(a)).slice(0, TOP);
  return {
    count: sums.length,
    fen: sums.reduce((total, one) => total + change(one), 0),
    top: top.map(({ subject, beforeFen, afterFen }) => {
      const party = subjects[subject] as SubjectCase;
      return { id: party.id, name: nameOf(party), town: townOf(ctx, party), beforeFen, afterFen };
    }),
  };
}

function comparisonOf(ctx: Ctx, { current, sums, sight, district: { subjects } }: Answer): Result['comparison'] {
  if (current === undefined || sums === undefined) return null;
  const seen = sums.filter(({ subject }) => sight.sees(subjects[subject] as SubjectCase));
  const winners = seen.filter((one) => one.afterFen > one.beforeFen);
  const losers = seen.filter((one) => one.afterFen < one.beforeFen);
  const before = seen.filter((one) => one.beforeFen > 0);
  return {
    against: viewPolicy(current.version, current.version.policy),
    movedYears: current.movedYears,
    fen: before.reduce((total, one) => total + one.beforeFen, 0),
    recipients: before.length,
    winners: sideOf(ctx, winners, subjects),
    losers: sideOf(ctx, losers, subjects),
    same: seen.length - winners.length - losers.length,
  };
}

function parametersOf({ subject: { base, compiled } }: Answer): Result['parameters'] {
  const before = listParameters(base);
  return listParameters(compiled.policy).map(({ options = [], ...one }, at) => ({
    ...one,
    options: [...options],
    base: before[at]?.value ?? null,
  }));
}

/**
 * Whom a policy would pay, with sums, cuts and the comparison with the version in force. Budgets are shared over the whole
 * district; what comes out is of the parties the actor may see.
 * @throws AppError platform.not-found · policies.policy.unreadable · policies.what-if.bad-document · .bad-change
 */
export async function runWhatIf(ctx: Ctx, question: DayQuestion): Promise<Result> {
  const started = performance.now();
  const answer = await answerWhatIf(ctx, question);
  const { subject, district, result, sight } = answer;
  const { subjects, freshness } = district;
  const seesAt = (at: number) => sight.sees(subjects[at] as SubjectCase);
  const lines = sight.whole ? result.lines : result.lines.filter((line) => seesAt(line.subject));
  const whole = new Tally();
  for (const line of lines) whole.add(line);
  const { policy } = subject.compiled;
  return {
    policy: viewPolicy(subject.version, policy),
    asOf: district.asOf,
    freshness,
    whole: sight.whole,
    considered: sight.whole ? subjects.length : subjects.filter((one) => sight.sees(one)).length,
    fen: whole.fen,
    neededFen: whole.neededFen,
    recipients: whole.recipients,
    lines: whole.lines,
    unknown: result.unknownAt.filter(seesAt).length,
    parameters: parametersOf(answer),
    items: itemsOf(lines, policy),
    cuts: cutsOf(ctx, lines, subjects),
    towns: ctx.services.jurisdiction.towns.map(({ code, shortName, cartogram }) => ({
      code,
      label: shortName,
      column: cartogram.column,
      row: cartogram.row,
    })),
    budgets: sight.whole ? result.budgets.map((use) => ({ ...use })) : [],
    curve: curveOf(lines),
    comparison: comparisonOf(ctx, answer),
    tookMs: Math.round((performance.now() - started) * 10) / 10,
  };
}
