import { z } from 'zod';
import { idParams, localDate, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import {
  bankAccount,
  batchLine,
  budgetFigures,
  budgetLine,
  ledgerPosting,
  payable,
  payableState,
  paymentBatch,
  paymentResult,
  receivable,
  receivableDetail,
} from './funds-shapes.ts';
import { route } from './route.ts';

export type {
  BankAccountView,
  BudgetLineView,
  LedgerPosting,
  PayableView,
  PaymentBatchView,
  PaymentResultView,
  ReceivableView,
} from './funds-shapes.ts';

const fen = z.number().int();
const fundName = z.string().trim().min(1).max(120);
const year = z.coerce.number().int().min(2000).max(2100);
const itemCode = z.string().trim().min(1).max(60);
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
