import type { LocalDate } from '@jince/calendar';
import { addYears } from '@jince/calendar';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import type { JobControl, JobTask } from '../../../platform/jobs/job-task.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { trendDates } from '../domain/trend-dates.ts';
import { countIndicators, isCountable } from '../queries/count-indicators.ts';
import { readBases, type SubjectBasis } from '../queries/figure-basis.ts';
import { readIndicators } from '../queries/read-indicators.ts';
import {
  dropFiguresBut,
  findBasis,
  listComputations,
  lockFigures,
  PLAN_REGISTER,
  replaceFigures,
} from '../repositories/figure-repository.ts';

const INDICATORS_TASK = 'plan.compute-indicators';
const TRENDS_TASK = 'plan.compute-trends';
/** Past days wait for each other; today's figures never wait for them. */
const TRENDS_QUEUE = 'plan-trends';
const LOOK_AGAIN_MINUTES = 2;

interface Due {
  readonly subject: SubjectBasis;
  readonly day: LocalDate;
}

/** Days besides the materialised one that figures are kept of: the trend's, and the same day of last year. */
export function pastDays(today: LocalDate): LocalDate[] {
  const days = new Set([...trendDates(today).filter((day) => day !== today), addYears(today, -1)]);
  return [...days].toSorted();
}

/** What is not stored, or was computed from something else than would be now; latest days first. */
async function findDue(ctx: Ctx, which: 'today' | 'past'): Promise<Due[]> {
  const indicators = await readIndicators(ctx);
  const stored = new Map(
    (await listComputations(ctx.db, ctx.district)).map((one) => [`${one.subject} ${one.asOf}`, one.basis]),
  );
  const due: Due[] = [];
  for (const subject of await readBases(ctx.db, ctx, indicators)) {
    const { today } = subject;
    if (today === undefined) continue;
    for (const day of which === 'today' ? [today] : pastDays(today))
      if (stored.get(`${subject.subject} ${day}`) !== subject.basisOn(day)) due.push({ subject, day });
  }
  return due.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

async function compute(ctx: Ctx, { subject: { subject, indicators, basisOn, today }, day }: Due): Promise<void> {
  const isToday = day === today;
  await inTransaction(ctx, async (tx) => {
    await lockFigures(tx, ctx.district, subject, day);
    const basis = basisOn(day);
    if ((await findBasis(tx, ctx.district, subject, day)) === basis) return;
    const countable = indicators.filter(isCountable);
    const { figures, asOf } =
      countable.length === 0
        ? { figures: [], asOf: day }
        : await countIndicators(ctx, subject, countable, { asOf: isToday ? undefined : day, withCuts: isToday });
    // The facts moved on to another day in between: their refresh has ordered the next run.
    if (asOf !== day) return;
    const codes = indicators.map(({ pack }) => pack.code);
    await replaceFigures(tx, ctx.district, { subject, asOf: day, basis }, codes, figures);
    await bumpRegisterVersion(tx, ctx.district, PLAN_REGISTER);
  });
}

async function computeAll(ctx: Ctx, due: readonly Due[], control: JobControl): Promise<void> {
  for (const [at, one] of due.entries()) {
    await control.checkCancelled();
    await control.progress(at, due.length, `${one.subject.subject} ${one.day}`);
    await compute(ctx, one);
  }
  await control.progress(due.length, due.length);
}

/** Throws away figures of days and indicators that are no longer shown. */
async function forget(ctx: Ctx): Promise<void> {
  const indicators = await readIndicators(ctx);
  const days = (await readBases(ctx.db, ctx, indicators)).flatMap(({ today }) =>
    today === undefined ? [] : [today, ...pastDays(today)],
  );
  if (days.length === 0) return;
  await inTransaction(ctx, (tx) =>
    dropFiguresBut(
      tx,
      ctx.district,
      [...new Set(days)],
      indicators.map(({ pack }) => pack.code),
    ),
  );
}

/** Today's figures: runs after each refresh of the facts, and when rules were changed. */
export const computeIndicatorsTask: JobTask = {
  task: INDICATORS_TASK,
  label: { zh: '计算规划指标', en: 'Compute indicators of the plan' },
  cancellable: false,
  maxAttempts: 3,
  everyMinutes: LOOK_AGAIN_MINUTES,
  due: async (ctx) => (await findDue(ctx, 'today')).length > 0,
  async run(ctx, _payload, control) {
    await computeAll(ctx, await findDue(ctx, 'today'), control);
  },
};

/** Figures of past days: runs by itself some time after registers, rules or the day changed. */
export const computeTrendsTask: JobTask = {
  task: TRENDS_TASK,
  label: { zh: '计算指标历史走势', en: 'Compute past figures of indicators' },
  cancellable: true,
  maxAttempts: 3,
  queue: TRENDS_QUEUE,
  everyMinutes: LOOK_AGAIN_MINUTES,
  due: async (ctx) => (await findDue(ctx, 'past')).length > 0,
  async run(ctx, _payload, control) {
    await computeAll(ctx, await findDue(ctx, 'past'), control);
    await forget(ctx);
  },
};

/** Orders today's figures inside the transaction that changes what they follow from; past days follow by the timer. */
export async function orderFigures(tx: Tx, ctx: Ctx): Promise<void> {
  await enqueueJob(tx, ctx, { task: INDICATORS_TASK, payload: {} });
}

/** Orders what is due, once: for the start, when nobody waits for the timer. */
export async function orderDueFigures(ctx: Ctx): Promise<void> {
  const [today, past] = [await findDue(ctx, 'today'), await findDue(ctx, 'past')];
  await inTransaction(ctx, async (tx) => {
    if (today.length > 0) await orderFigures(tx, ctx);
    if (past.length > 0) await enqueueJob(tx, ctx, { task: TRENDS_TASK, payload: {}, queue: TRENDS_QUEUE });
  });
}
