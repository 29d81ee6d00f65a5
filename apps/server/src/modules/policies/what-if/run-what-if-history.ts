import type { RouteOutput, routes } from '@jince/contract';
import { type SubjectCase, type WhatIfYear, whatIfYears } from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { readDistrict } from './district-cases.ts';
import { sightOf } from './party-marks.ts';
import { compileShifted, type Question, readQuestion } from './question.ts';
import { viewPolicy } from './run-what-if.ts';

type History = RouteOutput<typeof routes.runWhatIfHistory>;

/** Years one request may look at: each past day is computed from the registers. */
const MOST_YEARS = 10;

/**
 * The policy thought back: in each year its windows move to that year, facts are of the year's end (today in the running
 * year), and what an earlier year of the row paid is not paid again. What was really paid is left out.
 * @throws AppError as runWhatIf; policies.what-if.bad-years
 */
export async function runWhatIfHistory(
  ctx: Ctx,
  { from, to, ...question }: Question & { readonly from: number; readonly to: number },
): Promise<History> {
  const started = performance.now();
  const subject = await readQuestion(ctx, question);
  const { compiled } = subject;
  const thisYear = Number(ctx.today.slice(0, 4));
  if (from > to || to > thisYear || to - from >= MOST_YEARS)
    throw new AppError('policies.what-if.bad-years', { from: thisYear - MOST_YEARS + 1, to: thisYear });
  const years: WhatIfYear[] = [];
  for (let year = from; year <= to; year++) {
    const end = `${year}-12-31`;
    const asOf = end < ctx.today ? end : ctx.today;
    const policy = compileShifted(ctx, compiled, year - compiled.policy.year);
    const { unpaid } = await readDistrict(ctx, [policy], asOf);
    years.push({ policy, asOf, subjects: unpaid });
  }
  const sight = sightOf(ctx);
  const results = whatIfYears(years);
  return {
    policy: viewPolicy(subject.version, compiled.policy),
    years: results.map((result, at) => {
      const { policy, asOf, subjects } = years[at] as WhatIfYear;
      const lines = result.lines.filter(({ subject: of }) => sight.sees(subjects[of] as SubjectCase));
      const paid = lines.filter((line) => line.fen > 0);
      return {
        year: policy.policy.year,
        asOf,
        fen: lines.reduce((sum, line) => sum + line.fen, 0),
        neededFen: lines.reduce((sum, line) => sum + line.neededFen, 0),
        recipients: new Set(paid.map((line) => line.subject)).size,
        lines: paid.length,
        items: policy.policy.items.map(({ code }, index) => {
          const own = paid.filter((line) => line.item === index);
          return {
            code,
            fen: own.reduce((sum, line) => sum + line.fen, 0),
            lines: own.length,
            recipients: new Set(own.map((line) => line.subject)).size,
          };
        }),
      };
    }),
    tookMs: Math.round(performance.now() - started),
  };
}
