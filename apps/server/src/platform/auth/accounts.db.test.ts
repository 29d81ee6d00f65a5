import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSeparationProblems } from '../access/role-rules.ts';
import { auditModule } from '../audit/index.ts';
import type { Ctx } from '../context/context.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { createAccount } from './commands/create-account.ts';
import { grantRoles } from './commands/grant-roles.ts';
import { resetPassword } from './commands/reset-password.ts';
import { signIn } from './commands/sign-in.ts';
import { updateAccount } from './commands/update-account.ts';
import { DEMO_PASSWORD, demoAccounts, ensureDemoAccounts, identityModule, recordRefusal } from './index.ts';
import { listAccounts } from './queries/list-accounts.ts';
import { listRoles } from './queries/list-roles.ts';

let test: TestDatabase;
let system: Ctx;
let security: Ctx;

beforeAll(async () => {
  test = await openTestDatabase([auditModule, identityModule]);
  system = await test.as('system-admin');
  security = await test.as('security-admin');
});
afterAll(() => test.close());

const district = () => test.services.district.code;
const at = (role: string) => ({ role, placeKind: 'district', placeCode: district() }) as const;
const create = (ctx: Ctx, username: string, extra: object = {}) =>
  createAccount(ctx, { params: {}, query: {}, body: { username, displayName: '张三', roles: [], ...extra } });
const grant = (ctx: Ctx, id: string, roles: Parameters<typeof grantRoles>[1]['body']['roles']) =>
  grantRoles(ctx, { params: { id }, query: {}, body: { roles } });
const update = (ctx: Ctx, id: string, body: Parameters<typeof updateAccount>[1]['body']) =>
  updateAccount(ctx, { params: { id }, query: {}, body });
const list = (query: object) =>
  listAccounts(system, { params: {}, query: { page: 1, pageSize: 50, ...query }, body: undefined });

