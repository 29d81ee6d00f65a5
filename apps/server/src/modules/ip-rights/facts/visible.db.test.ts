import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ctx } from '../../../platform/context/context.ts';
import { csv, runImport } from '../../../platform/imports/testing/run-import.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { CABLE, openSmallDistrict, SILK } from '../testing/small-district.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openSmallDistrict();
  await runImport(test.system(), {
    name: '高企.csv',
    kind: 'high-tech',
    content: csv(
      ['企业名称', '统一社会信用代码', '证书编号', '发证日期'],
      [SILK, '91320509MA1ABCDE8U', 'GR202432001234', '2024-11-30'],
      [CABLE, '91320509MA1T000560', 'GR202432001235', '2024-11-30'],
      ['某外地企业有限公司', '', 'GR202432001236', '2024-11-30'],
    ),
  });
});
afterAll(() => test?.close());

/** Titles of what an actor sees of a subject; the id stands under the aliases other statements use. */
async function seen(ctx: Ctx, name: string, alias: string): Promise<string[]> {
  const subject = ctx.services.facts.subjects.get(name)?.subject;
  if (subject === undefined) throw new Error(name);
  const query = { district: ctx.district, asOf: '2026-11-22' };
  const { rows } = await sql<{
    id: string;
  }>`select ${sql.id(alias, 'subject_id')} as id from (${subject.ids(query)}) ${sql.id(alias)}
    where ${subject.visible(ctx, sql.id(alias, 'subject_id'))}`.execute(ctx.db);
  const all = await sql<{ subject_id: string }>`${subject.ids(query)}`.execute(ctx.db);
  const described = await subject.describe(
    ctx,
    all.rows.map((row) => row.subject_id),
  );
  // What is not seen is not named either.
  expect([...described.keys()].sort()).toEqual(rows.map((row) => row.id).sort());
  return [...described.values()].map((one) => one.label).sort();
}

it.each(['s', 'h', 'p', 'm', 'r', 'w'])('keeps a liaison to the own town, whatever the alias (%s)', async (alias) => {
  const liaison = await test.as('liaison', 'town', '320509107');
  expect(await seen(liaison, 'enterprise', alias)).toEqual([CABLE]);
  expect(await seen(liaison, 'patent', alias)).toEqual(['一种光缆护套', '一种线缆牵引方法']);
  expect(await seen(liaison, 'trademark', alias)).toEqual(['缆通（第9类）']);
  expect(await seen(liaison, 'madrid', alias)).toEqual([]);
  expect(await seen(liaison, 'membership', alias)).toEqual([`${CABLE} · 高新技术企业`]);
  expect(await seen(liaison, 'gi', alias)).toEqual(['太湖蚕丝']);
});

it('shows the whole district to those who work for it', async () => {
  const officer = await test.as('ip-officer');
  expect(await seen(officer, 'enterprise', 's')).toHaveLength(4);
  expect(await seen(officer, 'patent', 's')).toHaveLength(6);
  expect(await seen(officer, 'membership', 's')).toContain('某外地企业有限公司 · 高新技术企业');
});

it('shows nothing to a role without the permission', async () => {
  const admin = await test.as('system-admin');
  for (const name of ['enterprise', 'patent', 'trademark', 'madrid', 'gi', 'membership'])
    expect(await seen(admin, name, 's')).toEqual([]);
});
