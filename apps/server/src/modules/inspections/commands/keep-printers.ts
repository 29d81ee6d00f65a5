import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { PRINTER_EDIT } from '../inspections.catalogue.ts';
import {
  findPrinter,
  findSame,
  insertPrinter,
  type PrinterRow,
  type PrinterValues,
  townsWithin,
  updatePrinterRow,
} from '../repositories/printer-repository.ts';
import { noteChange } from './note-change.ts';

const audit = (tx: Tx, ctx: Ctx, verb: string, printer: { id: string; name: string }, details: object) =>
  writeAudit(tx, ctx, {
    action: `inspections.printer.${verb}`,
    subject: { kind: 'mark-printer', id: printer.id, label: printer.name },
    details: { ...details },
  });

/** The printer, which the actor may change and which has not ended. @throws AppError 404, inspections.printer.ended */
export async function requirePrinter(
  db: Tx | Ctx['db'],
  ctx: Ctx,
  id: string,
  permission = PRINTER_EDIT,
): Promise<PrinterRow> {
  const row = await findPrinter(db, ctx, id, permission);
  if (row === undefined) throw new AppError('platform.not-found');
  if (row.ended_on !== null) throw new AppError('inspections.printer.ended', { name: row.name });
  return row;
}

function requireTown(ctx: Ctx, values: PrinterValues): void {
  const towns = townsWithin(ctx, PRINTER_EDIT);
  if (towns !== undefined && (values.townCode === null || !towns.includes(values.townCode)))
    throw new AppError('platform.not-found');
}

/** Enters a mark printer into the register. @throws AppError inspections.printer.exists; 404 for a town out of reach */
export async function registerPrinter(ctx: Ctx, values: PrinterValues): Promise<{ id: string }> {
  requireTown(ctx, values);
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    if ((await findSame(tx, ctx, values)) !== undefined)
      throw new AppError('inspections.printer.exists', { name: values.name });
    await insertPrinter(tx, ctx, id, values);
    await noteChange(tx, ctx, { partyId: values.partyId });
    await audit(tx, ctx, 'register', { id, name: values.name }, { licenceNo: values.licenceNo });
  });
  return { id };
}

/** @throws AppError 404, inspections.printer.ended, .changed-meanwhile */
export async function updatePrinter(
  ctx: Ctx,
  id: string,
  { version, ...values }: PrinterValues & { readonly version: number },
): Promise<{ version: number }> {
  requireTown(ctx, values);
  await inTransaction(ctx, async (tx) => {
    const before = await requirePrinter(tx, ctx, id);
    if (!(await updatePrinterRow(tx, ctx, id, version, values)))
      throw new AppError('inspections.printer.changed-meanwhile');
    await noteChange(tx, ctx, { partyId: before.party_id });
    await noteChange(tx, ctx, { partyId: values.partyId });
    await audit(tx, ctx, 'update', { id, name: values.name }, { before: before.name, licenceTo: values.licenceTo });
  });
  return { version: version + 1 };
}

/** Takes a printer off the register; its ledgers stay. @throws AppError 404, inspections.printer.ended, .day.in-future */
export async function endPrinter(
  ctx: Ctx,
  id: string,
  input: { readonly on: string; readonly reason: string },
): Promise<void> {
  if (input.on > ctx.today) throw new AppError('inspections.day.in-future', { on: input.on });
  await inTransaction(ctx, async (tx) => {
    const row = await requirePrinter(tx, ctx, id);
    await sql`update inspections.printer set ended_on = ${input.on}, end_reason = ${input.reason}, version = version + 1
      where district = ${ctx.district} and id = ${id}`.execute(tx);
    await noteChange(tx, ctx, { partyId: row.party_id });
    await audit(tx, ctx, 'end', row, input);
  });
}

/** @throws AppError 404, inspections.printer.ended */
export async function addPrinterPerson(
  ctx: Ctx,
  id: string,
  person: {
    readonly name: string;
    readonly part: string;
    readonly trainedOn: string | null;
    readonly certificateNo: string | null;
    readonly fromOn: string;
  },
): Promise<{ id: string }> {
  const personId = uuidv7();
  await inTransaction(ctx, async (tx) => {
    const row = await requirePrinter(tx, ctx, id);
    await sql`insert into inspections.printer_person (district, id, printer_id, name, part, trained_on, certificate_no, from_on)
      values (${ctx.district}, ${personId}, ${id}, ${person.name}, ${person.part}, ${person.trainedOn}, ${person.certificateNo || null}, ${person.fromOn})`.execute(
      tx,
    );
    await audit(tx, ctx, 'add', row, { person: person.name, part: person.part });
  });
  return { id: personId };
}

/** @throws AppError 404, inspections.person.ended */
export async function endPrinterPerson(ctx: Ctx, personId: string, on: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{
      printer_id: string;
      name: string;
    }>`select printer_id, name from inspections.printer_person
      where district = ${ctx.district} and id = ${personId}`.execute(tx);
    const person = rows[0];
    if (person === undefined) throw new AppError('platform.not-found');
    const row = await requirePrinter(tx, ctx, person.printer_id);
    const ended = await sql`update inspections.printer_person set to_on = ${on}
      where district = ${ctx.district} and id = ${personId} and to_on is null and from_on <= ${on} returning 1`.execute(
      tx,
    );
    if (ended.rows.length === 0) throw new AppError('inspections.person.ended');
    await audit(tx, ctx, 'end', row, { person: person.name, on });
  });
}
