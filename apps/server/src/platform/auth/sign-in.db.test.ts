import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditModule, checkpointKey, verifyChain } from '../audit/index.ts';
import type { CookieOptions, Ctx } from '../context/context.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { beginTotp } from './commands/begin-totp.ts';
import { changePassword } from './commands/change-password.ts';
import { confirmTotp } from './commands/confirm-totp.ts';
import { createAccount } from './commands/create-account.ts';
import { disableTotp } from './commands/disable-totp.ts';
import { signIn } from './commands/sign-in.ts';
import { signOut } from './commands/sign-out.ts';
import { updateAccount } from './commands/update-account.ts';
import { allowedBeforePasswordChange, identityModule, resolveSession, SESSION_COOKIE } from './index.ts';
import { pruneSessions } from './jobs/prune-sessions.ts';
import { readMe } from './queries/read-me.ts';

let test: TestDatabase;
let serial = 0;
const START = '2026-11-22T02:00:00Z';
const later = (minutes: number) => test.setNow(new Date(Date.parse(START) + minutes * 60_000).toISOString());

beforeAll(async () => {
  test = await openTestDatabase([auditModule, identityModule]);
});
afterAll(() => test.close());

interface Jar {
  cookie: { value: string; options: CookieOptions } | undefined;
}

/** A browser that is not signed in. */
function visitor(jar: Jar = { cookie: undefined }): Ctx {
  return {
    ...test.system(),
    actor: { ...test.system().actor, userId: 'anonymous', username: 'anonymous' },
    source: '10.1.2.3',
    userAgent: 'test browser',
    reply: {
      setCookie: (name, value, options) => {
        expect(name).toBe(SESSION_COOKIE);
        jar.cookie = { value, options };
      },
      clearCookie: () => {
        jar.cookie = undefined;
      },
    },
  };
}

async function openAccount(): Promise<{ id: string; username: string; password: string }> {
  const username = `user${++serial}`;
  const made = await createAccount(test.system(), {
    params: {},
    query: {},
    body: {
      username,
      displayName: `用户${serial}`,
      roles: [{ role: 'ip-officer', placeKind: 'district', placeCode: test.services.district.code }],
    },
  });
  return { id: made.account.id, username, password: made.firstPassword };
}

const attempt = (username: string, password: string, totp?: string, jar?: Jar) =>
  signIn(visitor(jar), { params: {}, query: {}, body: { username, password, totp } });
const resolve = (jar: Jar) =>
  resolveSession(test.services.db, test.services, {
    token: jar.cookie?.value ?? '',
    source: null,
    userAgent: null,
    now: test.services.clock.now(),
  });

/** Signed in, with the context HTTP would make of the session. */
async function enter(account: { username: string; password: string }, totp?: string): Promise<{ ctx: Ctx; jar: Jar }> {
  const jar: Jar = { cookie: undefined };
  await attempt(account.username, account.password, totp, jar);
  const session = await resolve(jar);
  if (session === undefined) throw new Error('not signed in');
  return { ctx: { ...visitor(jar), actor: session.actor }, jar };
}

async function lastAudit(action: string) {
  const { rows } = await sql<{ result: string; details: string; source: string; label: string; actor_name: string }>`
    select result, details, source, subject_label as label, actor_name from platform.audit_entry
    where action = ${action} order by seq desc limit 1`.execute(test.services.db);
  return rows[0];
}

