import type { CaseRecord } from '@jince/contract';
import { writeAudit } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { CASE_HANDLE } from '../cases.catalogue.ts';
import { CASE_PROCEDURE } from '../procedure/case-procedure.ts';
import { type CaseState, caseStates, EDITABLE } from '../procedure/case-states.ts';
import { reachesOrganisation } from '../queries/reach-case.ts';
import { getCase } from '../queries/show-case.ts';
import { type CaseRow, findCase, updateCase } from '../repositories/case-repository.ts';
import { settleCases } from './settle-case.ts';

interface Edit {
  readonly id: string;
  /** The one the person saw; absent where whoever changes it need not have seen the case. */
  readonly revision?: number;
  readonly permission?: string;
  readonly states?: readonly string[];
  readonly what: string;
}

/** A case locked for a change, within reach, in a state that may be edited, not changed meanwhile. @throws AppError 404 · cases.case.stale · cases.case.not-editable */
export async function lockCase(tx: Tx, ctx: Ctx, edit: Omit<Edit, 'what'>): Promise<CaseRow> {
  const row = await findCase(tx, ctx.district, edit.id, true);
  if (row === undefined || !reachesOrganisation(ctx, edit.permission ?? CASE_HANDLE, row.organisation_code))
    throw new AppError('platform.not-found');
  if (edit.revision !== undefined && edit.revision !== row.revision) throw new AppError('cases.case.stale');
  if (!(edit.states ?? EDITABLE).includes(row.state))
    throw new AppError('cases.case.not-editable', {
      state: caseStates[row.state as CaseState].label[ctx.language],
    });
  return row;
}

/** One change of a case: locked, changed, its line and facts settled, audited; the record as it then is. */
export async function editCase(
  ctx: Ctx,
  edit: Edit,
  change: (tx: Tx, row: CaseRow) => Promise<Readonly<Record<string, unknown>> | undefined>,
): Promise<CaseRecord> {
  await inTransaction(ctx, async (tx) => {
    const row = await lockCase(tx, ctx, edit);
    const details = await change(tx, row);
    await updateCase(tx, ctx.district, row.id, { revision: row.revision + 1 });
    await settleCases(tx, ctx, [row.id]);
    await writeAudit(tx, ctx, {
      action: edit.permission ?? CASE_HANDLE,
      subject: { kind: CASE_PROCEDURE, id: row.id, label: `${row.number} ${row.title}` },
      details: { what: edit.what, ...details },
    });
  });
  return getCase(ctx, edit.id);
}
