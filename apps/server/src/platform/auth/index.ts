import type { RouteName } from '@jince/contract';

export { createAccount } from './commands/create-account.ts';
export { resetPassword } from './commands/reset-password.ts';
export {
  DEMO_PASSWORD,
  type DemoAccount,
  demoAccounts,
  demoAgency,
  demoEnterprise,
  ensureDemoAccounts,
  findDemoParties,
} from './demo-accounts.ts';
export { findDemoActor, onDemoDay } from './demo-actor.ts';
export { openSecret, sealRepeatably, sealSecret } from './domain/seal-secret.ts';
export { identityModule } from './identity.module.ts';
export { getAccount, listAccounts } from './queries/list-accounts.ts';
export { recordRefusal } from './record-refusal.ts';
export { normaliseUsername } from './repositories/account-repository.ts';
export { issueSession } from './session/issue-session.ts';
export { type ResolvedSession, resolveSession } from './session/resolve-session.ts';
export { SESSION_COOKIE } from './session/session-token.ts';

/** What an account with a first or expired password may still call. */
export const allowedBeforePasswordChange: ReadonlySet<RouteName> = new Set(['getMe', 'changePassword', 'signOut']);
