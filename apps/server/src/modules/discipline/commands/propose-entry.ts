import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile } from '../../../platform/procedures/index.ts';
import { ENTRY_PROPOSE } from '../discipline.catalogue.ts';
import { findList } from '../domain/discipline-law.ts';
import { ENTRY_PROCEDURE } from '../procedure/entry-procedure.ts';
import { OPEN } from '../procedure/entry-states.ts';
import { type EntrySubject, type SubjectRef, subjectOf } from '../queries/entry-subject.ts';
import { inForce, insertEntry, selectEntries } from '../repositories/entry-repository.ts';

export interface ProposeInput {
  readonly list: string;
  readonly subject: SubjectRef;
  readonly reason: string;
  readonly authority: string;
  readonly basisNo: string | null;
  readonly conductOn: string | null;
}

async function requireNotOpen(ctx: Ctx, list: string, label: string, subject: EntrySubject): Promise<void> {
  const { rows } = await selectEntries(
    ctx.db,
    ctx.district,
    sql`e.list = ${list} and e.subject_kind = ${subject.kind} and (f.state = any(${[...OPEN]}::text[]))
      and (e.from_on is null or ${inForce(ctx.today)})
      and ${sql.id('e', `${subject.kind}_id`)} = ${subject.id}`,
  );
  const open = rows[0];
  if (open !== undefined)
    throw new AppError('discipline.entry.already-listed', { name: subject.name, list: label, number: open.number });
}

/**
 * Proposes to list somebody. Nothing has effect before the decision.
 * @throws AppError discipline.list.unknown · discipline.list.wrong-subject · discipline.entry.already-listed; 404
 */
export async function proposeEntry(
  ctx: Ctx,
  input: ProposeInput,
  causedBy: string | null = null,
): Promise<{ readonly id: string; readonly fileId: string }> {
  const list = findList(input.list, ctx.today);
  if (list === undefined) throw new AppError('discipline.list.unknown', { list: input.list, on: ctx.today });
  const label = list.label[ctx.language];
  if (!list.subjects.includes(input.subject.kind)) throw new AppError('discipline.list.wrong-subject', { list: label });
  const subject = await subjectOf(ctx, input.subject);
  await requireNotOpen(ctx, list.list, label, subject);
  const id = uuidv7();
  return inTransaction(ctx, async (tx) => {
    const file = await openFile(tx, ctx, {
      procedure: ENTRY_PROCEDURE,
      subject: { kind: ENTRY_PROCEDURE, id, label: `${subject.name} · ${list.label.zh}` },
      partyId: subject.partyId,
      townCode: subject.townCode,
    });
    await insertEntry(tx, ctx, {
      id,
      file_id: file.id,
      list: list.list,
      subject_kind: subject.kind,
      party_id: subject.partyId,
      agency_id: subject.kind === 'agency' ? subject.id : null,
      person_id: subject.kind === 'person' ? subject.id : null,
      subject_name: subject.name,
      code: subject.code,
      town_code: subject.townCode,
      caused_by: causedBy,
      reason: input.reason,
      authority: input.authority,
      basis_no: input.basisNo,
      conduct_on: input.conductOn,
    });
    await writeAudit(tx, ctx, {
      action: ENTRY_PROPOSE,
      subject: { kind: ENTRY_PROCEDURE, id: file.id, label: `${file.number} ${subject.name}` },
      details: { list: list.list, reason: input.reason, basisNo: input.basisNo },
    });
    return { id, fileId: file.id };
  });
}
