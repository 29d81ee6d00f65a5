import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../platform/errors/errors.ts';
import { loadFacts } from '../../platform/facts/index.ts';
import { exportAssociationMembers } from './queries/export-members.ts';
import { type AssociationDesk, type Firm, openAssociationDesk } from './testing/association-desk.ts';

let desk: AssociationDesk;
let one: Awaited<ReturnType<AssociationDesk['agency']>>;
let other: typeof one;

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('nothing was refused');
  return { code: error.code, text: desk.test.services.sentence(error, 'zh').text };
};
const FACTS = [
  'association.member',
  'association.conventionSigned',
  'association.brandLevel',
  'association.ratings',
  'association.rating',
  'association.penaltiesIn3Years',
] as const;
const factsOf = async (id: string, asOf?: string) => {
  const { rows } = await loadFacts(desk.test.system(), {
    subject: 'agency',
    ids: [id],
    paths: FACTS,
    asOf: asOf ?? desk.test.system().today,
  });
  return FACTS.map((path) => rows.get(id)?.[path]);
};
const publish = (effectiveOn: string) =>
  desk.call(desk.secretary, 'publishDocument', {
    body: {
      sort: 'convention',
      title: '自律公约（示例）',
      body: '第一条　会员应当依法执业，诚实守信。',
      adoptedOn: effectiveOn,
      effectiveOn,
    },
  });
const STARS = (score: number) => ({ quality: score, timeliness: score, communication: score });

beforeAll(async () => {
  desk = await openAssociationDesk();
  one = await desk.agency('苏州甲专利代理事务所', { address: '盛泽镇西环路1号', head: '李甲' });
  other = await desk.agency('苏州乙专利代理事务所', { address: '盛泽镇西环路2号', head: '王乙' });
  for (const { id } of [one, other])
    await desk.call(desk.secretary, 'admitMember', { body: { agencyId: id, joinedOn: '2026-01-10' } });
});
afterAll(() => desk?.close());

describe('members and the convention', () => {
  it('admits once, and knows membership by the day', async () => {
    const again = await refusal(
      desk.call(desk.secretary, 'admitMember', { body: { agencyId: one.id, joinedOn: '2026-05-01' } }),
    );
    expect(again.code).toBe('association.member.already');
    expect((await factsOf(one.id, '2026-01-09'))[0]).toBe(false);
    expect((await factsOf(one.id, '2026-01-10'))[0]).toBe(true);
    await expect(
      desk.call(await desk.test.as('association', 'organisation', 'WJ-P-MIIT'), 'admitMember', {
        body: { agencyId: one.id, joinedOn: '2026-05-01' },
      }),
    ).rejects.toThrow('platform.not-found');
  });

  it('asks for a new signature with each version', async () => {
    const first = await publish('2026-02-01');
    await desk.call(one.ctx, 'signDocument', { params: { id: first.id }, body: { signatory: '李甲' } });
    expect((await factsOf(one.id))[1]).toBe(true);
    const second = await publish('2026-12-01');
    expect((await factsOf(one.id, '2026-11-30'))[1]).toBe(true);
    expect((await factsOf(one.id, '2026-12-01'))[1]).toBe(false);
    desk.at('2026-12-02');
    const late = await refusal(
      desk.call(other.ctx, 'signDocument', { params: { id: first.id }, body: { signatory: '王乙' } }),
    );
    expect(late.code).toBe('association.document.not-signable');
    await desk.call(one.ctx, 'signDocument', { params: { id: second.id }, body: { signatory: '李甲' } });
    const shown = await desk.call(desk.officer, 'getAssociationDocument', { params: { id: second.id } });
    expect(shown.signers.map(({ name, way }) => [name, way])).toEqual([['苏州甲专利代理事务所', 'portal']]);
    expect(shown.missing.map(({ name }) => name)).toEqual(['苏州乙专利代理事务所']);
    const twice = await refusal(
      desk.call(one.ctx, 'signDocument', { params: { id: second.id }, body: { signatory: '李甲' } }),
    );
    expect(twice.code).toBe('association.document.signed');
  });
});

describe('a complaint', () => {
  it('is heard, ruled on, and its penalty is an event that can be withdrawn', async () => {
    const { id, fileId } = await desk.call(one.ctx, 'fileComplaint', {
      body: {
        respondentId: other.id,
        clause: '第二条',
        facts: '以低于成本的价格招揽客户，并承诺授权。',
        request: '责令改正',
      },
    });
    const stranger = await desk.agency('苏州丙专利代理事务所');
    await expect(desk.call(stranger.ctx, 'getComplaint', { params: { id } })).rejects.toThrow('platform.not-found');
    await expect(desk.act(one.ctx, fileId, 'accept')).rejects.toThrow();
    await desk.act(desk.secretary, fileId, 'accept');
    expect(await desk.act(other.ctx, fileId, 'answer', { text: '价格为促销，已停止。' })).toBe('answered');
    const without = await refusal(
      desk.act(desk.secretary, fileId, 'find-breach', { text: '查证属实', penalty: 'warning' }),
    );
    expect(without.code).toBe('association.penalty.needs-number');
    await desk.act(desk.secretary, fileId, 'find-breach', {
      text: '查证属实',
      penalty: 'warning',
      documentNo: '示例协会〔2026〕1号',
    });
    const shown = await desk.call(other.ctx, 'getComplaint', { params: { id } });
    expect(shown).toMatchObject({ outcome: 'breach', penalty: { documentNo: '示例协会〔2026〕1号' } });
    expect((await factsOf(other.id))[5]).toBe(1);
    const { penalties } = await desk.call(desk.officer, 'getAssociationAgency', { params: { id: other.id } });
    desk.at('2026-12-20');
    await desk.call(desk.secretary, 'withdrawPenalty', {
      params: { id: penalties[0]?.id },
      body: { reason: '复核后撤销' },
    });
    expect((await factsOf(other.id, '2026-12-19'))[5]).toBe(1);
    expect((await factsOf(other.id, '2026-12-20'))[5]).toBe(0);
  });

  it('is only between members, and expulsion ends membership', async () => {
    const outsider = await desk.agency('苏州丁商标代理有限公司');
    const refused = await refusal(
      desk.call(desk.secretary, 'fileComplaint', {
        body: {
          complainantId: one.id,
          respondentId: outsider.id,
          facts: '不是会员的机构的情况说明。',
          request: '处理',
        },
      }),
    );
    expect(refused.code).toBe('association.member.none');
    await desk.call(desk.secretary, 'admitMember', { body: { agencyId: outsider.id, joinedOn: '2026-06-01' } });
    await desk.call(desk.secretary, 'decidePenalty', {
      body: { agencyId: outsider.id, sort: 'expulsion', documentNo: '示例协会〔2026〕2号', text: '出租资质' },
    });
    expect((await factsOf(outsider.id))[0]).toBe(false);
  });
});

