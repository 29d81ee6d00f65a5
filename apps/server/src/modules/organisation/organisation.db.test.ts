import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditModule } from '../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../platform/context/context.ts';
import { PROJECTED, VANISHED } from '../../platform/imports/import-kind.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { linkOfficerAccount } from './commands/link-officer-account.ts';
import { officersKind } from './imports/officers-kind.ts';
import { organisationModule, syncOrganisation } from './index.ts';
import { listCertifiedOfficers } from './queries/certified-officers.ts';
import { listOfficerAccounts } from './queries/list-officer-accounts.ts';
import { listOfficers } from './queries/list-officers.ts';
import { listOrganisations } from './queries/list-organisations.ts';

let test: TestDatabase;

const PEOPLE = [
  {
    key: 'E1',
    name: '张三',
    bodyId: 'WJ-MSB-B105',
    bodyName: '盛泽分局',
    post: '知识产权执法员',
    certificateNo: 'E32000001',
    certificateTo: '2027-06-01',
    phone: '13812345678',
  },
  {
    key: 'E2',
    name: '张四',
    bodyId: 'WJ-MSB-B105',
    bodyName: '盛泽分局',
    post: '知识产权执法员',
    certificateNo: 'E32000002',
    certificateTo: '2026-12-01',
  },
  {
    key: 'E3',
    name: '李五',
    bodyId: 'WJ-MSB-B104',
    bodyName: '平望分局',
    post: '分局长',
    certificateNo: 'E32000003',
    certificateTo: '2026-11-21',
  },
  { key: '赵六|WJ-MSB-IPP', name: '赵六', bodyId: 'WJ-MSB-IPP', bodyName: '知识产权促进科', post: '科员' },
  { key: '钱七|WJ-Z-DEV', name: '钱七', bodyId: 'WJ-Z-DEV', bodyName: '开发区管委会', post: '知识产权联络员' },
];

async function project(ctx: Ctx, people: readonly { key: string }[], vanished: readonly string[] = []): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await sql.raw(`create temp table ${PROJECTED} (record_key text, record_values jsonb) on commit drop`).execute(tx);
    await sql.raw(`create temp table ${VANISHED} (record_key text) on commit drop`).execute(tx);
    for (const { key, ...values } of people) {
      await sql`insert into jince_projected values (${key}, ${JSON.stringify(values)}::jsonb)`.execute(tx);
    }
    for (const key of vanished) await sql`insert into jince_vanished values (${key})`.execute(tx);
    await officersKind.recordType.project(tx, ctx);
  });
}

const list = (ctx: Ctx, query: object = {}) =>
  listOfficers(ctx, { params: {}, query: { page: 1, pageSize: 50, ...query }, body: undefined });
const names = async (ctx: Ctx, query: object = {}) => (await list(ctx, query)).items.map((o) => o.name);

beforeAll(async () => {
  test = await openTestDatabase([auditModule, organisationModule]);
  const ctx = test.system();
  await inTransaction(ctx, (tx) => syncOrganisation(tx, ctx, test.services.jurisdiction));
  await project(ctx, PEOPLE);
});
afterAll(() => test.close());

describe('bodies and posts', () => {
  it('come from the pack once; a second run changes nothing', async () => {
    const ctx = test.system();
    expect(await inTransaction(ctx, (tx) => syncOrganisation(tx, ctx, test.services.jurisdiction))).toBe(0);
    const { rows } = await sql<{
      count: number;
    }>`select count(*) as count from platform.audit_entry where action = 'organisation.body.sync'`.execute(
      test.services.db,
    );
    expect(rows[0]?.count).toBe(1);
  });

  it('follow the pack when it changes', async () => {
    const ctx = test.system();
    const { bodies } = test.services.jurisdiction;
    const changed = bodies
      .filter((b) => b.code !== 'WJ-P-EDU')
      .map((b) => (b.code === 'WJ-P-COM' ? { ...b, name: '新商务局', posts: [] } : b));
    const seen = async () => (await listOrganisations(ctx)).organisations;
    expect(await inTransaction(ctx, (tx) => syncOrganisation(tx, ctx, { bodies: changed }))).toBeGreaterThan(0);
    expect((await seen()).some((b) => b.id === 'WJ-P-EDU')).toBe(false);
    expect((await seen()).find((b) => b.id === 'WJ-P-COM')).toMatchObject({
      name: '新商务局',
      posts: [],
      established: 0,
    });
    await inTransaction(ctx, (tx) => syncOrganisation(tx, ctx, { bodies }));
    expect((await seen()).map((b) => b.id)).toEqual(bodies.map((b) => b.code));
  });

  it('show place, established posts and who fills them', async () => {
    const { organisations } = await listOrganisations(await test.as('ip-officer'));
    expect(organisations.find((b) => b.id === 'WJ-MSB-B105')).toMatchObject({
      parentId: 'WJ-MSB',
      kindLabel: '分局',
      placeKind: 'town',
      placeCode: '320509105',
      filled: 2,
    });
    expect(organisations.find((b) => b.id === 'WJ-MSB-IPP')?.posts.find((p) => p.title === '科员')).toMatchObject({
      established: 3,
      filled: 1,
    });
  });
});

