import { bind, type ModuleDefinition } from '../../platform/module.ts';
import { applyResult } from './commands/apply-result.ts';
import { appropriateBudget } from './commands/appropriate.ts';
import { createBatch } from './commands/create-batch.ts';
import { enterReceipt } from './commands/enter-receipt.ts';
import { resendPayable } from './commands/resend-payable.ts';
import { dissolveBatch, downloadBatchFile } from './commands/send-batch.ts';
import { setPartyAccount } from './commands/set-party-account.ts';
import { uploadResult } from './commands/upload-result.ts';
import { fundFacts } from './facts/index.ts';
import {
  ACCOUNT_EDIT,
  ACCOUNT_READ,
  BUDGET_APPROPRIATE,
  BUDGET_READ,
  fundsActions,
  fundsErrors,
  fundsPermissions,
  PAYMENT_PAY,
  PAYMENT_READ,
  RECEIVABLE_READ,
  RECEIVABLE_RECEIVE,
} from './funds.catalogue.ts';
import { legacyPaymentsKind } from './imports/legacy-payments.ts';
import { currentAccountOf, getPartyAccount } from './queries/account-view.ts';
import { listLegacyPayments } from './queries/list-legacy-payments.ts';
import { listPayables } from './queries/list-payables.ts';
import { listPostings } from './queries/list-postings.ts';
import { getReceivable, listReceivables } from './queries/list-receivables.ts';
import { getBatch, getBatchSummary, listBatches } from './queries/show-batch.ts';
import { getBudget, listBudgets } from './queries/show-budget.ts';
import { getResult, listResults } from './queries/show-result.ts';

const done = { ok: true } as const;

/** Budgets and their ledger, what is due and paid to whom, and what must be paid back. */
export const fundsModule: ModuleDefinition = {
  name: 'funds',
  permissions: fundsPermissions,
  errors: fundsErrors,
  actions: fundsActions,
  importKinds: [legacyPaymentsKind],
  facts: fundFacts,
  routes: [
    bind('listBudgets', BUDGET_READ, (ctx) => listBudgets(ctx)),
    bind('getBudget', BUDGET_READ, (ctx, { query }) => getBudget(ctx, query)),
    bind('listPostings', BUDGET_READ, (ctx, { query }) => listPostings(ctx, query)),
    bind('appropriateBudget', BUDGET_APPROPRIATE, async (ctx, { body }) => {
      await appropriateBudget(ctx, body);
      return done;
    }),
    bind('listPayables', PAYMENT_READ, (ctx, { query }) => listPayables(ctx, query)),
    bind('resendPayable', PAYMENT_PAY, async (ctx, { params, body }) => {
      await resendPayable(ctx, params.id, body);
      return done;
    }),
    bind('listBatches', PAYMENT_READ, (ctx, { query }) => listBatches(ctx, query)),
    bind('createBatch', PAYMENT_PAY, async (ctx, { body }) => getBatchSummary(ctx, await createBatch(ctx, body))),
    bind('getBatch', PAYMENT_READ, (ctx, { params }) => getBatch(ctx, params.id)),
    bind('dissolveBatch', PAYMENT_PAY, async (ctx, { params, body }) => {
      await dissolveBatch(ctx, params.id, body.reason);
      return getBatchSummary(ctx, params.id);
    }),
    bind('downloadBatchFile', PAYMENT_PAY, (ctx, { body }) => downloadBatchFile(ctx, body.batchId)),
    bind('uploadResult', PAYMENT_PAY, async (ctx, { params, file }) =>
      getResult(ctx, await uploadResult(ctx, params.id, file)),
    ),
    bind('listResults', PAYMENT_READ, (ctx, { query }) => listResults(ctx, query)),
    bind('getResult', PAYMENT_READ, (ctx, { params }) => getResult(ctx, params.id)),
    bind('applyResult', PAYMENT_PAY, async (ctx, { params }) => {
      await applyResult(ctx, params.id);
      return getResult(ctx, params.id);
    }),
    bind('getPartyAccount', ACCOUNT_READ, (ctx, { params }) => getPartyAccount(ctx, params.id)),
    bind('setPartyAccount', ACCOUNT_EDIT, async (ctx, { params, body }) => {
      await setPartyAccount(ctx, params.id, body);
      return currentAccountOf(ctx, params.id);
    }),
    bind('listReceivables', RECEIVABLE_READ, (ctx, { query }) => listReceivables(ctx, query)),
    bind('getReceivable', RECEIVABLE_READ, (ctx, { params }) => getReceivable(ctx, params.id)),
    bind('enterReceipt', RECEIVABLE_RECEIVE, async (ctx, { params, body }) => {
      await enterReceipt(ctx, params.id, body);
      return getReceivable(ctx, params.id);
    }),
    bind('listLegacyPayments', PAYMENT_READ, (ctx, { query }) => listLegacyPayments(ctx, query)),
  ],
};
