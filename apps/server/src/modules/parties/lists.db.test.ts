import type { Readable } from 'node:stream';
import type { PartyRow } from '@jince/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../platform/context/context.ts';
import {
  CODES,
  csv,
  firm,
  type ImportDesk,
  openImportDesk,
  REGISTER,
  readWorkbook,
} from '../../platform/imports/testing/import-desk.ts';
import { rightsPort } from '../ip-rights/index.ts';
import { createPartiesModule } from './index.ts';

const [A, B, C] = CODES;
const parties = createPartiesModule(rightsPort);
let desk: ImportDesk;

/** Calls a route's handler as the server does, without HTTP. */
async function call<T>(name: string, ctx: Ctx, input: unknown): Promise<T> {
  const route = parties.routes.find((one) => one.name === name);
  return (await route?.handle(ctx, input as never)) as T;
}
type Page = { items: PartyRow[]; total: number };
const list = (query: Record<string, unknown> = {}, as: Ctx = desk.ctx) =>
  call<Page>('listParties', as, { query: { page: 1, pageSize: 100, ...query } });
const names = async (query: Record<string, unknown> = {}, as?: Ctx) =>
  (await list(query, as)).items.map((item) => item.name);

const SHENGZE = '江苏省苏州市吴江区盛泽镇西二环路1号';
const LILI = '江苏省苏州市吴江区黎里镇芦莘大道3号';
const ROWS = [
  firm('苏州恒锦纺织有限公司', A, { 注册地址: SHENGZE, 成立日期: '2001-01-01' }),
  firm('苏州兆辉精密机械有限公司', B, { 注册地址: LILI, 成立日期: '2015-05-05', 登记状态: '注销' }),
  firm('吴江区震泽镇蚕桑农民专业合作社', C, { 注册地址: '吴江区震泽镇大船港村2号', 成立日期: '2008-08-08' }),
  firm('苏州欧阳（集团）有限公司', '', { 注册地址: LILI, 成立日期: '1999-09-09', 登记状态: '吊销' }),
  firm('苏州100%好运贸易有限公司', '', { 注册地址: '', 成立日期: '' }),
];

beforeAll(async () => {
  desk = await openImportDesk();
  const header = [...REGISTER, '曾用名', '行业代码'];
  const more = [
    ['吴江市恒锦丝织厂', 'C1751'],
    ['', 'C3421'],
    ['', ''],
    ['', 'C1711'],
    ['', 'F5199'],
  ];
  await desk.take('登记.csv', csv(header, ...ROWS.map((row, i) => [...row, ...(more[i] as string[])])));
  await desk.take(
    '高企.csv',
    csv(
      ['企业名称', '证书编号', '发证日期', '有效期至', '技术领域'],
      ['苏州恒锦纺织有限公司', 'GR202432001234', '2024-11-06', '2027-11-05', '新材料'],
      ['苏州兆辉精密机械有限公司', 'GR202032001234', '2020-11-06', '2023-11-05', '机械'],
    ),
  );
});
afterAll(() => desk?.close());

describe('the list', () => {
  it.each([
    [{ town: ['320509110'] }, ['苏州兆辉精密机械有限公司', '苏州欧阳(集团)有限公司']],
    [{ town: ['none'] }, ['苏州100%好运贸易有限公司']],
    [{ zone: ['high-tech-zone'] }, ['苏州恒锦纺织有限公司']],
    [{ kind: ['co-operative'] }, ['吴江区震泽镇蚕桑农民专业合作社']],
    [{ status: ['deregistered', 'revoked'] }, ['苏州兆辉精密机械有限公司', '苏州欧阳(集团)有限公司']],
    [{ industry: ['C17'] }, ['苏州恒锦纺织有限公司', '苏州欧阳(集团)有限公司']],
    [{ industry: ['C'], status: ['active'] }, ['苏州恒锦纺织有限公司']],
    // Only what counts today: the other certificate has run out.
    [{ membership: ['high-tech'] }, ['苏州恒锦纺织有限公司']],
    [{ hasPatent: true }, []],
    [{ q: '恒锦' }, ['苏州恒锦纺织有限公司']],
    [{ q: '吴江市恒锦丝织厂' }, ['苏州恒锦纺织有限公司']],
    [{ q: A.toLowerCase() }, ['苏州恒锦纺织有限公司']],
    [{ q: 'szhj' }, ['苏州恒锦纺织有限公司']],
    [{ q: '欧阳（集团）' }, ['苏州欧阳(集团)有限公司']],
    [{ q: '100%' }, ['苏州100%好运贸易有限公司']],
    [{ q: '%' }, ['苏州100%好运贸易有限公司']],
    [{ q: '_' }, []],
    [{ q: '没有这样的企业' }, []],
  ])('filters by %j', async (query, expected) => {
    expect((await names(query)).toSorted()).toEqual(expected.toSorted());
    expect((await list(query)).total).toBe(expected.length);
  });

  it('contains what is asked for, for any piece of a name of 1 to 20 characters', async () => {
    const all = (await list()).items.map((item) => item.name);
    const piece = fc
      .constantFrom(...all)
      .chain((name) =>
        fc
          .tuple(fc.nat(name.length - 1), fc.integer({ min: 1, max: 20 }))
          .map(([from, length]) => name.slice(from, from + length)),
      );
    await fc.assert(
      fc.asyncProperty(piece, async (q) => {
        const found = await names({ q });
        for (const name of all) if (name.includes(q)) expect(found).toContain(name);
      }),
      { numRuns: 60 },
    );
  });

  it('sorts both ways and pages without losing or repeating a row', async () => {
    const order = await names({ sort: 'establishedOn' });
    expect(order.slice(-4)).toEqual([
      '苏州欧阳(集团)有限公司',
      '苏州恒锦纺织有限公司',
      '吴江区震泽镇蚕桑农民专业合作社',
      '苏州兆辉精密机械有限公司',
    ]);
    expect(await names({ sort: '-establishedOn' })).toEqual(order.toReversed());
    const paged: string[] = [];
    for (let page = 1; page <= 3; page++) paged.push(...(await names({ sort: 'establishedOn', page, pageSize: 2 })));
    expect(paged).toEqual(order);
  });

  it('is what the export contains, row by row', async () => {
    for (const query of [{}, { town: ['320509110'], sort: '-establishedOn' }, { q: '恒锦' }]) {
      const answer = await call<{ content: Readable; fileName: string }>('exportParties', desk.ctx, { query });
      const rows = (await readWorkbook(answer.content)).slice(1);
      const { items } = await list(query);
      expect(rows.map((row) => row[0])).toEqual(items.map((item) => item.name));
      expect(rows.map((row) => row[4] ?? '')).toEqual(items.map((item) => item.town ?? ''));
    }
  });
});