describe('signing in', () => {
  it('opens a session in a cookie scripts cannot read, and stores only the hash of its token', async () => {
    const account = await openAccount();
    const jar: Jar = { cookie: undefined };
    const answer = await attempt(` ${account.username.toUpperCase()} `, account.password, undefined, jar);
    expect(answer).toMatchObject({ state: 'signed-in', me: { username: account.username, mustChangePassword: true } });
    expect(answer.me?.roles[0]).toMatchObject({
      role: 'ip-officer',
      label: '知识产权科员',
      placeLabel: test.services.district.name,
    });
    expect(jar.cookie?.options).toMatchObject({ httpOnly: true, sameSite: 'strict', path: '/' });
    const { rows } = await sql`select 1 from platform.session where token_hash = ${jar.cookie?.value ?? ''}`.execute(
      test.services.db,
    );
    expect(rows).toEqual([]);
    expect(await lastAudit('platform.session.create')).toMatchObject({
      result: 'ok',
      source: '10.1.2.3',
      label: account.username,
    });
  });

  it('refuses a wrong password, counts it and records it in the same transaction', async () => {
    const account = await openAccount();
    await expect(attempt(account.username, 'wrong')).rejects.toMatchObject({ code: 'identity.sign-in.refused' });
    const { rows } = await sql<{
      failures: number;
    }>`select failures from platform.sign_in_guard where username = ${account.username}`.execute(test.services.db);
    expect(rows[0]?.failures).toBe(1);
    expect(await lastAudit('platform.session.create')).toMatchObject({
      result: 'refused',
      label: account.username,
      actor_name: '未登录',
    });
  });

  it('takes any text as a name without failing', async () => {
    for (const name of ['\0', "x' or 1=1 --", '名'.repeat(80), '\ud800']) {
      await expect(attempt(name, 'wrong')).rejects.toMatchObject({ code: 'identity.sign-in.refused' });
    }
  });

  it('locks after five failures for thirty minutes, then counts anew', async () => {
    const account = await openAccount();
    for (let i = 1; i < 5; i++) {
      await expect(attempt(account.username, 'wrong')).rejects.toMatchObject({ code: 'identity.sign-in.refused' });
    }
    await expect(attempt(account.username, 'wrong')).rejects.toMatchObject({
      code: 'identity.sign-in.locked',
      params: { minutes: 30 },
    });
    await expect(attempt(account.username, account.password)).rejects.toMatchObject({
      code: 'identity.sign-in.locked',
    });
    later(29);
    await expect(attempt(account.username, account.password)).rejects.toMatchObject({
      code: 'identity.sign-in.locked',
      params: { minutes: 1 },
    });
    later(30);
    await expect(attempt(account.username, 'wrong')).rejects.toMatchObject({ code: 'identity.sign-in.refused' });
    expect(await attempt(account.username, account.password)).toMatchObject({ state: 'signed-in' });
    later(0);
  });

  it('answers for a name without an account exactly as for one with', async () => {
    const account = await openAccount();
    const answers = async (name: string) => {
      const codes: unknown[] = [];
      for (let i = 0; i < 6; i++)
        codes.push(await attempt(name, 'wrong').catch((e) => ({ code: e.code, params: e.params })));
      return codes;
    };
    expect(await answers('nobody-here')).toEqual(await answers(account.username));
  });

  it('lets parallel guesses count one by one', async () => {
    const account = await openAccount();
    const codes = await Promise.all(
      Array.from({ length: 12 }, () => attempt(account.username, 'wrong').catch((e) => e.code as string)),
    );
    expect(codes.filter((code) => code === 'identity.sign-in.refused')).toHaveLength(4);
    expect(codes.filter((code) => code === 'identity.sign-in.locked')).toHaveLength(8);
  });

  it('takes about the same time for unknown names', async () => {
    const account = await openAccount();
    const median = async (name: () => string) => {
      const times: number[] = [];
      for (let i = 0; i < 4; i++) {
        const from = performance.now();
        await attempt(name(), 'wrong').catch(() => undefined);
        times.push(performance.now() - from);
      }
      return times.sort((a, b) => a - b)[2] as number;
    };
    await attempt('warm-up', 'wrong').catch(() => undefined);
    const known = await median(() => account.username);
    const unknown = await median(() => 'unknown-name');
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });

  it('refuses a disabled account and ends its sessions', async () => {
    const account = await openAccount();
    const { jar } = await enter(account);
    await updateAccount(test.system(), { params: { id: account.id }, query: {}, body: { status: 'disabled' } });
    expect(await resolve(jar)).toBeUndefined();
    await expect(attempt(account.username, account.password)).rejects.toMatchObject({
      code: 'identity.sign-in.disabled',
    });
  });

  it('takes lock-out figures the district has set from a date on', async () => {
    const set = (from: string, value: number) =>
      sql`insert into platform.parameter (district, key, valid_from, value)
      values (${test.services.district.code}, 'security.login.max-failures', ${from}, ${value}::text::jsonb)`.execute(
        test.services.db,
      );
    await set('2026-11-01', 2);
    await set('2026-12-01', 9);
    const account = await openAccount();
    await expect(attempt(account.username, 'wrong')).rejects.toMatchObject({
      code: 'identity.sign-in.refused',
      params: { maxFailures: 2 },
    });
    await expect(attempt(account.username, 'wrong')).rejects.toMatchObject({ code: 'identity.sign-in.locked' });
    await sql`delete from platform.parameter`.execute(test.services.db);
  });
});

