import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ActionEffect, ActionStep, ProcedureFile } from '../../../platform/procedures/index.ts';
import type { CaseEntryRow } from '../domain/case-types.ts';
import { last } from '../domain/check-input.ts';
import { owedOf } from '../domain/owed.ts';
import { findDecision, listEntries } from '../repositories/entry-repository.ts';
import { fieldsOf } from './action-fields.ts';
import { note } from './case-of-step.ts';

type Moves = NonNullable<ActionEffect['clocks']>;

/** The reconsideration or suit that is not decided yet. */
function openDispute(entries: readonly CaseEntryRow[]): CaseEntryRow | undefined {
  const begun = last(entries, 'dispute');
  return begun !== undefined && begun.seq > (last(entries, 'dispute-result')?.seq ?? 0) ? begun : undefined;
}

/** While the party is heard by another authority no time for the court runs. */
export async function recordDispute(step: ActionStep): Promise<ActionEffect> {
  const { file } = step;
  const { kind, body, documentNo, ...dated } = fieldsOf('dispute', step.fields);
  const { on } = await note(step, 'dispute', { kind, body, documentNo }, dated);
  const stopped = ['reconsideration', 'suit', 'enforcement'] as const;
  return { to: file.state, clocks: stopped.map((clock) => ({ clock, event: { type: 'stop', on } })) };
}

/**
 * After a reconsideration that upheld the decision the party may still sue for a shorter time, after one withdrawn for what is
 * left of the ordinary one; after a suit the time to ask the court runs at once.
 */
export async function concludeDispute(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const { result, documentNo, ...dated } = fieldsOf('disputeResult', step.fields);
  const entries = await listEntries(tx, ctx.district, file.id);
  const begun = openDispute(entries);
  if (begun === undefined) throw new AppError('cases.dispute.none');
  const { on } = await note(step, 'dispute-result', { kind: begun.data.kind, result, documentNo }, dated);
  const decision = await findDecision(tx, ctx.district, file.id);
  if (result !== 'upheld' && result !== 'withdrawn') return { to: file.state };
  if (begun.data.kind === 'reconsideration') {
    const from = result === 'upheld' ? on : (decision?.servedOn ?? on);
    return { to: file.state, clocks: [{ clock: 'suit', event: { type: 'start', on: from } }] };
  }
  const owes = owedOf(decision, entries) > 0;
  const clocks: Moves = owes ? [{ clock: 'enforcement', event: { type: 'start', on } }] : [];
  return { to: file.state, clocks };
}

/** Of the decision itself; after a reconsideration that upheld it. */
export const SUIT_RULES = ['case.suit', 'case.suit-after-reconsideration'] as const;

/** Rule of the time to sue: shorter after a reconsideration that upheld the decision. */
export async function suitRule(ctx: Ctx, file: ProcedureFile): Promise<string> {
  const result = last(await listEntries(ctx.db, ctx.district, file.id), 'dispute-result')?.data;
  return SUIT_RULES[result?.kind === 'reconsideration' && result.result === 'upheld' ? 1 : 0];
}

export async function demand(step: ActionStep): Promise<ActionEffect> {
  const { mode, receiver, ...dated } = fieldsOf('service', step.fields);
  const { on } = await note(step, 'demand', { mode, receiver }, dated);
  return { to: step.file.state, clocks: [{ clock: 'demand', event: { type: 'start', on } }] };
}

export async function askCourt(step: ActionStep): Promise<ActionEffect> {
  const { tx, ctx, file } = step;
  const { reason, ...dated } = fieldsOf('reason', step.fields);
  const last = await lastDays(ctx, file, tx);
  const { on } = await note(
    step,
    'court-request',
    { reason, ...(isOver(last.enforcement, ctx) ? { late: true } : {}) },
    dated,
  );
  return { to: file.state, clocks: [{ clock: 'demand', event: { type: 'stop', on } }] };
}

interface LastDay {
  readonly due_on: string | null;
  readonly stopped_on: string | null;
}

async function lastDays(ctx: Ctx, file: ProcedureFile, db: Ctx['db'] = ctx.db) {
  const { rows } = await sql<LastDay & { clock: string }>`select distinct on (clock) clock, due_on, stopped_on
    from procedures.clock where district = ${ctx.district} and file_id = ${file.id}
      and clock = any(${['demand', 'suit', 'enforcement']}::text[]) order by clock, round desc`.execute(db);
  return Object.fromEntries(rows.map(({ clock, ...one }) => [clock, one])) as Readonly<
    Record<string, LastDay | undefined>
  >;
}

const isOver = (clock: LastDay | undefined, { today }: Pick<Ctx, 'today'>) =>
  clock !== undefined && clock.due_on !== null && clock.due_on < today;

/** Stop signs of entering a dispute while one is under way, and the end of one where none is. */
export const barsDispute =
  (wanted: 'open' | 'none') =>
  async (ctx: Ctx, file: ProcedureFile): Promise<AppError | undefined> => {
    const open = openDispute(await listEntries(ctx.db, ctx.district, file.id)) !== undefined;
    if (wanted === 'none') return open ? new AppError('cases.dispute.open') : undefined;
    return open ? undefined : new AppError('cases.dispute.none');
  };

/** Stop signs of asking the court: nothing owed, a dispute under way, the time to sue not over, no demand or one still running. */
export async function barsAskCourt(ctx: Ctx, file: ProcedureFile): Promise<AppError | undefined> {
  const entries = await listEntries(ctx.db, ctx.district, file.id);
  if (owedOf(await findDecision(ctx.db, ctx.district, file.id), entries) <= 0)
    return new AppError('cases.court.nothing-owed');
  if (openDispute(entries) !== undefined) return new AppError('cases.court.disputed');
  const { suit, demand: demanded } = await lastDays(ctx, file);
  if (suit !== undefined && suit.stopped_on === null && !isOver(suit, ctx))
    return new AppError('cases.court.too-early', { dueOn: suit.due_on ?? '' });
  if (demanded === undefined) return new AppError('cases.court.no-demand');
  if (!isOver(demanded, ctx)) return new AppError('cases.court.demand-running', { dueOn: demanded.due_on ?? '' });
  return undefined;
}
