import { sql } from 'kysely';
import { writeAudit } from '../../audit/write-audit.ts';
import { type Ctx, inTransaction, systemActor } from '../../context/context.ts';
import type { Tx } from '../../database/database.ts';
import { AppError } from '../../errors/errors.ts';
import { hashPassword, needsRehash, spendOneCheck, verifyPassword } from '../domain/hash-password.ts';
import { acceptedStep } from '../domain/one-time-code.ts';
import { openSecret } from '../domain/seal-secret.ts';
import { readMe } from '../queries/read-me.ts';
import { type Credentials, findCredentials, normaliseUsername } from '../repositories/account-repository.ts';
import { clearGuard, countFailure, lockGuard } from '../repositories/sign-in-guard.ts';
import type { Input, Output } from '../route-types.ts';
import { readSecurityParameters, type SecurityParameters } from '../security-parameters.ts';
import { type IssuedSession, issueSession, setSessionCookie } from '../session/issue-session.ts';

const ACTION = 'platform.session.create';

type Outcome =
  | { readonly kind: 'signed-in'; readonly session: IssuedSession }
  | { readonly kind: 'totp-required' }
  | { readonly kind: 'refused'; readonly error: AppError };

interface Attempt {
  readonly username: string;
  readonly account: Credentials | undefined;
  readonly passwordRight: boolean;
  readonly totp: string | undefined;
  readonly parameters: SecurityParameters;
  /** A hash of the password by today's costs, when the stored one is older. */
  readonly renewedHash: string | undefined;
}

/** Records an attempt that did not succeed; the state it changed commits with it. */
async function refuse(
  tx: Tx,
  ctx: Ctx,
  { username, account }: Attempt,
  error: AppError,
  why: string,
): Promise<Outcome> {
  const actor = { ...systemActor, username: 'anonymous', displayName: '未登录' };
  await writeAudit(
    tx,
    { ...ctx, actor },
    {
      action: ACTION,
      subject: { kind: 'account', id: account?.id ?? '', label: username },
      result: 'refused',
      details: { code: error.code, why },
    },
  );
  return { kind: 'refused', error };
}

function lockedError(ctx: Ctx, until: Date): AppError {
  const minutes = Math.max(1, Math.ceil((until.getTime() - ctx.now.getTime()) / 60_000));
  return new AppError('identity.sign-in.locked', { minutes });
}

/** Accepts the code and uses its time step up. False when it is wrong or was used, also by a request at the same moment. */
async function useTotp(tx: Tx, ctx: Ctx, account: Credentials, code: string): Promise<boolean> {
  if (account.totpSecret === null) return false;
  const secret = openSecret(account.totpSecret, ctx.services.config.secret, account.id);
  const step = acceptedStep(secret, code, ctx.now, account.totpLastStep);
  if (step === undefined) return false;
  const { rows } = await sql`update platform.user_account set totp_last_step = ${step}
    where district = ${ctx.district} and id = ${account.id} and (totp_last_step is null or totp_last_step < ${step})
    returning id`.execute(tx);
  return rows.length === 1;
}

async function decide(tx: Tx, ctx: Ctx, attempt: Attempt): Promise<Outcome> {
  const { username, account, parameters } = attempt;
  const guard = await lockGuard(tx, ctx, username);
  if (guard.lockedUntil !== null) return refuse(tx, ctx, attempt, lockedError(ctx, guard.lockedUntil), 'locked');
  const fail = async (why: string) => {
    const { lockedUntil } = await countFailure(tx, ctx, username, guard, parameters);
    const { maxFailures, lockMinutes } = parameters;
    const error =
      lockedUntil === null
        ? new AppError('identity.sign-in.refused', { maxFailures, lockMinutes })
        : lockedError(ctx, lockedUntil);
    return refuse(tx, ctx, attempt, error, why);
  };
  if (account === undefined) return fail('no such account');
  if (!attempt.passwordRight) return fail('wrong password');
  if (account.status === 'disabled') {
    return refuse(tx, ctx, attempt, new AppError('identity.sign-in.disabled'), 'disabled');
  }
  if (account.totpEnabled) {
    if (!attempt.totp) return { kind: 'totp-required' };
    if (!(await useTotp(tx, ctx, account, attempt.totp))) return fail('wrong one-time code');
  }
  return { kind: 'signed-in', session: await open(tx, ctx, account, attempt) };
}

async function open(tx: Tx, ctx: Ctx, account: Credentials, attempt: Attempt): Promise<IssuedSession> {
  await clearGuard(tx, ctx, attempt.username);
  await sql`update platform.user_account
    set last_sign_in_at = ${ctx.now}, password_hash = coalesce(${attempt.renewedHash ?? null}, password_hash)
    where district = ${ctx.district} and id = ${account.id}`.execute(tx);
  // A browser that signs in again leaves its former session.
  await sql`delete from platform.session where district = ${ctx.district} and id = ${ctx.actor.sessionId}::uuid`.execute(
    tx,
  );
  const session = await issueSession(tx, ctx, account.id, attempt.parameters.lifetimeMinutes);
  const actor = { ...systemActor, userId: account.id, username: account.username, displayName: account.displayName };
  await writeAudit(
    tx,
    { ...ctx, actor },
    {
      action: ACTION,
      subject: { kind: 'account', id: account.id, label: account.username },
      details: { totp: account.totpEnabled },
    },
  );
  return session;
}

/**
 * Signs in. Unknown names cost the same time, count and lock the same way and get the same answers as known ones.
 * @throws {AppError} `identity.sign-in.refused` · `identity.sign-in.locked` · `identity.sign-in.disabled`
 */
export async function signIn(ctx: Ctx, { body }: Input<'signIn'>): Promise<Output<'signIn'>> {
  const username = normaliseUsername(body.username).slice(0, 80);
  const [account, parameters] = await Promise.all([
    findCredentials(ctx.db, ctx, username),
    readSecurityParameters(ctx),
  ]);
  const passwordRight =
    account === undefined
      ? await spendOneCheck(body.password)
      : await verifyPassword(account.passwordHash, body.password);
  const renewedHash =
    passwordRight && account !== undefined && needsRehash(account.passwordHash)
      ? await hashPassword(body.password)
      : undefined;
  const attempt: Attempt = { username, account, passwordRight, totp: body.totp, parameters, renewedHash };
  const outcome = await inTransaction(ctx, (tx) => decide(tx, ctx, attempt));
  if (outcome.kind === 'refused') throw outcome.error;
  if (outcome.kind === 'totp-required') return { state: 'totp-required', me: null };
  setSessionCookie(ctx, outcome.session);
  return { state: 'signed-in', me: await readMe(ctx, account?.id ?? null, outcome.session.id) };
}