describe('a session', () => {
  it('ends after thirty idle minutes, lives on with use, and ends after its lifetime in any case', async () => {
    const { jar } = await enter(await openAccount());
    later(29);
    expect(await resolve(jar)).toBeDefined();
    later(58);
    expect(await resolve(jar)).toBeDefined();
    later(88);
    expect(await resolve(jar)).toBeUndefined();
    later(0);
    const second = await enter(await openAccount());
    for (let minutes = 20; minutes < 720; minutes += 20) {
      later(minutes);
      expect(await resolve(second.jar), `minute ${minutes}`).toBeDefined();
    }
    later(720);
    expect(await resolve(second.jar)).toBeUndefined();
    await pruneSessions(test.system());
    const { rows } = await sql<{
      count: number;
    }>`select count(*) as count from platform.session where expires_at < ${test.services.clock.now()}`.execute(
      test.services.db,
    );
    expect(rows[0]?.count).toBe(0);
    later(0);
  });

  it('writes "last seen" at most once a minute', async () => {
    const { jar, ctx } = await enter(await openAccount());
    const seen = async () => {
      const { rows } = await sql<{
        at: string;
      }>`select last_seen_at as at from platform.session where id = ${ctx.actor.sessionId}`.execute(test.services.db);
      return rows[0]?.at;
    };
    later(0.9);
    await resolve(jar);
    expect(await seen()).toBe('2026-11-22T02:00:00.000Z');
    later(1.1);
    await resolve(jar);
    expect(await seen()).toBe('2026-11-22T02:01:06.000Z');
    later(0);
  });

  it('is unknown for a made-up token and gone after signing out', async () => {
    const { jar, ctx } = await enter(await openAccount());
    const token = jar.cookie?.value;
    expect(await resolve({ cookie: { value: 'made-up', options: jar.cookie!.options } })).toBeUndefined();
    await signOut(ctx);
    expect(jar.cookie).toBeUndefined();
    expect(await resolve({ cookie: { value: token ?? '', options: {} as CookieOptions } })).toBeUndefined();
    expect(await lastAudit('platform.session.end')).toMatchObject({ result: 'ok' });
  });

  it('carries role, permissions and the duty to change a first or old password', async () => {
    const account = await openAccount();
    const { jar, ctx } = await enter(account);
    expect((await resolve(jar))?.mustChangePassword).toBe(true);
    await changePassword(ctx, { params: {}, query: {}, body: { current: account.password, next: 'Silk-loom-47' } });
    expect((await resolve(jar))?.mustChangePassword).toBe(false);
    expect(await readMe(ctx, ctx.actor.userId, ctx.actor.sessionId)).toMatchObject({ mustChangePassword: false });
    await sql`update platform.user_account set password_changed_at = ${'2026-08-01T00:00:00Z'} where id = ${account.id}`.execute(
      test.services.db,
    );
    expect((await resolve(jar))?.mustChangePassword).toBe(true);
    expect([...allowedBeforePasswordChange].sort()).toEqual(['changePassword', 'getMe', 'signOut']);
  });
});

