import type { Ctx } from '../../../platform/context/context.ts';
import { comparePartySums, type PartySums } from './compare-sums.ts';
import { type DistrictCases, readDistrict } from './district-cases.ts';
import { type Sight, sightOf } from './party-marks.ts';
import { type Current, findCurrent, type Question, readQuestion, type Subject } from './question.ts';
import { type Paid, type Settled, settleDistrict } from './settle-district.ts';

export interface DayQuestion extends Question {
  readonly asOf?: string | undefined;
  readonly paid: Paid;
}

/** A question worked out over the whole district; {@link Sight} says what of it the actor may see. */
export interface Answer {
  readonly subject: Subject;
  readonly district: DistrictCases;
  readonly result: Settled;
  readonly sight: Sight;
  readonly current: Current | undefined;
  /** What parties get by the version in force and by this one; undefined when none is in force. */
  readonly sums: readonly PartySums[] | undefined;
}

/** @throws AppError as {@link readQuestion} */
export async function answerWhatIf(ctx: Ctx, question: DayQuestion): Promise<Answer> {
  const asOf = question.asOf ?? ctx.today;
  const subject = await readQuestion(ctx, question);
  const current = await findCurrent(ctx, subject, asOf);
  const policies = [subject.compiled, ...(current === undefined ? [] : [current.compiled])];
  const district = await readDistrict(ctx, policies, asOf);
  const result = settleDistrict(district, subject.compiled, question.paid);
  const before = current === undefined ? undefined : settleDistrict(district, current.compiled, question.paid);
  const sums = before === undefined ? undefined : comparePartySums(district.subjects, before, result);
  return { subject, district, result, sight: sightOf(ctx), current, sums };
}
