import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';

export interface DatedInput {
  readonly on?: string | null | undefined;
  readonly backDatedReason?: string | null | undefined;
}

export interface EntryDay {
  readonly on: string;
  /** Why it was entered later than its day; null where it was entered on it. */
  readonly backDatedReason: string | null;
}

/**
 * The day an entry tells of. An earlier day than today is taken only with a reason, and marked.
 * @throws AppError cases.case.in-future · cases.case.needs-reason
 */
export function entryDay(ctx: Pick<Ctx, 'today'>, { on, backDatedReason }: DatedInput): EntryDay {
  const day = on ?? ctx.today;
  if (day > ctx.today) throw new AppError('cases.case.in-future', { on: day, today: ctx.today });
  const reason = backDatedReason?.trim() || null;
  if (day < ctx.today && reason === null)
    throw new AppError('cases.case.needs-reason', { on: day }, [
      { path: 'backDatedReason', message: '补录须写明理由 / a reason is needed' },
    ]);
  return { on: day, backDatedReason: day < ctx.today ? reason : null };
}
