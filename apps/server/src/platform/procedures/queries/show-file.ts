import { daysBetween } from '@jince/calendar';
import type { FilePanel, ProcedureFileView } from '@jince/contract';
import { z } from 'zod';
import type { Ctx } from '../../context/context.ts';
import type { ProcedureDefinition, ProcedureFile, Standing } from '../definition.ts';
import { judgeAction } from '../domain/judge-action.ts';
import { standsStill } from '../domain/run-clock.ts';
import { leadsOnward, unavoidableStates } from '../domain/unavoidable-states.ts';
import { askerFor, definitionOf, type LoadedStanding, loadStanding, refusalError } from '../file-standing.ts';
import { loadFile } from '../load-file.ts';
import { offeredTemplates } from '../offer-templates.ts';
import { type ClockRow, type DocumentRow, listDocuments } from '../repositories/file-repository.ts';

export function toFileView(ctx: Ctx, file: ProcedureFile): ProcedureFileView {
  const definition = definitionOf(ctx, file.procedure);
  const state = definition.states[file.state];
  return {
    id: file.id,
    procedure: file.procedure,
    procedureLabel: definition.label[ctx.language],
    number: file.number,
    state: file.state,
    stateLabel: state?.label[ctx.language] ?? file.state,
    standing: state?.standing ?? 'open',
    version: file.version,
    subjectLabel: file.subjectLabel,
    town: ctx.services.places.townName(file.townCode),
    href: definition.href(file),
    openedAt: file.openedAt,
    openedBy: file.openedByName,
    closedAt: file.closedAt,
  };
}

/** Whether the clock is the other side's, or an action needs it to have run out: a time to be waited for, not a limit to be kept. */
export function isWaitedOut(definition: ProcedureDefinition, clock: string): boolean {
  return (
    definition.clocks.some((one) => one.clock === clock && one.theirs === true) ||
    definition.actions.some((action) => action.needs?.some((one) => one.clock === clock && one.is === 'expired'))
  );
}

function toClock(ctx: Ctx, definition: ProcedureDefinition, clock: ClockRow): FilePanel['clocks'][number] {
  const declared = definition.clocks.find((one) => one.clock === clock.clock);
  const suspended = standsStill(clock);
  const standing =
    clock.stoppedOn !== null
      ? 'stopped'
      : suspended
        ? 'suspended'
        : clock.dueOn === null
          ? 'unknown'
          : ctx.today > clock.dueOn
            ? 'expired'
            : 'running';
  return {
    clock: clock.clock,
    label: declared?.label[ctx.language] ?? clock.clock,
    round: clock.round,
    startedOn: clock.startedOn,
    dueOn: clock.dueOn,
    daysLeft: clock.dueOn === null || clock.stoppedOn !== null ? null : daysBetween(ctx.today, clock.dueOn),
    standing,
    article: clock.article,
    steps: [...clock.steps],
    waits: isWaitedOut(definition, clock.clock),
  };
}

export function toDocument(
  ctx: Ctx,
  definition: ProcedureDefinition,
  row: DocumentRow,
): FilePanel['documents'][number] {
  const kind = definition.documents.find((one) => one.kind === row.kind);
  return {
    id: row.id,
    kind: row.kind,
    kindLabel: kind?.label[ctx.language] ?? row.kind,
    title: row.title,
    fileName: row.fileName,
    mediaType: row.mediaType,
    size: row.size,
    madeFrom: row.madeFrom,
    addedBy: row.addedByName,
    addedAt: row.addedAt,
    withdrawnAt: row.withdrawnAt,
  };
}

/** What can be done from the present state, by whom, and why not where it cannot. */
export async function availableActions(
  ctx: Ctx,
  definition: ProcedureDefinition,
  file: ProcedureFile,
  standing: LoadedStanding,
): Promise<FilePanel['actions']> {
  const asker = askerFor(ctx, file);
  return Promise.all(
    definition.actions
      // What no role may do happens by itself: nobody waits for a button.
      .filter((action) => action.from.includes(file.state) && ctx.services.rolesHolding(action.permission).size > 0)
      .map(async (action) => {
        const refusal = judgeAction(action, standing, asker);
        const error =
          refusal === undefined
            ? await definition.guards?.[action.action]?.(ctx, file)
            : refusalError(ctx, definition, action, file, refusal);
        return {
          action: action.action,
          label: action.label[ctx.language],
          possible: error === undefined,
          reason: error === undefined ? null : ctx.services.sentence(error, ctx.language).text,
          onward: leadsOnward(definition, action, file.state),
          by: ctx.services.permissionLabel(action.permission)[ctx.language],
          confirm: action.confirm?.[ctx.language] ?? null,
          fields:
            action.fields === undefined
              ? null
              : (z.toJSONSchema(action.fields, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>),
        };
      }),
  );
}

const ALWAYS_SHOWN: ReadonlySet<Standing> = new Set(['draft', 'open', 'done']);

/** Everything the panel of a file shows. @throws AppError 404 outside the actor's reach */
export async function getFilePanel(ctx: Ctx, id: string): Promise<FilePanel> {
  const file = await loadFile(ctx, id);
  const definition = definitionOf(ctx, file.procedure);
  const standing = await loadStanding(ctx.db, ctx.district, file);
  const passed = new Set(standing.log.map((entry) => entry.stateTo));
  const unavoidable = unavoidableStates(definition);
  return {
    file: toFileView(ctx, file),
    states: Object.entries(definition.states)
      .filter(([state, one]) => passed.has(state) || unavoidable.has(state) || ALWAYS_SHOWN.has(one.standing))
      .map(([state, one]) => ({
        state,
        label: one.label[ctx.language],
        standing: one.standing,
        passed: passed.has(state),
        current: state === file.state,
      })),
    actions: await availableActions(ctx, definition, file, standing),
    clocks: standing.clocks.map((clock) => toClock(ctx, definition, clock)),
    documents: (await listDocuments(ctx.db, ctx.district, id)).map((row) => toDocument(ctx, definition, row)),
    documentKinds: definition.documents.map((one) => ({ kind: one.kind, label: one.label[ctx.language] })),
    templates: offeredTemplates(ctx, definition, file).map((one) => ({
      code: one.code,
      label: one.label[ctx.language],
    })),
    timeline: standing.log.toReversed().map((entry) => ({
      seq: entry.seq,
      action: entry.action,
      label:
        definition.actions.find((one) => one.action === entry.action)?.label[ctx.language] ??
        (ctx.language === 'zh' ? '建立办件' : 'File opened'),
      stateLabel: definition.states[entry.stateTo]?.label[ctx.language] ?? entry.stateTo,
      actor: entry.actorName,
      at: entry.at,
      note: entry.note,
    })),
  };
}
