/** Public face of the funds module. Functions that take `tx` work inside the caller's transaction and may be called before or after its log entry. */
export { type AppropriateInput, appropriate } from './commands/appropriate.ts';
export { type CommitInput, cancelCommitment, commitFunds } from './commands/commit-funds.ts';
export { cancelPayable, createPayable, type PayableInput } from './commands/create-payable.ts';
export { openReceivable, type ReceivableInput } from './commands/open-receivable.ts';
export { enterDemoAccounts, seedDemoFunds } from './demo/seed-demo-funds.ts';
export { fundsModule } from './funds.module.ts';
export { type Budget, type BudgetLine, readBudget } from './queries/read-budget.ts';
export { isPaidAchievement, type PaidKey, readPaidBefore, readPaidKeys } from './queries/read-paid.ts';
export type { Fund, Origin } from './repositories/ledger-repository.ts';
