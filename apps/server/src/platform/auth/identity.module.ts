import { bind, type Gate, type ModuleDefinition } from '../module.ts';
import { beginTotp } from './commands/begin-totp.ts';
import { changePassword } from './commands/change-password.ts';
import { confirmTotp } from './commands/confirm-totp.ts';
import { createAccount } from './commands/create-account.ts';
import { disableTotp } from './commands/disable-totp.ts';
import { grantRoles } from './commands/grant-roles.ts';
import { resetPassword } from './commands/reset-password.ts';
import { signIn } from './commands/sign-in.ts';
import { signOut } from './commands/sign-out.ts';
import { updateAccount } from './commands/update-account.ts';
import { identityErrors } from './identity.errors.ts';
import { identityPermissions } from './identity.permissions.ts';
import { pruneSessionsTask } from './jobs/prune-sessions.ts';
import { listAccounts } from './queries/list-accounts.ts';
import { listRoles } from './queries/list-roles.ts';
import { readMe } from './queries/read-me.ts';

const own: Gate = { open: 'signed-in' };

export const identityModule: ModuleDefinition = {
  name: 'identity',
  routes: [
    bind('signIn', { open: 'anyone' }, signIn),
    bind('signOut', own, signOut),
    bind('getMe', own, (ctx) => readMe(ctx, ctx.actor.userId, ctx.actor.sessionId)),
    bind('changePassword', own, changePassword),
    bind('beginTotp', own, beginTotp),
    bind('confirmTotp', own, confirmTotp),
    bind('disableTotp', own, disableTotp),
    bind('listAccounts', 'platform.account.read', listAccounts),
    bind('createAccount', 'platform.account.create', createAccount),
    bind('updateAccount', 'platform.account.update', updateAccount),
    bind('grantRoles', 'platform.role.grant', grantRoles),
    bind('resetPassword', 'platform.account.reset-password', resetPassword),
    bind('listRoles', 'platform.role.read', listRoles),
  ],
  permissions: identityPermissions,
  errors: identityErrors,
  actions: {
    'platform.session.create': { zh: '登录', en: 'Sign in' },
    'platform.session.end': { zh: '退出', en: 'Sign out' },
    'platform.password.change': { zh: '修改口令', en: 'Change the password' },
    'platform.totp.begin': { zh: '生成动态码密钥', en: 'Make a one-time-code secret' },
    'platform.totp.confirm': { zh: '启用动态码', en: 'Switch one-time codes on' },
    'platform.totp.disable': { zh: '停用动态码', en: 'Switch one-time codes off' },
    'platform.account.create': { zh: '开设账号', en: 'Open an account' },
    'platform.account.update': { zh: '修改账号', en: 'Change an account' },
    'platform.account.reset-password': { zh: '重置口令', en: 'Reset a password' },
    'platform.account.seed-demo': { zh: '建立演示账号', en: 'Set up demo accounts' },
    'platform.role.grant': { zh: '授予角色', en: 'Grant roles' },
  },
  jobs: [pruneSessionsTask],
};