describe('scope', () => {
  it('shows a liaison his towns only, in list, page, export and sources', async () => {
    const liaison = await desk.test.as('liaison', 'town', '320509110');
    const seen = ['苏州兆辉精密机械有限公司', '苏州欧阳(集团)有限公司'];
    expect((await names({}, liaison)).toSorted()).toEqual(seen.toSorted());
    expect(await names({ town: ['320509105'] }, liaison)).toEqual([]);
    const answer = await call<{ content: Readable }>('exportParties', liaison, { query: {} });
    expect(
      (await readWorkbook(answer.content))
        .slice(1)
        .map((row) => row[0])
        .toSorted(),
    ).toEqual(seen.toSorted());
    const outside = (await desk.parties())[A]?.id;
    for (const name of ['getParty', 'listPartySources', 'listPartyMentions'])
      await expect(call(name, liaison, { params: { id: outside }, query: {} })).rejects.toMatchObject({
        code: 'platform.not-found',
      });
    // A selection kept for the district is not handed to the town.
    expect(await names({ status: ['active'] })).toHaveLength(3);
    expect(await names({ status: ['active'] }, liaison)).toEqual([]);
  });

  it('shows a zone the towns of the zone', async () => {
    const liaison = await desk.test.as('liaison', 'zone', 'high-tech-zone');
    expect(await names({}, liaison)).toEqual(['苏州恒锦纺织有限公司']);
  });

  it('shows an enterprise itself alone', async () => {
    const { id } = (await desk.parties())[B] as { id: string };
    const own = await desk.test.as('enterprise', 'party', id);
    expect(await names({}, own)).toEqual(['苏州兆辉精密机械有限公司']);
    expect(await call('getParty', own, { params: { id }, query: {} })).toMatchObject({
      name: '苏州兆辉精密机械有限公司',
    });
    const other = (await desk.parties())[A]?.id;
    await expect(call('getParty', own, { params: { id: other }, query: {} })).rejects.toMatchObject({
      code: 'platform.not-found',
    });
  });
});

describe('one party', () => {
  interface Shown {
    legalRepresentative: string;
    names: { name: string; kind: string }[];
    membershipDetails: { valid: boolean; reason: string }[];
    memberships: string[];
    sourceCount: number;
  }
  const show = async (key: string, as = desk.ctx, asOf?: string) =>
    call<Shown>('getParty', as, {
      params: { id: (await desk.parties())[key]?.id },
      query: asOf === undefined ? {} : { asOf },
    });

  it('shows names with their periods, certificates with the reason, and its files', async () => {
    const party = await show(A);
    expect(party.names.map(({ name, kind }) => [name, kind])).toEqual([
      ['苏州恒锦纺织有限公司', 'current'],
      ['吴江市恒锦丝织厂', 'former'],
    ]);
    expect(party.membershipDetails).toMatchObject([{ valid: true, reason: '有效期至 2027-11-05' }]);
    expect(party.sourceCount).toBe(2);
    expect((await show(B)).membershipDetails).toMatchObject([{ valid: false, reason: '有效期至 2023-11-05，已过期' }]);
    expect((await show(B, desk.ctx, '2022-01-01')).membershipDetails).toMatchObject([{ valid: true }]);
  });

  it('hides the legal representative from those who may not see it, also in the sources', async () => {
    const director = await desk.test.as('director');
    expect((await show(A)).legalRepresentative).toBe('王小明');
    expect((await show(A, director)).legalRepresentative).toBe('王*');
    const id = (await desk.parties())[A]?.id;
    const { sources } = await call<{ sources: { field: string; value: string }[] }>('listPartySources', director, {
      params: { id },
    });
    expect(sources.find((source) => source.field === 'legalRepresentative')?.value).toBe('王*');
    expect(JSON.stringify(sources)).not.toContain('王小明');
  });

  it('is dated by the register files alone: without a status printed it lives', async () => {
    await desk.take(
      '简.csv',
      csv(['企业名称', '统一社会信用代码', '成立日期', '经营范围'], ['苏州丁有限公司', CODES[3], '2011-01-01', '贸易']),
    );
    const { rows } = await sql`select status, status_text from parties.party where uscc = ${CODES[3]}`.execute(
      desk.ctx.db,
    );
    expect(rows).toEqual([{ status: 'active', status_text: null }]);
  });
});
