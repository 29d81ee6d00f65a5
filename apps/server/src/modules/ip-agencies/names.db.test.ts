import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/context/context.ts';
import { decideIdentity, withdrawIdentity } from './commands/decide-identity.ts';
import { decideAgencyName, withdrawAgencyName } from './commands/decide-name.ts';
import { recordPractice, resolveAgencyNames } from './index.ts';
import { exportAgencyNames, exportPeople } from './queries/export-people.ts';
import { listAgencyNames, listIdentityReviews } from './queries/list-agency-names.ts';
import { listPeople } from './queries/list-people-page.ts';
import {
  type AgencyDistrict,
  agencyFile,
  codeOf,
  LAKE,
  OUTSIDE,
  openAgencyDistrict,
} from './testing/agency-district.ts';

let here: AgencyDistrict;
beforeAll(async () => {
  here = await openAgencyDistrict();
});
afterAll(() => here?.test.close());

const PAGE = { page: 1, pageSize: 50 };
const ALIKE = '苏州平湖专利事务所';
const STRANGE = '完全不认识的代理中心';
const linked = async () => {
  const { rows } = await sql<{
    name: string;
    count: number;
  }>`select a.name, count(*)::int as count from agencies.patent_agency l
    join agencies.agency a on a.district = l.district and a.id = l.agency_id group by 1`.execute(here.ctx.db);
  return Object.fromEntries(rows.map((row) => [row.name, row.count]));
};

describe('names to be decided', () => {
  it('shows doubtful names first, with candidates and reasons in words', async () => {
    const { items, total } = await listAgencyNames(here.ctx, PAGE);
    expect(total).toBe(6);
    expect(items[0]).toMatchObject({
      written: ALIKE,
      decision: 'review',
      patents: 1,
      candidates: [expect.objectContaining({ name: LAKE })],
    });
    expect(items[0]?.candidates[0]?.reasons[0]).toMatch(/字号相近度 \d+%/);
    expect(items[1]).toMatchObject({ written: STRANGE, decision: 'none', candidates: [] });
    const { items: found } = await listAgencyNames(here.ctx, { ...PAGE, q: '北辰', decision: ['auto'] });
    expect(found.map((one) => one.agency)).toEqual([OUTSIDE]);
  });

  it('are exported as the list shows them', async () => {
    const { items } = await listAgencyNames(here.ctx, PAGE);
    const { content } = exportAgencyNames(here.ctx, { format: 'csv' });
    const lines = (await text(content as Readable)).trim().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',')[0])).toEqual(items.map((one) => one.written));
    const officer = await here.test.as('ip-officer');
    const agencyId = (await here.register())[LAKE]?.id as string;
    const person = { agencyId, name: '=赵列名', qualificationNo: '3299977', from: '2020-01-01', to: null };
    await inTransaction(here.ctx, (tx) => recordPractice(tx, here.ctx, person));
    const people = await listPeople(officer, PAGE);
    const file = await text(exportPeople(officer, { format: 'csv' }).content as Readable);
    expect(file.trim().split('\r\n')).toHaveLength(people.total + 1);
    expect(people.total).toBeGreaterThan(0);
    expect(file).toContain("'=赵列名,3299977");
  });

  it('links by the decision of a person, keeps it over imports, and lets go when it is withdrawn', async () => {
    const ctx = await here.test.as('ip-officer');
    const lake = (await here.register())[LAKE]?.id as string;
    expect(await linked()).toMatchObject({ [LAKE]: 2, [OUTSIDE]: 1 });
    await decideAgencyName(ctx, { written: ALIKE, agencyId: lake, note: '来电核实' });
    expect(await linked()).toMatchObject({ [LAKE]: 3 });
    expect((await resolveAgencyNames(ctx, [ALIKE])).get(ALIKE)).toBe(lake);
    await here.link();
    const { items } = await listAgencyNames(ctx, { ...PAGE, decision: ['person'] });
    expect(items).toMatchObject([{ written: ALIKE, agencyId: lake, decided: { note: '来电核实' } }]);
    const id = items[0]?.decided?.id as string;
    await withdrawAgencyName(ctx, id);
    expect(await linked()).toMatchObject({ [LAKE]: 2 });
    await expect(withdrawAgencyName(ctx, id)).rejects.toMatchObject({ code: 'ip-agencies.decision.withdrawn' });
    const { rows } = await sql<{
      action: string;
    }>`select action from platform.audit_entry where subject_id = ${ALIKE} order by seq`.execute(ctx.db);
    expect(rows.map((row) => row.action)).toEqual(['ip-agencies.name.decide', 'ip-agencies.name.withdraw']);
  });

  it('takes "none of the register" for an answer and refuses a name nobody wrote', async () => {
    const ctx = await here.test.as('ip-officer');
    await decideAgencyName(ctx, { written: OUTSIDE, agencyId: null, note: null });
    expect(await linked()).not.toHaveProperty(OUTSIDE);
    expect(await resolveAgencyNames(ctx, [OUTSIDE])).toEqual(new Map());
    const [row] = (await listAgencyNames(ctx, { ...PAGE, q: OUTSIDE })).items;
    await withdrawAgencyName(ctx, row?.decided?.id as string);
    expect(await linked()).toMatchObject({ [OUTSIDE]: 1 });
    await expect(
      decideAgencyName(ctx, { written: '没有人写过的名称', agencyId: null, note: null }),
    ).rejects.toMatchObject({
      code: 'ip-agencies.name.unknown',
    });
  });
});

describe('entries that may be one agency', () => {
  it('joins and parts them as people say; both can be withdrawn', async () => {
    const ctx = await here.test.as('ip-officer');
    const NAME = '苏州清溪专利代理有限公司';
    await here.take(
      '同名.csv',
      'patent-agencies',
      agencyFile(
        { 机构名称: NAME, 机构代码: '32911', 统一社会信用代码: codeOf(11) },
        { 机构名称: NAME, 机构代码: '32912', 统一社会信用代码: codeOf(12) },
      ),
    );
    const [doubt] = (await listIdentityReviews(ctx)).open;
    expect(doubt).toMatchObject({ a: { name: NAME, lists: ['服务机构名单'] }, reasons: ['名称相同，代码不同'] });
    const [a, b] = [doubt?.a.id as string, doubt?.b.id as string];
    await decideIdentity(ctx, { a, b, verdict: 'same', note: '总部迁址换证' });
    const joined = (await here.register())[NAME];
    expect([a, b]).toContain(joined?.id);
    expect(joined?.notes).toEqual(expect.arrayContaining(['two-codes', 'two-usccs']));
    const { open, decided } = await listIdentityReviews(ctx);
    expect(open).toEqual([]);
    expect(decided).toMatchObject([{ verdict: 'same', note: '总部迁址换证', withdrawnAt: null }]);
    await withdrawIdentity(ctx, decided[0]?.id as string);
    const again = await listIdentityReviews(ctx);
    // Parted again, each with the id it had.
    expect(new Set([again.open[0]?.a.id, again.open[0]?.b.id])).toEqual(new Set([a, b]));
    await decideIdentity(ctx, { a, b, verdict: 'different', note: null });
    expect((await listIdentityReviews(ctx)).open).toEqual([]);
    await expect(decideIdentity(ctx, { a, b, verdict: 'same', note: null })).rejects.toMatchObject({
      code: 'ip-agencies.identity.not-open',
    });
  });
});
