import { z } from 'zod';
import { csvList, idParams, ok, pageOf, pageQuery, timestamp, uuid } from './common.ts';
import { route } from './route.ts';

export const placeKind = z.enum(['district', 'zone', 'town', 'organisation', 'party']);
export const roleGrant = z.object({ role: z.string(), placeKind, placeCode: z.string() });
export const roleInfo = z.object({
  role: z.string(),
  label: z.string(),
  /** 'system' | 'security' | 'audit' for the three separated administrators, else 'business'. */
  family: z.string(),
  placeKinds: z.array(placeKind),
  permissions: z.array(z.string()),
});

export const me = z.object({
  userId: uuid,
  username: z.string(),
  displayName: z.string(),
  district: z.object({ code: z.string(), name: z.string(), demo: z.boolean() }),
  organisation: z.object({ id: z.string(), name: z.string() }).nullable(),
  roles: z.array(roleGrant.extend({ label: z.string(), placeLabel: z.string() })),
  permissions: z.array(z.string()),
  mustChangePassword: z.boolean(),
  totpEnabled: z.boolean(),
  /** Send back as `x-csrf-token` with every request that is not GET. */
  csrfToken: z.string(),
  sessionExpiresAt: timestamp,
});
export type Me = z.output<typeof me>;

export const account = z.object({
  id: uuid,
  username: z.string(),
  displayName: z.string(),
  organisationId: z.string().nullable(),
  organisationName: z.string().nullable(),
  status: z.enum(['active', 'locked', 'disabled']),
  lockedUntil: timestamp.nullable(),
  totpEnabled: z.boolean(),
  lastSignInAt: timestamp.nullable(),
  passwordChangedAt: timestamp.nullable(),
  roles: z.array(roleGrant.extend({ label: z.string(), placeLabel: z.string() })),
});

export const identityRoutes = {
  signIn: route({
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in with name and password, and a one-time code when the account has one',
    body: z.object({
      username: z.string().min(1).max(80),
      password: z.string().min(1).max(200),
      totp: z.string().max(10).optional(),
    }),
    response: z.object({ state: z.enum(['signed-in', 'totp-required']), me: me.nullable() }),
  }),
  signOut: route({ method: 'DELETE', path: '/api/session', summary: 'End the session', response: ok }),
  getMe: route({ method: 'GET', path: '/api/session', summary: 'Who is signed in, with permissions', response: me }),
  changePassword: route({
    method: 'POST',
    path: '/api/session/password',
    summary: 'Change the own password',
    body: z.object({ current: z.string().max(200), next: z.string().max(200) }),
    response: ok,
  }),
  beginTotp: route({
    method: 'POST',
    path: '/api/session/totp',
    summary: 'Make a one-time-code secret to be confirmed',
    response: z.object({ secret: z.string(), otpauthUrl: z.string() }),
  }),
  confirmTotp: route({
    method: 'POST',
    path: '/api/session/totp/confirm',
    summary: 'Confirm the secret with a code and switch it on',
    body: z.object({ code: z.string().max(10) }),
    response: ok,
  }),
  disableTotp: route({
    method: 'POST',
    path: '/api/session/totp/disable',
    summary: 'Switch one-time codes off (needs the password)',
    body: z.object({ password: z.string().max(200) }),
    response: ok,
  }),
  listAccounts: route({
    method: 'GET',
    path: '/api/accounts',
    summary: 'User accounts',
    query: pageQuery.extend({
      q: z.string().max(100).optional(),
      role: csvList.optional(),
      status: csvList.optional(),
    }),
    response: pageOf(account),
  }),
  createAccount: route({
    method: 'POST',
    path: '/api/accounts',
    summary: 'Open an account; the answer holds the first password once',
    body: z.object({
      username: z.string().regex(/^[a-z][a-z0-9._-]{2,39}$/),
      displayName: z.string().min(1).max(60),
      organisationId: z.string().nullable().optional(),
      roles: z.array(roleGrant).max(20),
    }),
    response: z.object({ account, firstPassword: z.string() }),
  }),
  updateAccount: route({
    method: 'PATCH',
    path: '/api/accounts/:id',
    summary: 'Change name, organisation or status',
    params: idParams,
    body: z.object({
      displayName: z.string().min(1).max(60).optional(),
      organisationId: z.string().nullable().optional(),
      status: z.enum(['active', 'disabled']).optional(),
    }),
    response: account,
  }),
  grantRoles: route({
    method: 'PUT',
    path: '/api/accounts/:id/roles',
    summary: 'Set the roles and places of an account (security administrator)',
    params: idParams,
    body: z.object({ roles: z.array(roleGrant).max(20) }),
    response: account,
  }),
  resetPassword: route({
    method: 'POST',
    path: '/api/accounts/:id/reset-password',
    summary: 'Give a new first password and unlock',
    params: idParams,
    response: z.object({ firstPassword: z.string() }),
  }),
  listRoles: route({
    method: 'GET',
    path: '/api/roles',
    summary: 'Roles with their permissions',
    response: z.object({ roles: z.array(roleInfo) }),
  }),
};
