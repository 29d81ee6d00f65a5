import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditModule } from '../../../platform/audit/index.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { selectFacts } from '../../../platform/facts/fact-statements.ts';
import { PROJECTED, VANISHED } from '../../../platform/imports/import-kind.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { officersKind } from '../imports/officers-kind.ts';
import { organisationModule, syncOrganisation } from '../index.ts';

let test: TestDatabase;
type Row = Readonly<Record<string, unknown>>;

async function facts(ctx: Ctx, subject: string, asOf: string): Promise<Row[]> {
  const entry = ctx.services.facts.subjects.get(subject);
  if (entry === undefined) throw new Error(subject);
  const { rows } = await inTransaction(ctx, (tx) =>
    sql<Row>`${selectFacts(entry, [...entry.facts.keys()], { district: ctx.district, asOf })}`.execute(tx),
  );
  return rows;
}

beforeAll(async () => {
  test = await openTestDatabase([auditModule, organisationModule]);
  const ctx = test.system();
  await inTransaction(ctx, async (tx) => {
    await syncOrganisation(tx, ctx, test.services.jurisdiction);
    await sql.raw(`create temp table ${PROJECTED} (record_key text, record_values jsonb) on commit drop`).execute(tx);
    await sql.raw(`create temp table ${VANISHED} (record_key text) on commit drop`).execute(tx);
    const people = [
      {
        key: 'E1',
        name: '张三',
        bodyId: 'WJ-MSB-B105',
        post: '知识产权执法员',
        region: '盛泽镇',
        certificateNo: 'E1',
        certificateFrom: '2022-06-02',
        certificateTo: '2027-06-01',
      },
      {
        key: 'E2',
        name: '李四',
        bodyId: 'WJ-MSB-B104',
        post: '分局长',
        certificateNo: 'E2',
        certificateTo: '2026-11-21',
      },
      { key: 'E3', name: '王五', bodyName: '某协会' },
    ];
    for (const { key, ...values } of people)
      await sql`insert into jince_projected values (${key}, ${JSON.stringify(values)}::jsonb)`.execute(tx);
    await officersKind.recordType.project(tx, ctx);
  });
});
afterAll(() => test?.close());

it('says of officers whether their certificate holds on the day, and never who they are', async () => {
  const now = await facts(test.system(), 'officer', '2026-11-22');
  const by = (body: string) => now.find((row) => row.body === body);
  expect(by('盛泽分局')).toMatchObject({
    region: '盛泽镇',
    hasCertificate: true,
    certificateValid: true,
    certificateTo: '2027-06-01',
    daysLeft: 191,
  });
  expect(by('平望分局')).toMatchObject({ hasCertificate: true, certificateValid: false, daysLeft: -1 });
  expect(by('某协会')).toMatchObject({ hasCertificate: false, certificateValid: false, certificateTo: null });
  expect(JSON.stringify(now)).not.toMatch(/张三|李四|王五|E1/);
  const before = await facts(test.system(), 'officer', '2022-06-01');
  expect(before.find((row) => row.body === '盛泽分局')).toMatchObject({
    hasCertificate: false,
    certificateValid: false,
  });
});

it('counts posts established, filled and vacant', async () => {
  const posts = await facts(test.system(), 'post', '2026-11-22');
  const { bodies } = test.services.jurisdiction;
  expect(posts).toHaveLength(bodies.flatMap((body) => body.posts).length);
  const own = posts.find((row) => row.body === '盛泽分局' && row.title === '知识产权执法员');
  expect(own).toMatchObject({ filled: 1 });
  expect(own?.vacant).toBe(Math.max(0, (own?.established as number) - 1));
});

it('shows a liaison the officers of the own town, by masked name', async () => {
  const { subject } = test.services.facts.subjects.get('officer') ?? {};
  if (subject === undefined) throw new Error('officer');
  const liaison = await test.as('liaison', 'town', '320509105');
  const { rows } = await inTransaction(liaison, (tx) =>
    sql<{ id: string }>`select o.id from organisation.officer o where ${subject.visible(liaison, sql`o.id`)}`.execute(
      tx,
    ),
  );
  expect(rows).toHaveLength(1);
  const all = await inTransaction(liaison, (tx) =>
    sql<{ id: string }>`select id from organisation.officer`.execute(tx),
  );
  const described = await subject.describe(
    liaison,
    all.rows.map((row) => row.id),
  );
  expect([...described.values()]).toEqual([{ label: '张* · 盛泽分局', href: '/organisation' }]);
});
