import type { WorkingCalendar } from '@jince/calendar';
import type { MeasureThing, MeasureView } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import { workingCalendarOf } from '../../../platform/procedures/index.ts';
import { custodyIntact, type LinkedRecord } from '../domain/custody-chain.ts';
import { canExtend, type MeasureEvent, measureDeadline, measureState, ruleOf } from '../domain/measure-clock.ts';
import { MEASURES, OUTCOMES, WAYS } from '../domain/words.ts';
import { listCustody } from '../repositories/custody-repository.ts';
import {
  type DisposalRow,
  heldOf,
  listDisposals,
  listThings,
  type MeasureRow,
  type ThingRow,
} from '../repositories/measure-repository.ts';
import { viewCustody } from './view-custody.ts';

function eventText(ctx: Ctx, row: MeasureRow, { event }: MeasureEvent): string {
  const zh = ctx.language === 'zh';
  const rule = ruleOf(row.rule);
  if (event.type === 'extend') {
    const label = rule.extensions.find((one) => one.extension === (event.extension ?? one.extension))?.label;
    return `${event.on} ${label?.[ctx.language] ?? ''}`.trim();
  }
  if (event.type === 'resume') return zh ? `${event.on} 恢复计算` : `${event.on} goes on`;
  const cause = rule.causes.find((one) => one.cause === event.cause)?.label[ctx.language] ?? event.cause;
  const from = event.type === 'exclude' ? event.from : event.on;
  const to = event.type === 'exclude' ? event.to : null;
  return `${from} — ${to ?? (zh ? '未结束' : 'open')} ${cause}`;
}

function viewThing(
  ctx: Ctx,
  row: ThingRow,
  chain: readonly LinkedRecord[],
  disposals: readonly DisposalRow[],
): MeasureThing {
  const { measureId: _, custodyHead, ...rest } = row;
  return {
    ...rest,
    held: heldOf(row.quantity, disposals),
    custody: viewCustody(ctx, chain),
    custodyIntact: custodyIntact(chain, custodyHead),
    disposals: disposals.map(({ thingId: _id, ...one }) => ({
      ...one,
      wayLabel: WAYS[one.way]?.[ctx.language] ?? one.way,
    })),
  };
}

/** A measure without its things: the clock worked out anew with what is known of holidays today. */
export function viewMeasureClock(ctx: Ctx, row: MeasureRow, calendar: WorkingCalendar): Omit<MeasureView, 'things'> {
  const deadline = measureDeadline(row, calendar);
  const { standing, daysLeft, sentence } = measureState(row, deadline, ctx.today);
  const { rule: _rule, clockRound: _round, state, events, outcome, ...rest } = row;
  return {
    ...rest,
    kindLabel: MEASURES[row.kind]?.[ctx.language] ?? row.kind,
    dueOn: deadline.dueOn,
    daysLeft,
    standing,
    sentence: sentence[ctx.language],
    article: deadline.article,
    steps: deadline.steps.map(({ on, text, article }) => ({ on, text: text[ctx.language], article })),
    extendable: state === 'running' && canExtend(row, ctx.today, calendar),
    causes: ruleOf(row.rule).causes.map(({ cause, label }) => ({ cause, label: label[ctx.language] })),
    events: events.map((one) => ({ text: eventText(ctx, row, one), by: one.by, reason: one.reason, at: one.at })),
    outcome,
    outcomeLabel: outcome === null ? null : (OUTCOMES[outcome]?.[ctx.language] ?? outcome),
  };
}

/** Measures with their things, custody and disposals. */
export async function viewMeasures(ctx: Ctx, rows: readonly MeasureRow[], db: Db = ctx.db): Promise<MeasureView[]> {
  const calendar = await workingCalendarOf(db, ctx.district);
  const things = await listThings(
    db,
    ctx.district,
    rows.map((row) => row.id),
  );
  const ids = things.map((thing) => thing.id);
  const chains = await listCustody(db, ctx.district, 'thing', ids);
  const disposals = await listDisposals(db, ctx.district, ids);
  return rows.map((row) => ({
    ...viewMeasureClock(ctx, row, calendar),
    things: things
      .filter((thing) => thing.measureId === row.id)
      .map((thing) =>
        viewThing(
          ctx,
          thing,
          chains.get(thing.id) ?? [],
          disposals.filter((one) => one.thingId === thing.id),
        ),
      ),
  }));
}