describe('ratings and the ladder', () => {
  let clients: Firm[];

  it('come only from a finished matter of the own enterprise, once', async () => {
    clients = await Promise.all(
      ['客户一', '客户二', '客户三', '客户四', '客户五'].map((name) => desk.firm(`苏州${name}有限公司`)),
    );
    const [client, second] = clients as [Firm, Firm];
    const finished = await desk.matter(client, one.id, '2026-03-01');
    const pending = await desk.matter(client, one.id, null);
    const rate = async (firm: Firm, patentId: string, score: number) =>
      desk.call(await desk.enterprise(firm), 'rateMatter', { body: { patentId, scores: STARS(score) } });
    expect((await refusal(rate(client, pending, 5))).code).toBe('association.rating.not-finished');
    expect((await refusal(rate(second, finished, 1))).code).toBe('association.rating.not-finished');
    await rate(client, finished, 5);
    expect((await refusal(rate(client, finished, 5))).code).toBe('association.rating.once');
    const incomplete = desk.call(await desk.enterprise(client), 'rateMatter', {
      body: { patentId: finished, scores: { quality: 5 } },
    });
    expect((await refusal(incomplete)).code).toBe('association.rating.aspects');
    const { items } = await desk.call(await desk.enterprise(client), 'listRatableMatters');
    expect(items).toMatchObject([{ agencyName: '苏州甲专利代理事务所', score: 5 }]);
  });

  it('leave out clients tied to the agency, show why, and hide who rated from agencies', async () => {
    const linked = await desk.firm('苏州关联有限公司', { address: '盛泽镇 西环路１号' });
    for (const [at, firm] of [...clients.slice(1), linked].entries()) {
      desk.at(`2027-0${at + 1}-05`);
      const patentId = await desk.matter(firm, one.id, '2026-04-01');
      await desk.call(await desk.enterprise(firm), 'rateMatter', {
        body: { patentId, scores: STARS(firm === linked ? 5 : 4) },
      });
    }
    const seen = await desk.call(desk.officer, 'getAssociationAgency', { params: { id: one.id } });
    const gamed = seen.ratings.find((row) => row.client === linked.name);
    expect(gamed).toMatchObject({ percent: 0 });
    expect(gamed?.reasons[0]).toContain('住所相同');
    expect(seen.summary).toMatchObject({ score: 4.2, clients: 5 });
    expect((await factsOf(one.id)).slice(3, 5)).toEqual([5, 4.2]);
    const own = await desk.call(one.ctx, 'getAssociationAgency', { params: { id: one.id } });
    expect(own.ratings.map((row) => row.client)).toEqual(own.ratings.map(() => null));
  });

  it('let an agency climb only as far as facts carry it', async () => {
    const award = (level: string) => desk.call(desk.secretary, 'awardBrand', { body: { agencyId: one.id, level } });
    const refused = await refusal(award('brand'));
    expect(refused.code).toBe('association.brand.conditions');
    expect(refused.text).toContain('4.5');
    await award('trusted');
    expect((await factsOf(one.id))[2]).toBe('trusted');
    const { today } = desk.test.system();
    const until = `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`;
    expect((await factsOf(one.id, until))[2]).toBeNull();
  });
});

it('members are exported as the list shows them, whatever is asked of it', async () => {
  const evil = await desk.agency('=苏州丙商标事务所');
  await desk.call(desk.secretary, 'admitMember', { body: { agencyId: evil.id, joinedOn: '2026-01-11' } });
  const today = { ...desk.test.system(), actor: desk.officer.actor };
  const seen: number[] = [];
  for (const filter of [{}, { standing: 'member' }, { standing: 'left' }, { q: '丙商标' }] as const) {
    const query = { page: 1, pageSize: 100, ...filter };
    const { items } = await desk.call(desk.officer, 'listAssociationMembers', { query });
    const { content, fileName } = exportAssociationMembers(today, { ...filter, format: 'csv' });
    const lines = (await text(content as Readable)).trim().split('\r\n');
    expect(fileName).toMatch(/^协会会员-.*\.csv$/);
    expect(lines[0]).toMatch(/会员号,机构,机构代码/);
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 2))).toEqual(
      items.map((one) => [one.memberNo, one.name.replace(/^=/, "'=")]),
    );
    seen.push(items.length);
  }
  const [all, members, left, named] = seen as [number, number, number, number];
  expect(members + left).toBe(all);
  expect([members > 0, left > 0, named]).toEqual([true, true, 1]);
});