async function refusals(action: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from platform.audit_entry
    where action = ${action} and result = 'refused'`.execute(test.services.db);
  return rows[0]?.count ?? 0;
}

describe('opening accounts', () => {
  it('gives a first password once and no roles', async () => {
    const { account, firstPassword } = await create(system, 'lisi', { organisationId: 'WJ-MSB-IPP' });
    expect(account).toMatchObject({
      username: 'lisi',
      status: 'active',
      roles: [],
      organisationName: '知识产权促进科',
    });
    expect(firstPassword.length).toBeGreaterThanOrEqual(16);
    const signedIn = await signIn(test.system(), {
      params: {},
      query: {},
      body: { username: 'lisi', password: firstPassword },
    });
    expect(signedIn.me?.mustChangePassword).toBe(true);
  });

  it('refuses a taken name and an unknown body', async () => {
    await create(system, 'taken');
    await expect(create(system, 'taken')).rejects.toMatchObject({ code: 'identity.account.name-taken' });
    await expect(create(system, 'else', { organisationId: 'NONE' })).rejects.toMatchObject({
      code: 'identity.account.organisation-unknown',
    });
  });

  it('refuses to the system administrator to grant roles in the same breath, on record', async () => {
    const before = await refusals('platform.account.create');
    await expect(create(system, 'shortcut', { roles: [at('director')] })).rejects.toMatchObject({
      code: 'identity.roles.separate-hands',
    });
    expect(await refusals('platform.account.create')).toBe(before + 1);
    expect((await list({ q: 'shortcut' })).total).toBe(0);
  });
});

describe('granting roles', () => {
  it('replaces roles and places and says what was before', async () => {
    const { account } = await create(system, 'grantee');
    await grant(security, account.id, [at('ip-officer')]);
    const after = await grant(security, account.id, [{ role: 'liaison', placeKind: 'town', placeCode: '320509105' }]);
    expect(after.roles).toEqual([
      { role: 'liaison', placeKind: 'town', placeCode: '320509105', label: '区镇联络员', placeLabel: '盛泽镇' },
    ]);
    const { rows } = await sql<{ details: string }>`select details from platform.audit_entry
      where action = 'platform.role.grant' and result = 'ok' order by seq desc limit 1`.execute(test.services.db);
    expect(JSON.parse(rows[0]?.details ?? '')).toMatchObject({
      before: [at('ip-officer')],
      after: [{ role: 'liaison' }],
    });
  });

  it.each([
    ['system-admin', 'security-admin'],
    ['security-admin', 'audit-admin'],
    ['audit-admin', 'ip-officer'],
    ['system-admin', 'finance-officer'],
  ])('refuses %s with %s in one hand, on record', async (first, second) => {
    const { account } = await create(system, `mixed-${first}-${second}`.slice(0, 39));
    const before = await refusals('platform.role.grant');
    await expect(grant(security, account.id, [at(first), at(second)])).rejects.toMatchObject({
      code: 'identity.roles.families-mixed',
    });
    expect(await refusals('platform.role.grant')).toBe(before + 1);
  });

  it('refuses places the role or the district does not know', async () => {
    const { account } = await create(system, 'places');
    await expect(
      grant(security, account.id, [{ role: 'liaison', placeKind: 'town', placeCode: '320506001' }]),
    ).rejects.toMatchObject({ code: 'identity.roles.place-unknown' });
    await expect(
      grant(security, account.id, [{ role: 'director', placeKind: 'district', placeCode: '320506' }]),
    ).rejects.toMatchObject({ code: 'identity.roles.place-unknown' });
    await expect(grant(security, account.id, [at('liaison')])).rejects.toMatchObject({
      code: 'identity.roles.place-kind',
    });
  });

  it('is never done for oneself', async () => {
    const own = security.actor.userId as string;
    await expect(grant(security, own, [at('security-admin')])).rejects.toMatchObject({ code: 'identity.roles.own' });
  });

  it('does not take away the last administrator of a kind', async () => {
    const other = await test.as('security-admin');
    const auditor = await test.as('audit-admin');
    await expect(grant(security, auditor.actor.userId as string, [])).rejects.toMatchObject({
      code: 'identity.account.last-administrator',
    });
    await expect(update(system, auditor.actor.userId as string, { status: 'disabled' })).rejects.toMatchObject({
      code: 'identity.account.last-administrator',
    });
    expect((await grant(security, other.actor.userId as string, [])).roles).toEqual([]);
  });

  it('answers for an unknown account as for one that is not there', async () => {
    await expect(grant(security, '00000000-0000-7000-8000-000000000000', [])).rejects.toMatchObject({
      code: 'platform.not-found',
    });
  });
});

describe('changing accounts', () => {
  it('changes name and body, and keeps what is not named', async () => {
    const { account } = await create(system, 'changer', { organisationId: 'WJ-MSB-IPP' });
    expect(await update(system, account.id, { displayName: '李四' })).toMatchObject({
      displayName: '李四',
      organisationId: 'WJ-MSB-IPP',
    });
    expect(await update(system, account.id, { organisationId: null })).toMatchObject({
      displayName: '李四',
      organisationId: null,
    });
  });

  it('does not let people disable themselves', async () => {
    await expect(update(system, system.actor.userId as string, { status: 'disabled' })).rejects.toMatchObject({
      code: 'identity.account.own-status',
    });
  });

  it('resets a password, unlocks, and not that of another administrator', async () => {
    const { account } = await create(system, 'forgetful');
    for (let i = 0; i < 5; i++) {
      await signIn(test.system(), { params: {}, query: {}, body: { username: 'forgetful', password: 'x' } }).catch(
        () => undefined,
      );
    }
    expect((await list({ q: 'forgetful' })).items[0]).toMatchObject({ status: 'locked' });
    const { firstPassword } = await resetPassword(system, { params: { id: account.id }, query: {}, body: undefined });
    expect((await list({ q: 'forgetful' })).items[0]).toMatchObject({ status: 'active', lockedUntil: null });
    const answer = await signIn(test.system(), {
      params: {},
      query: {},
      body: { username: 'forgetful', password: firstPassword },
    });
    expect(answer.me?.mustChangePassword).toBe(true);
    const own = { params: { id: security.actor.userId as string }, query: {}, body: undefined };
    await expect(resetPassword(system, own)).rejects.toMatchObject({ code: 'identity.account.other-administrator' });
    expect((await resetPassword(test.system(), own)).firstPassword).not.toBe('');
  });
});

describe('listing accounts', () => {
  it('filters, sorts and pages in the database, taking % and _ literally', async () => {
    for (const name of ['list-a', 'list-b', 'list-c']) await create(system, name);
    expect((await list({ q: 'list-' })).total).toBe(3);
    expect((await list({ q: 'list_' })).total).toBe(0);
    expect((await list({ q: '%' })).total).toBe(0);
    const page = await list({ q: 'list-', sort: '-username', page: 2, pageSize: 2 });
    expect(page).toMatchObject({ total: 3, items: [{ username: 'list-a' }] });
    expect((await list({ role: ['security-admin'] })).items.map((a) => a.username)).toContain(security.actor.username);
    await update(system, (await list({ q: 'list-b' })).items[0]?.id as string, { status: 'disabled' });
    expect((await list({ q: 'list-', status: ['disabled'] })).items).toMatchObject([{ username: 'list-b' }]);
    for (const sort of [
      'displayName',
      '-lastSignInAt',
      'organisationName',
      'passwordChangedAt',
      'nonsense; drop table x',
    ]) {
      expect((await list({ q: 'list-', sort })).total).toBe(3);
    }
  });

  it('does not show accounts of another district', async () => {
    const elsewhere = { ...system, district: '320506' };
    expect(
      (await listAccounts(elsewhere, { params: {}, query: { page: 1, pageSize: 50 }, body: undefined })).total,
    ).toBe(0);
  });
});

describe('roles and permissions', () => {
  it('keep the three administrators apart by default', async () => {
    expect(findSeparationProblems(test.services.permissions)).toEqual([]);
    const { roles } = await listRoles(system);
    const of = (role: string) => roles.find((r) => r.role === role)?.permissions ?? [];
    expect(of('system-admin')).toContain('platform.account.create');
    expect(of('system-admin')).not.toContain('platform.role.grant');
    expect(of('security-admin')).not.toContain('platform.account.create');
    expect(of('audit-admin')).toContain('platform.audit.read');
    expect(of('ip-officer').filter((code) => code.startsWith('platform.'))).toEqual([]);
  });

  it('record refused checks', async () => {
    const officer = await test.as('ip-officer');
    await recordRefusal(officer, 'platform.audit.read');
    expect(await refusals('platform.audit.read')).toBe(1);
  });
});

describe('demo accounts', () => {
  it('are made once, usable at once, and made usable again', async () => {
    const accounts = demoAccounts(test.services);
    expect(accounts.map((a) => a.username)).toEqual([
      'officer',
      'checker',
      'director',
      'reviewer',
      'finance',
      'enforcement',
      'enforcement2',
      'branch',
      'head',
      'legal',
      'shengze',
      'devzone',
      'department',
      'police',
      'procuratorate',
      'court',
      'association',
      'sysadmin',
      'secadmin',
      'auditor',
    ]);
    await ensureDemoAccounts(test.services, accounts);
    await updateAccount(test.system(), {
      params: {
        id: (await list({ q: 'officer', sort: 'username' })).items.find((a) => a.username === 'officer')?.id as string,
      },
      query: {},
      body: { status: 'disabled' },
    });
    await ensureDemoAccounts(test.services, accounts);
    for (const { username } of accounts) {
      const answer = await signIn(test.system(), {
        params: {},
        query: {},
        body: { username, password: DEMO_PASSWORD },
      });
      expect(answer).toMatchObject({ state: 'signed-in', me: { mustChangePassword: false } });
    }
  });

  it('are refused in production', async () => {
    const production = { ...test.services, config: { ...test.services.config, mode: 'production' as const } };
    await expect(ensureDemoAccounts(production, [])).rejects.toThrow('演示模式');
  });
});
