import { z } from 'zod';
import { idParams, localDate, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { route } from './route.ts';

const fen = z.number().int();
const fundName = z.string().trim().min(1).max(120);
const year = z.coerce.number().int().min(2000).max(2100);
const itemCode = z.string().trim().min(1).max(60);

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
  state: z.enum(['previewed', 'applied', 'discarded']),
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

const budgetAt = z.object({ fund: fundName, year });

export const fundRoutes = {
  listBudgets: route({
    method: 'GET',
    path: '/api/funds/budgets',
    summary: 'Funds and years with their balances, newest year first',
    response: z.object({
      items: z.array(
        budgetFigures.extend({
          fund: z.string(),
          year: z.number().int(),
          example: z.boolean(),
          items: z.number().int(),
        }),
      ),
    }),
  }),
  getBudget: route({
    method: 'GET',
    path: '/api/funds/budget',
    summary: 'A fund in a year: lines with balances, and the balances at the end of each month',
    query: budgetAt,
    response: z.object({
      fund: z.string(),
      year: z.number().int(),
      example: z.boolean(),
      asOf: timestamp,
      whole: budgetLine,
      items: z.array(budgetLine),
      /** Balances of the whole fund at the end of each month until now; money of the year may move later than its year. */
      months: z.array(budgetFigures.extend({ month: z.string() })),
      returnRule: z.object({ code: z.enum(['treasury', 'available']), text: z.string(), source: z.string() }),
    }),
  }),
  listPostings: route({
    method: 'GET',
    path: '/api/funds/postings',
    summary: 'The ledger of a line, newest first: who moved what when, why and for what',
    query: budgetAt
      .extend({
        item: itemCode.optional(),
        kind: z.string().max(100).optional(),
        month: z
          .string()
          .regex(/^\d{4}-\d{2}$/)
          .optional(),
        origin: uuid.optional(),
      })
      .extend(pageQuery.shape),
    response: pageOf(ledgerPosting),
  }),
  appropriateBudget: route({
    method: 'POST',
    path: '/api/funds/appropriations',
    summary: 'Put money into a line or take it out again, by a document',
    body: z.object({
      fund: fundName,
      year: z.number().int().min(2000).max(2100),
      item: itemCode.nullable().default(null),
      itemLabel: z.string().trim().max(120).nullable().default(null),
      amountFen: z.number().int().min(-1e13).max(1e13),
      docNo: z.string().trim().min(1).max(100),
      reason: z.string().trim().min(2).max(500),
    }),
    response: ok,
  }),
  listPayables: route({
    method: 'GET',
    path: '/api/funds/payables',
    summary: 'What is due and paid to whom',
    query: pageQuery.extend({
      state: z.string().max(60).optional(),
      q: z.string().max(100).optional(),
      party: uuid.optional(),
      fund: fundName.optional(),
      year: year.optional(),
    }),
    response: pageOf(payable).extend({
      totalFen: fen,
      /** Counts and sums by state, of everything the reader reaches. */
      standing: z.array(z.object({ state: payableState, count: z.number().int(), amountFen: fen })),
    }),
  }),
  resendPayable: route({
    method: 'POST',
    path: '/api/funds/payables/:id/resend',
    summary: 'Let a payment that failed wait for the next batch',
    params: idParams,
    body: z.object({
      reason: z.string().trim().min(2).max(300),
      /** The account was checked and is right although it did not change. */
      accountChecked: z.boolean().default(false),
    }),
    response: ok,
  }),
  listBatches: route({
    method: 'GET',
    path: '/api/funds/batches',
    summary: 'Payment batches, newest first',
    query: pageQuery.extend({ state: z.string().max(60).optional() }),
    response: pageOf(paymentBatch),
  }),
  createBatch: route({
    method: 'POST',
    path: '/api/funds/batches',
    summary: 'Put payables into a batch: all of them or none',
    body: z.object({
      payables: z.array(uuid).min(1).max(2000),
      note: z.string().trim().max(300).nullable().default(null),
    }),
    response: paymentBatch,
  }),
  getBatch: route({
    method: 'GET',
    path: '/api/funds/batches/:id',
    summary: 'A batch with its lines and the answers of the treasury',
    params: idParams,
    response: paymentBatch.extend({
      lines: z.array(batchLine),
      results: z.array(paymentResult.omit({ rows: true, problems: true }).extend({ problemCount: z.number().int() })),
    }),
  }),
  dissolveBatch: route({
    method: 'POST',
    path: '/api/funds/batches/:id/dissolve',
    summary: 'Take a batch apart before its file was downloaded',
    params: idParams,
    body: z.object({ reason: z.string().trim().min(2).max(300) }),
    response: paymentBatch,
  }),
  downloadBatchFile: route({
    method: 'POST',
    path: '/api/funds/batch-files',
    summary: 'The payment file with full account numbers; each download is recorded, the first makes the batch sent',
    body: z.object({ batchId: uuid }),
    transport: 'file',
  }),
  uploadResult: route({
    method: 'POST',
    path: '/api/funds/batches/:id/results',
    summary: 'Read an answer of the treasury (csv or workbook) and show what it would do',
    params: idParams,
    transport: 'multipart',
    response: paymentResult,
  }),
  listResults: route({
    method: 'GET',
    path: '/api/funds/results',
    summary: 'Answers of the treasury, newest first',
    query: pageQuery,
    response: pageOf(paymentResult.omit({ rows: true, problems: true }).extend({ problemCount: z.number().int() })),
  }),
  getResult: route({
    method: 'GET',
    path: '/api/funds/results/:id',
    summary: 'What an answer of the treasury says, checked against the batch as it stands now',
    params: idParams,
    response: paymentResult,
  }),
  applyResult: route({
    method: 'POST',
    path: '/api/funds/results/:id/apply',
    summary: 'Book an answer of the treasury: as a whole or not at all',
    params: idParams,
    response: paymentResult,
  }),
  getPartyAccount: route({
    method: 'GET',
    path: '/api/funds/parties/:id/account',
    summary: 'The bank account of a party, masked, with its history',
    params: idParams,
    response: z.object({
      party: z.object({ id: uuid, name: z.string() }),
      current: bankAccount.nullable(),
      history: z.array(bankAccount),
      mayEdit: z.boolean(),
    }),
  }),
  setPartyAccount: route({
    method: 'PUT',
    path: '/api/funds/parties/:id/account',
    summary: 'Enter or replace the bank account of a party; its name must be the party’s',
    params: idParams,
    body: z.object({
      accountName: z.string().trim().min(1).max(200),
      number: z.string().trim().min(1).max(60),
      bankName: z.string().trim().min(1).max(120),
      reason: z.string().trim().max(300).nullable().default(null),
    }),
    response: bankAccount,
  }),
  listReceivables: route({
    method: 'GET',
    path: '/api/funds/receivables',
    summary: 'Money to be paid back: open, overdue, settled',
    query: pageQuery.extend({
      state: z.string().max(60).optional(),
      q: z.string().max(100).optional(),
      party: uuid.optional(),
    }),
    response: pageOf(receivable).extend({ openFen: fen, overdueFen: fen }),
  }),
  getReceivable: route({
    method: 'GET',
    path: '/api/funds/receivables/:id',
    summary: 'A debt with its instalments and receipts',
    params: idParams,
    response: receivableDetail,
  }),
  enterReceipt: route({
    method: 'POST',
    path: '/api/funds/receivables/:id/receipts',
    summary: 'Enter money that came back, with its voucher',
    params: idParams,
    body: z.object({
      voucherNo: z.string().trim().min(1).max(60),
      amountFen: z.number().int().min(1).max(1e13),
      receivedOn: localDate,
      note: z.string().trim().max(300).nullable().default(null),
    }),
    response: receivableDetail,
  }),
  listLegacyPayments: route({
    method: 'GET',
    path: '/api/funds/legacy-payments',
    summary: 'What earlier lists say was paid',
    query: pageQuery.extend({ q: z.string().max(100).optional(), year: year.optional(), party: uuid.optional() }),
    response: pageOf(
      z.object({
        id: uuid,
        year: z.number().int(),
        name: z.string(),
        party: z.object({ id: uuid, name: z.string() }).nullable(),
        item: z.string(),
        trigger: z.string(),
        triggerLabel: z.string(),
        key: z.string().nullable(),
        amountFen: fen,
        paidOn: localDate.nullable(),
        documentNo: z.string().nullable(),
        /** Would be forbidden now: the notice that says so. */
        forbiddenNow: z.string().nullable(),
      }),
    ).extend({ totalFen: fen }),
  }),
};