describe('changing the password', () => {
  const change = (ctx: Ctx, current: string, next: string) =>
    changePassword(ctx, { params: {}, query: {}, body: { current, next } });

  it('ends the other sessions and keeps this one', async () => {
    const account = await openAccount();
    const other = await enter(account);
    const { ctx, jar } = await enter(account);
    await change(ctx, account.password, 'Silk-loom-47');
    expect(await resolve(jar)).toBeDefined();
    expect(await resolve(other.jar)).toBeUndefined();
    await expect(attempt(account.username, account.password)).rejects.toMatchObject({
      code: 'identity.sign-in.refused',
    });
    expect(await attempt(account.username, 'Silk-loom-47')).toMatchObject({ state: 'signed-in' });
  });

  it('refuses weak, guessable and used passwords, and a wrong current one, on record', async () => {
    const account = await openAccount();
    const { ctx } = await enter(account);
    await expect(change(ctx, account.password, 'short1A')).rejects.toMatchObject({ code: 'identity.password.weak' });
    await expect(change(ctx, account.password, `X1-${account.username}`)).rejects.toMatchObject({
      code: 'identity.password.guessable',
    });
    await expect(change(ctx, account.password, account.password)).rejects.toMatchObject({
      code: 'identity.password.reused',
    });
    await expect(change(ctx, 'wrong', 'Silk-loom-47')).rejects.toMatchObject({ code: 'identity.password.wrong' });
    expect(await lastAudit('platform.password.change')).toMatchObject({ result: 'refused' });
    await change(ctx, account.password, 'Silk-loom-47');
    later(1);
    const again = { ...ctx, now: test.services.clock.now() };
    await change(again, 'Silk-loom-47', 'Silk-loom-48');
    later(2);
    await expect(
      change({ ...ctx, now: test.services.clock.now() }, 'Silk-loom-48', 'Silk-loom-47'),
    ).rejects.toMatchObject({ code: 'identity.password.reused' });
    later(0);
  });

  it('locks and signs out after too many wrong current passwords', async () => {
    const account = await openAccount();
    const { ctx, jar } = await enter(account);
    for (let i = 1; i < 5; i++)
      await expect(change(ctx, 'wrong', 'x')).rejects.toMatchObject({ code: 'identity.password.wrong' });
    await expect(change(ctx, 'wrong', 'x')).rejects.toMatchObject({ code: 'identity.sign-in.locked' });
    expect(await resolve(jar)).toBeUndefined();
  });
});

describe('one-time codes', () => {
  it('are asked for after the right password, work once, and can be switched off with the password', async () => {
    const account = await openAccount();
    const { ctx } = await enter(account);
    await expect(confirmTotp(ctx, { params: {}, query: {}, body: { code: '000000' } })).rejects.toMatchObject({
      code: 'identity.totp.not-begun',
    });
    const { secret, otpauthUrl } = await beginTotp(ctx);
    expect(otpauthUrl).toContain(account.username);
    const { rows } = await sql<{
      totp_secret: string;
    }>`select totp_secret from platform.user_account where id = ${account.id}`.execute(test.services.db);
    expect(rows[0]?.totp_secret).not.toContain(secret);
    const code = (minutes: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(START) + minutes * 60_000 });
    await expect(confirmTotp(ctx, { params: {}, query: {}, body: { code: '000000' } })).rejects.toMatchObject({
      code: 'identity.totp.wrong',
    });
    await confirmTotp(ctx, { params: {}, query: {}, body: { code: code(0) } });
    await expect(beginTotp(ctx)).rejects.toMatchObject({ code: 'identity.totp.on' });

    later(5);
    expect(await attempt(account.username, account.password)).toEqual({ state: 'totp-required', me: null });
    expect(await attempt(account.username, 'wrong').catch((e) => e.code)).toBe('identity.sign-in.refused');
    await expect(attempt(account.username, account.password, '000000')).rejects.toMatchObject({
      code: 'identity.sign-in.refused',
    });
    const both = await Promise.all(
      [1, 2].map(() =>
        attempt(account.username, account.password, code(5)).then(
          (a) => a.state,
          () => 'refused',
        ),
      ),
    );
    expect(both.sort()).toEqual(['refused', 'signed-in']);

    const own = { ...ctx, now: test.services.clock.now() };
    await expect(disableTotp(own, { params: {}, query: {}, body: { password: 'wrong' } })).rejects.toMatchObject({
      code: 'identity.password.wrong',
    });
    await disableTotp(own, { params: {}, query: {}, body: { password: account.password } });
    expect(await attempt(account.username, account.password)).toMatchObject({ state: 'signed-in' });
    later(0);
  });
});

it('leaves an audit chain that verifies', async () => {
  const trusted = [checkpointKey(test.services.config.secret).publicKey];
  const found = await verifyChain(test.pool, test.services.district.code, { trusted });
  expect(found).toMatchObject({ ok: true, problems: [] });
  expect(found.entries).toBeGreaterThan(60);
});