describe('officers', () => {
  it('are shown in full to those who may, which is recorded each time', async () => {
    const ctx = await test.as('ip-officer');
    const page = await list(ctx, { sort: 'certificateTo' });
    expect(page.total).toBe(5);
    expect(page.items.map((o) => [o.name, o.certificateState])).toEqual([
      ['李五', 'expired'],
      ['张四', 'expiring'],
      ['张三', 'valid'],
      expect.arrayContaining(['none']),
      expect.arrayContaining(['none']),
    ]);
    expect(page.items[2]).toMatchObject({
      certificateNo: 'E32000001',
      phone: '13812345678',
      organisationName: '盛泽分局',
    });
    const { rows } = await sql<{ details: string }>`select details from platform.audit_entry
      where action = 'organisation.officer.unmask' and actor_id = ${ctx.actor.userId}`.execute(test.services.db);
    expect(rows.map((row) => JSON.parse(row.details))).toEqual([{ shown: 5, total: 5, page: 1, q: null }]);
  });

  it('are masked for others, who cannot find them by name or number either, and leave no entry', async () => {
    const ctx = await test.as('reviewer');
    const page = await list(ctx, { sort: 'certificateTo' });
    expect(page.items[2]).toMatchObject({ name: '张*', certificateNo: '*****0001', phone: '138****5678' });
    expect((await list(ctx, { q: '张三' })).total).toBe(0);
    expect((await list(ctx, { q: 'E32000001' })).total).toBe(0);
    expect((await list(ctx, { q: '盛泽' })).total).toBe(2);
    const { rows } = await sql`select 1 from platform.audit_entry where actor_id = ${ctx.actor.userId}`.execute(
      test.services.db,
    );
    expect(rows).toEqual([]);
  });

  it('are those of the own towns and zones', async () => {
    const shengze = await test.as('liaison', 'town', '320509105');
    expect((await list(shengze)).items.map((o) => o.organisationId)).toEqual(['WJ-MSB-B105', 'WJ-MSB-B105']);
    const zone = await test.as('liaison', 'zone', 'development-zone');
    expect((await list(zone)).items.map((o) => o.organisationId)).toEqual(['WJ-Z-DEV']);
    expect((await list(await test.as('finance-officer'))).total).toBe(0);
    expect((await list(await test.as('enforcement-officer'))).total).toBe(5);
  });

  it('are filtered, searched and paged in the database, % and _ taken literally', async () => {
    const ctx = await test.as('director');
    expect(await names(ctx, { certificate: ['expired', 'expiring'], sort: 'certificateTo' })).toEqual(['李五', '张四']);
    expect(await names(ctx, { organisation: ['WJ-MSB-B104'] })).toEqual(['李五']);
    expect(await names(ctx, { q: '张', sort: 'name' })).toHaveLength(2);
    expect(await names(ctx, { q: '%' })).toEqual([]);
    expect(await list(ctx, { page: 2, pageSize: 3 })).toMatchObject({ total: 5, items: [{}, {}] });
    for (const sort of ['-name', 'organisationName', 'post', 'region', '-certificateTo', 'id; drop']) {
      expect((await list(ctx, { sort })).total).toBe(5);
    }
  });

  it('do not exist in another district', async () => {
    const elsewhere = { ...(await test.as('ip-officer')), district: '320506' };
    expect((await list(elsewhere)).total).toBe(0);
  });

  it('change and vanish with their rows', async () => {
    const ctx = test.system();
    await project(ctx, [{ ...PEOPLE[0]!, post: '分局长' } as (typeof PEOPLE)[number]], ['钱七|WJ-Z-DEV']);
    const found = await list(ctx);
    expect(found.total).toBe(4);
    expect(found.items.find((o) => o.name === '张三')?.post).toBe('分局长');
    await project(ctx, PEOPLE);
    const described = await officersKind.recordType.describe(await test.as('liaison', 'town', '320509105'), ['E1']);
    expect(described.get('E1')?.label).toBe('张* · 盛泽分局');
  });
});

