import type { AssociationComplaint, AssociationComplaintDetail } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { COMPLAINT_READ } from '../association.catalogue.ts';
import { complaintStates } from '../procedure/complaint-procedure.ts';
import { agenciesWithin } from '../reach.ts';
import { type ComplaintRow, selectComplaints } from '../repositories/complaint-repository.ts';
import { selectPenalties } from '../repositories/penalty-repository.ts';
import { penaltyLabel } from './words.ts';

const within = (ctx: Ctx) => agenciesWithin(ctx, COMPLAINT_READ, sql`c.complainant_id`, sql`c.respondent_id`);

function toComplaint(ctx: Ctx, row: ComplaintRow): AssociationComplaint {
  const state = complaintStates[row.state as keyof typeof complaintStates];
  return {
    id: row.id,
    fileId: row.file_id,
    number: row.number,
    complainantId: row.complainant_id,
    complainant: row.complainant,
    respondentId: row.respondent_id,
    respondent: row.respondent,
    clause: row.clause,
    receivedOn: row.received_on,
    state: row.state,
    stateLabel: state.label[ctx.language],
    standing: state.standing,
    outcome: row.outcome,
  };
}

/** Complaints; an agency sees those it is a side of. */
export async function listComplaints(
  ctx: Ctx,
  query: { readonly state?: readonly string[] | undefined; readonly page: number; readonly pageSize: number },
) {
  const states = query.state ?? [];
  const test = sql`${within(ctx)} and ${states.length === 0 ? sql`true` : sql`f.state = any(${[...states]}::text[])`}`;
  const page = { size: query.pageSize, skip: (query.page - 1) * query.pageSize };
  const { rows, total } = await selectComplaints(ctx.db, ctx.district, test, page);
  return { items: rows.map((row) => toComplaint(ctx, row)), total, page: query.page, pageSize: query.pageSize };
}

/** @throws AppError 404 */
export async function getComplaint(ctx: Ctx, id: string): Promise<AssociationComplaintDetail> {
  const { rows } = await selectComplaints(ctx.db, ctx.district, sql`c.id = ${id} and ${within(ctx)}`);
  const [row] = rows;
  if (row === undefined) throw new AppError('platform.not-found');
  const [penalty] = await selectPenalties(ctx.db, ctx.district, sql`p.complaint_id = ${id}`);
  return {
    ...toComplaint(ctx, row),
    facts: row.facts,
    request: row.request,
    answer: row.answer,
    answeredOn: row.answered_on,
    ruling: row.ruling,
    ruledOn: row.ruled_on,
    penalty:
      penalty === undefined
        ? null
        : {
            sortLabel: penaltyLabel(ctx, penalty.sort),
            documentNo: penalty.document_no,
            decidedOn: penalty.decided_on,
            withdrawnOn: penalty.withdrawn_on,
          },
  };
}
