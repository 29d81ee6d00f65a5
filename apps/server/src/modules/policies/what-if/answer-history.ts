import { type WhatIf, type WhatIfYear, whatIfYears } from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type DistrictCases, readDistrict } from './district-cases.ts';
import { type Sight, sightOf } from './party-marks.ts';
import { compileShifted, type Question, readQuestion, type Subject } from './question.ts';

/** Years one request may look at: each past day is computed from the registers. */
const MOST_YEARS = 10;

export interface HistoryYear {
  readonly subject: Subject;
  readonly district: DistrictCases;
  readonly result: WhatIf;
  readonly sight: Sight;
}

/**
 * The policy thought back, year by year: in each its windows move to that year, facts are of the year's end (today in the
 * running year), and what an earlier year of the row paid is not paid again. What was really paid is left out.
 * @throws AppError as {@link readQuestion}; policies.what-if.bad-years
 */
export async function answerHistory(
  ctx: Ctx,
  question: Question,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<HistoryYear[]> {
  const subject = await readQuestion(ctx, question);
  const { compiled } = subject;
  const thisYear = Number(ctx.today.slice(0, 4));
  if (from > to || to > thisYear || to - from >= MOST_YEARS)
    throw new AppError('policies.what-if.bad-years', { from: thisYear - MOST_YEARS + 1, to: thisYear });
  const years: (WhatIfYear & { readonly district: DistrictCases })[] = [];
  for (let year = from; year <= to; year++) {
    const end = `${year}-12-31`;
    const asOf = end < ctx.today ? end : ctx.today;
    const policy = compileShifted(ctx, compiled, year - compiled.policy.year);
    const district = await readDistrict(ctx, [policy], asOf);
    years.push({ policy, asOf, subjects: district.unpaid, district });
  }
  const sight = sightOf(ctx);
  return whatIfYears(years).map((result, at) => {
    const { policy, district } = years[at] as (typeof years)[number];
    return { subject: { ...subject, compiled: policy }, district, result, sight };
  });
}
