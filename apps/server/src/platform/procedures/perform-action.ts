import { sql } from 'kysely';
import { writeAudit } from '../audit/write-audit.ts';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import { AppError } from '../errors/errors.ts';
import type { ActionEffect, ProcedureAction, ProcedureDefinition, ProcedureFile } from './definition.ts';
import { judgeAction } from './domain/judge-action.ts';
import { askerFor, definitionOf, loadStanding, refusalError } from './file-standing.ts';
import { moveClock, moveClocks } from './move-clocks.ts';
import { mayOnFile } from './reach.ts';
import { appendLog, findFile } from './repositories/file-repository.ts';
import { sendNotices } from './send-notices.ts';

export interface ActionInput {
  readonly note?: string | null | undefined;
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  /** The version the person saw: a file that moved on meanwhile refuses. */
  readonly version?: number | undefined;
}

function parseFields(action: ProcedureAction, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (action.fields === undefined) return {};
  const parsed = action.fields.safeParse(given);
  if (parsed.success) return parsed.data as Record<string, unknown>;
  const problems = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  throw new AppError('platform.invalid-input', {}, problems);
}

function stateAfter(
  definition: ProcedureDefinition,
  action: ProcedureAction,
  effect: ActionEffect | undefined,
): string {
  if (typeof action.to === 'string') return action.to;
  if (effect?.to === undefined || !action.to.includes(effect.to))
    throw new Error(`${definition.procedure}.${action.action} must pick one of ${action.to.join(', ')}`);
  return effect.to;
}

/** What the log says of an action that counts on another day than the one it was taken on. */
function backDating(ctx: Ctx, effect: ActionEffect | undefined, fields: Readonly<Record<string, unknown>>) {
  if (effect?.on === undefined || effect.on === ctx.today) return {};
  const { backDatedReason } = fields;
  return { on: effect.on, ...(typeof backDatedReason === 'string' ? { backDatedReason } : {}) };
}

const CLOSED = new Set(['done', 'refused', 'withdrawn']);

/**
 * Takes an action on a file inside the caller's transaction: judged, the module's step, log entry, state, clocks,
 * notices and audit entry together. The file's row is locked first, so two people never both pass.
 * @throws AppError 404 outside the actor's reach, 409 with the reason when it cannot be taken
 */
export async function performAction(
  tx: Tx,
  ctx: Ctx,
  fileId: string,
  name: string,
  input: ActionInput = {},
): Promise<ProcedureFile> {
  const file = await findFile(tx, ctx.district, fileId, true);
  if (file === undefined) throw new AppError('platform.not-found');
  const definition = definitionOf(ctx, file.procedure);
  if (ctx.actor.userId !== null && !mayOnFile(ctx, definition.readPermission, file))
    throw new AppError('platform.not-found');
  const action = definition.actions.find((one) => one.action === name);
  if (action === undefined) throw new AppError('procedures.action.unknown', { action: name });
  if (input.version !== undefined && input.version !== file.version) throw new AppError('procedures.action.stale');
  const standing = await loadStanding(tx, ctx.district, file);
  const refusal = judgeAction(action, standing, askerFor(ctx, file));
  if (refusal !== undefined) throw refusalError(ctx, definition, action, file, refusal);
  const stop = await definition.guards?.[name]?.({ ...ctx, db: tx }, file);
  if (stop !== undefined) throw stop;
  const fields = parseFields(action, input.fields ?? {});
  const note = input.note?.trim() || null;
  const effect = await definition.steps?.[name]?.({ tx, ctx, file, note, fields });
  const state = stateAfter(definition, action, effect);
  const seq = file.version + 1;
  await appendLog(tx, ctx.district, file.id, {
    seq,
    action: name,
    stateFrom: file.state,
    stateTo: state,
    actorId: ctx.actor.userId,
    actorName: ctx.actor.displayName,
    at: ctx.now.toISOString(),
    note,
    fields: { ...fields, ...effect?.record },
  });
  const closed = CLOSED.has(definition.states[state]?.standing ?? '');
  await sql`update procedures.file set state = ${state}, version = ${seq}, closed_at = ${closed ? ctx.now : null}
    where district = ${ctx.district} and id = ${file.id}`.execute(tx);
  // Read again: the step may have handed it to other bodies.
  const moved = (await findFile(tx, ctx.district, file.id)) as ProcedureFile;
  await moveClocks(tx, ctx, { definition, action, file: moved, on: effect?.on ?? ctx.today, reason: action.label.zh });
  for (const { clock, event } of effect?.clocks ?? []) await moveClock(tx, ctx, moved, clock, event);
  await definition.settled?.(tx, ctx, file.id);
  await sendNotices(tx, ctx, { definition, action, file: moved, seq, note });
  await writeAudit(tx, ctx, {
    action: `${definition.procedure}.${name}`,
    subject: { kind: definition.procedure, id: file.id, label: `${file.number} ${file.subjectLabel}` },
    details: { from: file.state, to: state, ...(note === null ? {} : { note }), ...backDating(ctx, effect, fields) },
  });
  return moved;
}
