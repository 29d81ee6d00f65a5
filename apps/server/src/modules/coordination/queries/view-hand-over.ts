import type { HandOverRow } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { handOverKindLabels } from '../domain/labels.ts';
import { HAND_OVER_PROCEDURE } from '../procedure/hand-over-procedure.ts';
import { handOverStates, referralStates } from '../procedure/states.ts';
import { nameBody } from '../repositories/body-repository.ts';
import type { HandOverRecord } from '../repositories/hand-over-repository.ts';

function stateOf(record: HandOverRecord) {
  const states: Readonly<Record<string, (typeof handOverStates)[keyof typeof handOverStates]>> =
    record.procedure === HAND_OVER_PROCEDURE ? handOverStates : referralStates;
  return states[record.state] ?? handOverStates.draft;
}

export function clockView(ctx: Ctx, procedure: string, clock: string | null, dueOn: string | null) {
  if (clock === null) return null;
  const declared = ctx.services.procedures.get(procedure)?.clocks.find((one) => one.clock === clock);
  return {
    label: declared?.label[ctx.language] ?? clock,
    dueOn,
    late: dueOn !== null && dueOn < ctx.today,
  };
}

export function toHandOverRow(ctx: Ctx, record: HandOverRecord): HandOverRow {
  const state = stateOf(record);
  return {
    id: record.id,
    fileId: record.file_id,
    number: record.number,
    documentNo: record.document_no,
    direction: record.direction,
    kind: record.kind,
    kindLabel: handOverKindLabels[record.kind][ctx.language],
    from: nameBody(ctx, record.from_body),
    to: nameBody(ctx, record.to_body),
    title: record.title,
    state: record.state,
    stateLabel: state.label[ctx.language],
    standing: state.standing,
    sentOn: record.sent_on,
    answeredOn: record.answered_on,
    inTime: record.answered_on === null ? null : !record.overrun,
    clock: clockView(ctx, record.procedure, record.clock, record.clock_due),
  };
}
