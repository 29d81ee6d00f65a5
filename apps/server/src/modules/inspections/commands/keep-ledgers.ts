import { addMonths } from '@jince/calendar';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { LEDGER_KEEP } from '../inspections.catalogue.ts';
import {
  type EntryKind,
  findEntry,
  insertEntry,
  listStock,
  lockPrinter,
  type NewEntry,
} from '../repositories/ledger-repository.ts';
import { requirePrinter } from './keep-printers.ts';

type EntryInput = Omit<NewEntry, 'id' | 'printerId' | 'reverses' | 'reason' | 'keepUntil'>;

const NEEDED: Readonly<Record<EntryKind, readonly (readonly [keyof EntryInput, string])[]>> = {
  intake: [
    ['client', '委托人'],
    ['markName', '商标名称'],
    ['quantity', '数量'],
  ],
  'stock-in': [
    ['intakeId', '承印登记'],
    ['quantity', '数量'],
  ],
  'stock-out': [
    ['intakeId', '承印登记'],
    ['quantity', '数量'],
    ['receiver', '提货人'],
  ],
  destruction: [
    ['intakeId', '承印登记'],
    ['quantity', '数量'],
    ['method', '销毁方式'],
    ['witness', '监销人'],
  ],
};

/** Until when the law wants it kept: months after the day of the entry. */
function keepUntil(ctx: Ctx, on: string): string {
  const term = ctx.services.jurisdiction.inspectionSettings.terms.find((one) => one.term === 'record-keeping');
  if (term === undefined) throw new Error('the jurisdiction has no term record-keeping');
  return addMonths(on, term.count);
}

async function checkStock(tx: Tx, ctx: Ctx, printerId: string, input: EntryInput): Promise<void> {
  if (input.kind === 'intake') return;
  const intake = input.intakeId === null ? undefined : await findEntry(tx, ctx.district, input.intakeId);
  const [stock] = input.intakeId === null ? [] : await listStock(tx, ctx.district, printerId, input.intakeId);
  if (intake === undefined || stock === undefined || intake.printer_id !== printerId || intake.kind !== 'intake')
    throw new AppError('inspections.entry.intake-unknown');
  if (input.on < intake.on_day) throw new AppError('inspections.entry.before-intake', { on: intake.on_day });
  const quantity = input.quantity ?? 0;
  if (input.kind !== 'stock-in' && quantity > stock.left)
    throw new AppError('inspections.entry.more-than-stock', {
      left: stock.left,
      quantity,
      what: input.kind === 'stock-out' ? '出库' : '销毁',
    });
}

/**
 * Enters a line of a ledger. Labels leave the stock of a commission only as far as they came in.
 * @throws AppError 404, inspections.printer.ended, .entry.*, .day.in-future
 */
export async function addPrinterEntry(ctx: Ctx, printerId: string, input: EntryInput): Promise<{ id: string }> {
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    await lockPrinter(tx, ctx.district, printerId);
    const printer = await requirePrinter(tx, ctx, printerId, LEDGER_KEEP);
    checkFields(ctx, input);
    await checkStock(tx, ctx, printerId, input);
    await insertEntry(tx, ctx, {
      ...input,
      id,
      printerId,
      intakeId: input.kind === 'intake' ? null : input.intakeId,
      reverses: null,
      reason: null,
      keepUntil: keepUntil(ctx, input.on),
    });
    await writeAudit(tx, ctx, {
      action: 'inspections.ledger.add',
      subject: { kind: 'mark-printer', id: printerId, label: printer.name },
      details: { kind: input.kind, on: input.on, quantity: input.quantity },
    });
  });
  return { id };
}

function checkFields(ctx: Ctx, input: EntryInput): void {
  if (input.on > ctx.today) throw new AppError('inspections.day.in-future', { on: input.on });
  for (const [field, label] of NEEDED[input.kind])
    if (input[field] === null || input[field] === '')
      throw new AppError('inspections.entry.field-missing', { field: label });
}

/** Reverses a wrong line; both stay in the ledger. @throws AppError 404, inspections.entry.reversed, .has-followers, .more-than-stock */
export async function reversePrinterEntry(ctx: Ctx, id: string, reason: string): Promise<{ id: string }> {
  const reversalId = uuidv7();
  await inTransaction(ctx, async (tx) => {
    const first = await findEntry(tx, ctx.district, id);
    if (first === undefined) throw new AppError('platform.not-found');
    await lockPrinter(tx, ctx.district, first.printer_id);
    const printer = await requirePrinter(tx, ctx, first.printer_id, LEDGER_KEEP);
    const entry = await findEntry(tx, ctx.district, id);
    if (entry === undefined || entry.reverses !== null || entry.reversed_by_no !== null)
      throw new AppError('inspections.entry.reversed');
    const [stock] = await listStock(tx, ctx.district, entry.printer_id, entry.intake_id ?? entry.id);
    if (entry.kind === 'intake' && stock !== undefined && stock.in + stock.out + stock.destroyed > 0)
      throw new AppError('inspections.entry.has-followers');
    if (entry.kind === 'stock-in' && stock !== undefined && stock.left < (entry.quantity ?? 0))
      throw new AppError('inspections.entry.more-than-stock', {
        left: stock.left,
        quantity: entry.quantity ?? 0,
        what: '冲销',
      });
    await insertEntry(tx, ctx, {
      id: reversalId,
      printerId: entry.printer_id,
      kind: entry.kind,
      on: ctx.today,
      intakeId: entry.intake_id,
      client: null,
      clientUscc: null,
      markName: null,
      markNumber: null,
      quantity: entry.quantity,
      papers: {},
      archivedOn: null,
      receiver: null,
      method: null,
      witness: null,
      note: null,
      reverses: id,
      reason,
      keepUntil: keepUntil(ctx, ctx.today),
    });
    await writeAudit(tx, ctx, {
      action: 'inspections.ledger.reverse',
      subject: { kind: 'mark-printer', id: entry.printer_id, label: printer.name },
      details: { entry: entry.no, kind: entry.kind, quantity: entry.quantity, reason },
    });
  });
  return { id: reversalId };
}
