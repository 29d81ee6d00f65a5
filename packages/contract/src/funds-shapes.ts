import { z } from 'zod';
import { localDate, timestamp, uuid } from './common.ts';

const fen = z.number().int();

/** Balances of a budget line in fen: appropriated + returned − surrendered = available + committed + paid. */
export const budgetFigures = z.object({
  appropriatedFen: fen,
  availableFen: fen,
  committedFen: fen,
  /** Everything ever paid. */
  paidFen: fen,
  /** What of it came back. */
  returnedFen: fen,
  /** What of that went on to the treasury. */
  surrenderedFen: fen,
});

export const budgetLine = budgetFigures.extend({
  /** Null: the whole fund. */
  item: z.string().nullable(),
  label: z.string().nullable(),
});
export type BudgetLineView = z.output<typeof budgetLine>;

/** Where money comes from: the claim line or project instalment it moves for. */
export const moneyOrigin = z.object({
  kind: z.string(),
  kindLabel: z.string(),
  id: uuid,
  label: z.string(),
  href: z.string().nullable(),
});

export const ledgerPosting = z.object({
  id: uuid,
  seq: z.number().int(),
  kind: z.enum(['appropriate', 'open-item', 'commit', 'cancel', 'reduce', 'pay', 'return']),
  kindLabel: z.string(),
  /** What moved on the line asked for, in fen; an adjustment downwards is below 0. */
  amountFen: fen,
  /** What was available on the line after it. */
  availableFen: fen,
  reason: z.string(),
  documentNo: z.string().nullable(),
  origin: moneyOrigin.nullable(),
  actor: z.string(),
  at: timestamp,
  onDay: localDate,
  entries: z.array(z.object({ account: z.string(), accountLabel: z.string(), amountFen: fen })),
});
export type LedgerPosting = z.output<typeof ledgerPosting>;

/** A bank account as it may be shown: never more than its last four digits. */
export const bankAccount = z.object({
  id: uuid,
  accountName: z.string(),
  last4: z.string(),
  bankName: z.string(),
  enteredBy: z.string(),
  enteredAs: z.enum(['finance', 'enterprise', 'system']),
  at: timestamp,
  replacedAt: timestamp.nullable(),
  reason: z.string().nullable(),
  /** Whether its name still is the party's. */
  nameMatches: z.boolean(),
});
export type BankAccountView = z.output<typeof bankAccount>;

export const payableState = z.enum(['waiting', 'batched', 'paid', 'failed', 'cancelled']);

export const payable = z.object({
  id: uuid,
  version: z.number().int(),
  state: payableState,
  party: z.object({ id: uuid, name: z.string(), uscc: z.string().nullable() }),
  amountFen: fen,
  purpose: z.string(),
  documentNo: z.string(),
  origin: moneyOrigin,
  achievementKey: z.string().nullable(),
  fund: z.string(),
  year: z.number().int(),
  item: z.string().nullable(),
  releasedBy: z.string(),
  releasedAt: timestamp,
  account: bankAccount.nullable(),
  /** Why it cannot go into a batch of the reader's; null when it can. */
  obstacle: z.string().nullable(),
  batch: z.object({ id: uuid, number: z.string() }).nullable(),
  paidOn: localDate.nullable(),
  voucherNo: z.string().nullable(),
  failReason: z.string().nullable(),
});
export type PayableView = z.output<typeof payable>;

export const paymentBatch = z.object({
  id: uuid,
  number: z.string(),
  state: z.enum(['made', 'sent', 'settled', 'dissolved']),
  count: z.number().int(),
  totalFen: fen,
  paidCount: z.number().int(),
  paidFen: fen,
  failedCount: z.number().int(),
  failedFen: fen,
  fileSha256: z.string(),
  note: z.string().nullable(),
  madeBy: z.string(),
  madeAt: timestamp,
  sentAt: timestamp.nullable(),
  settledAt: timestamp.nullable(),
});
export type PaymentBatchView = z.output<typeof paymentBatch>;

export const batchLine = z.object({
  lineNo: z.number().int(),
  reference: z.string(),
  payableId: uuid,
  party: z.object({ id: uuid, name: z.string() }),
  accountName: z.string(),
  last4: z.string(),
  bankName: z.string(),
  amountFen: fen,
  origin: moneyOrigin,
  result: z.enum(['paid', 'failed']).nullable(),
  paidOn: localDate.nullable(),
  voucherNo: z.string().nullable(),
  failReason: z.string().nullable(),
});

/** What an answer of the treasury says, row by row, and what is wrong with it. Applied as a whole or not at all. */
export const paymentResult = z.object({
  id: uuid,
  batchId: uuid,
  batchNumber: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  state: z.enum(['previewed', 'applied']),
  uploadedBy: z.string(),
  uploadedAt: timestamp,
  appliedBy: z.string().nullable(),
  appliedAt: timestamp.nullable(),
  rows: z.array(
    z.object({
      line: z.number().int(),
      reference: z.string(),
      name: z.string(),
      amountFen: fen,
      result: z.enum(['paid', 'failed']),
      paidOn: localDate.nullable(),
      voucherNo: z.string().nullable(),
      failReason: z.string().nullable(),
    }),
  ),
  /** Any of them forbids applying; each names the line of the file. */
  problems: z.array(z.object({ code: z.string(), line: z.number().int().nullable(), text: z.string() })),
  paidCount: z.number().int(),
  paidFen: fen,
  failedCount: z.number().int(),
  failedFen: fen,
  /** Lines of the batch that have no answer, neither here nor before. */
  openCount: z.number().int(),
  applicable: z.boolean(),
});
export type PaymentResultView = z.output<typeof paymentResult>;

export const receivable = z.object({
  id: uuid,
  origin: moneyOrigin,
  party: z.object({ id: uuid, name: z.string() }),
  amountFen: fen,
  receivedFen: fen,
  openFen: fen,
  /** What of the open part is past its day. */
  overdueFen: fen,
  /** Soonest day of what is open. */
  nextDueOn: localDate.nullable(),
  decisionNo: z.string(),
  reason: z.string(),
  openedBy: z.string(),
  openedAt: timestamp,
  settledOn: localDate.nullable(),
  state: z.enum(['open', 'overdue', 'settled']),
});
export type ReceivableView = z.output<typeof receivable>;

export const receivableDetail = receivable.extend({
  instalments: z.array(
    z.object({
      position: z.number().int(),
      dueOn: localDate,
      amountFen: fen,
      receivedFen: fen,
      state: z.enum(['open', 'overdue', 'settled']),
    }),
  ),
  receipts: z.array(
    z.object({
      id: uuid,
      voucherNo: z.string(),
      amountFen: fen,
      receivedOn: localDate,
      note: z.string().nullable(),
      actor: z.string(),
      at: timestamp,
    }),
  ),
  /** What becomes of returned money here, as a sentence. */
  returnRule: z.string(),
});
