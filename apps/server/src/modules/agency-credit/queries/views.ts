import type { CreditEvaluation, CreditEventView } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import type { AgencyCard } from '../../ip-agencies/index.ts';
import { originLabels, sortLabel } from '../domain/words.ts';
import { type EvaluationState, evaluationStates } from '../procedure/evaluation-states.ts';
import type { EvaluationRow } from '../repositories/evaluation-repository.ts';
import type { EventRow } from '../repositories/event-repository.ts';
import { repairTerm } from './terms.ts';

export function toEventView(
  ctx: Ctx,
  row: EventRow,
  { card, countsToday }: { readonly card: AgencyCard | undefined; readonly countsToday: boolean },
): CreditEventView {
  const { source } = row;
  return {
    id: row.id,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    name: row.subject_label,
    agencyId: row.agency_id,
    agencyName: card?.name ?? null,
    townCode: card?.townCode ?? null,
    town: ctx.services.places.townName(card?.townCode ?? null),
    sort: row.sort,
    sortLabel: sortLabel(row.sort, ctx.language),
    on: row.happened_on,
    expiresOn: row.expires_on,
    revokedOn: row.revoked_on,
    revokedBasis: row.revoked_basis,
    repairedOn: row.repaired_on,
    documentNo: row.document_no,
    authority: row.authority,
    text: row.text,
    origin: row.origin,
    originLabel: originLabels[row.origin][ctx.language],
    source: source?.importId === undefined ? null : `/imports/${source.importId}`,
    proofName: row.proof_name,
    enteredBy: row.entered_by_name,
    enteredAt: row.entered_at,
    withdrawnReason: row.withdrawn_reason,
    countsToday,
  };
}

export function toEvaluation(ctx: Ctx, row: EvaluationRow, agencyName: string | null): CreditEvaluation {
  const state = evaluationStates[row.state as EvaluationState];
  return {
    id: row.id,
    fileId: row.file_id,
    number: row.number,
    roundId: row.round_id,
    roundTitle: row.round_title,
    asOf: row.as_of,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    name: row.subject_label,
    agencyId: row.agency_id,
    agencyName,
    townCode: row.town_code,
    town: ctx.services.places.townName(row.town_code),
    state: row.state,
    stateLabel: state.label[ctx.language],
    standing: state.standing,
    preliminaryScore: row.preliminary_score,
    preliminaryGrade: row.preliminary_grade,
    noticedOn: row.noticed_on,
    objectUntil: row.object_until,
    finalScore: row.final_score,
    finalGrade: row.final_grade,
    finalOn: row.final_on,
    repairFrom: row.final_on === null ? null : repairTerm(row.final_on).from,
  };
}