describe('officers and accounts', () => {
  const linksOf = async (ctx: Ctx, over: object = {}) =>
    inTransaction(ctx, (tx) => listOfficerAccounts({ ...ctx, db: tx }, { page: 1, pageSize: 50, ...over }));
  const named = async (name: string, role = 'enforcement-officer') => {
    const ctx = await test.as(role);
    await inTransaction(test.system(), (tx) =>
      sql`update platform.user_account set display_name = ${name} where id = ${ctx.actor.userId}`.execute(tx),
    );
    return ctx.actor.userId as string;
  };
  const accountOf = async (name: string) =>
    (await listCertifiedOfficers(test.system().db, test.system().district, { q: name }))[0]?.userId;

  it('are joined by a stored link alone; an equal and unique name is only proposed', async () => {
    await project(test.system(), PEOPLE);
    const admin = await test.as('system-admin');
    const zhang = await named('张三');
    await named('李五');
    await named('李五', 'section-head');
    await named('赵六', 'department');
    const { items, accounts } = await linksOf(admin);
    const of = (name: string) => items.find((one) => one.name === name);
    expect(of('张三')).toMatchObject({ link: null, suggestion: zhang });
    // Two accounts of one name, or one of a partner: nothing is proposed.
    expect([of('李五')?.suggestion, of('赵六')?.suggestion]).toEqual([null, null]);
    expect(accounts.map(({ name }) => name)).not.toContain('赵六');
    expect(await accountOf('张三')).toBeNull();

    await linkOfficerAccount(admin, of('张三')?.officerId ?? '', zhang);
    expect(await accountOf('张三')).toBe(zhang);
    expect((await linksOf(admin)).accounts.map(({ userId }) => userId)).not.toContain(zhang);
    await expect(linkOfficerAccount(admin, of('李五')?.officerId ?? '', zhang)).rejects.toMatchObject({
      code: 'organisation.officer.account-taken',
      params: { officer: '张三' },
    });
    // The list is imported anew: the person is found again by the key of the record.
    await project(test.system(), [], ['E1']);
    await project(test.system(), PEOPLE);
    expect(await accountOf('张三')).toBe(zhang);
    const again = (await linksOf(admin, { linked: ['yes', 'from-name'] })).items;
    expect(again.map(({ name, link }) => [name, link?.fromName])).toEqual([['张三', false]]);
    await linkOfficerAccount(admin, again[0]?.officerId ?? '', null);
    expect(await accountOf('张三')).toBeNull();
    await linkOfficerAccount(admin, again[0]?.officerId ?? '', zhang);
    await inTransaction(test.system(), (tx) =>
      sql`update platform.user_account set status = 'disabled' where id = ${zhang}`.execute(tx),
    );
    expect(await accountOf('张三')).toBeNull();
  });

  it('are linked by the head of a section for the people of that section alone', async () => {
    const head = await test.as('section-head', 'organisation', 'WJ-MSB-B105');
    expect((await linksOf(head)).items.map(({ unit }) => unit)).toEqual(['盛泽分局', '盛泽分局']);
    const admin = await test.as('system-admin');
    const other = (await linksOf(admin)).items.find(({ name }) => name === '李五')?.officerId ?? '';
    const account = await named('王八');
    await expect(linkOfficerAccount(head, other, account)).rejects.toThrow('platform.not-found');
    const officer = (await linksOf(head)).items.find(({ name }) => name === '张四')?.officerId ?? '';
    await expect(linkOfficerAccount(head, officer, admin.actor.userId)).rejects.toThrow('platform.not-found');
    await linkOfficerAccount(head, officer, account);
    expect((await linksOf(head, { q: '张四' })).items[0]?.link).toMatchObject({ name: '王八', active: true });
  });
});
