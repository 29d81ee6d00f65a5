import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/errors.ts';
import { loadFacts } from '../../platform/facts/index.ts';
import { findThreats } from './jobs/find-threats.ts';
import { openPortfolioDesk, type PortfolioDesk } from './testing/portfolio-desk.ts';

const TODAY = '2026-11-23';
const PAPER = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
  'latin1',
);

let desk: PortfolioDesk;
let officer: Ctx;
let owner: Ctx;
let stranger: Ctx;
let liaison: Ctx;
let firm: string;
let rival: string;
let mark: string;
let grace: string;

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('nothing was refused');
  return error.code;
};

interface Award {
  readonly owner: string;
  readonly key: string;
  readonly title: string;
  readonly name: string;
  readonly grade: string | null;
  readonly year: number;
}

/** A patent of a firm with an award. */
async function award({ owner: holder, key, title, name, grade, year }: Award): Promise<void> {
  const { db, district } = desk.test.system();
  const [id, mention] = [uuidv7(), uuidv7()];
  await sql`insert into parties.mention (district, id, name, name_key, locality, decision, party_id)
    values (${district}, ${mention}, ${title}, ${mention}, '', 'auto', ${holder})`.execute(db);
  await sql`insert into ip_rights.patent (district, id, record_key, application_no, kind, title)
    values (${district}, ${id}, ${key}, ${key}, 'invention', ${title})`.execute(db);
  await sql`insert into ip_rights.patent_holder (district, patent_id, position, mention_id)
    values (${district}, ${id}, 1, ${mention})`.execute(db);
  await sql`insert into ip_rights.patent_award (district, record_key, patent_key, award, award_text, grade, year)
    values (${district}, ${key}, ${key}, 'other', ${name}, ${grade}, ${year})`.execute(db);
}

beforeAll(async () => {
  desk = await openPortfolioDesk();
  desk.at(TODAY);
  const [town = '', other = ''] = [...desk.test.system().services.jurisdiction.towns].map((one) => one.code);
  firm = await desk.party('甲丝绸公司', town);
  rival = await desk.party('乙服装公司', other);
  officer = await desk.test.as('ip-officer');
  owner = await desk.test.as('enterprise', 'party', firm);
  stranger = await desk.test.as('enterprise', 'party', rival);
  liaison = await desk.test.as('liaison', 'town', town);
  const given = { owner: firm, groups: ['2501'] };
  mark = await desk.mark({
    ...given,
    no: '30000001',
    niceClass: 25,
    name: '锦绣',
    status: 'registered',
    registeredOn: '2019-03-01',
  });
  grace = await desk.mark({
    ...given,
    no: '10000002',
    niceClass: 24,
    name: '锦绣',
    status: 'grace',
    registeredOn: '2016-08-01',
  });
  await desk.mark({
    ...given,
    no: '10000003',
    niceClass: 23,
    name: '旧标',
    status: 'lapsed',
    registeredOn: '2012-01-01',
  });
  await desk.mark({
    owner: rival,
    no: '80000001',
    niceClass: 25,
    name: '锦秀',
    status: 'preliminary',
    preliminaryOn: '2026-10-20',
    groups: ['2501'],
  });
  await desk.mark({
    owner: rival,
    no: '80000002',
    niceClass: 1,
    name: '锦秀',
    status: 'preliminary',
    preliminaryOn: '2026-10-20',
  });
});
afterAll(() => desk?.close());

const keep = (who: Ctx, id: string, until = '2026-10-01') =>
  desk.call(who, 'addUseEvidence', {
    body: { id, partyId: firm, trademarkIds: [mark], kind: 'contract', from: '2026-09-01', until, goods: ['服装'] },
  });
const life = (who: Ctx, id = mark) => desk.call(who, 'getMarkLife', { params: { id } });

describe('what falls due', () => {
  it('is counted as it is listed, within the reach of the actor', async () => {
    const figures = await desk.call(officer, 'getDueFigures');
    for (const { bucket, count } of figures.total) {
      const list = await desk.call(officer, 'listDueMarks', { query: { bucket } });
      expect([bucket, list.total]).toEqual([bucket, count]);
    }
    expect(Object.fromEntries(figures.total.map((one) => [one.bucket, one.count]))).toMatchObject({
      grace: 1,
      exposed: 2,
      preliminary: 2,
    });
    expect((await desk.call(stranger, 'listDueMarks', { query: { bucket: 'grace' } })).total).toBe(0);
    expect((await desk.call(liaison, 'listDueMarks', { query: { bucket: 'grace' } })).total).toBe(1);
  });

  it('says the last day with steps and article', async () => {
    const { renewal } = await life(owner, grace);
    expect(renewal).toMatchObject({ from: '2026-08-01', dueOn: '2027-02-01', article: '商标法(2019)第40条' });
    expect(renewal?.steps.length).toBeGreaterThan(1);
    expect(await refusal(life(stranger, grace))).toBe('platform.not-found');
  });
});

describe('the locker', () => {
  it('counts from its first file on, for the register and its facts, and no more when withdrawn', async () => {
    const id = uuidv7();
    expect((await life(owner)).coverage).toMatchObject({ exposed: true, lastUsedOn: null });
    await keep(owner, id);
    expect((await life(owner)).coverage?.exposed).toBe(true);
    const file = { name: '../合同.pdf', bytes: PAPER };
    await desk.call(owner, 'addUseFile', { params: { id }, file });
    await desk.call(owner, 'addUseFile', { params: { id }, file });
    const after = await life(officer);
    expect(after.coverage).toMatchObject({ exposed: false, lastUsedOn: '2026-10-01', exposedFrom: '2029-10-01' });
    expect(after.evidence?.[0]?.files.map((one) => one.fileName)).toEqual(['合同.pdf']);
    expect((await desk.call(officer, 'listDueMarks', { query: { bucket: 'exposed' } })).total).toBe(1);
    const inRegister = sql<{ n: number }>`select count(*)::int as n from ip_rights.trademark_use`;
    const { db } = desk.test.system();
    expect((await inRegister.execute(db)).rows[0]?.n).toBe(1);

    const bundle = await desk.call(owner, 'exportUseBundle', { params: { id: mark } });
    const bytes = Buffer.isBuffer(bundle.content) ? bundle.content : await buffer(bundle.content);
    for (const name of ['目录.docx', '目录.pdf', '001-1-合同.pdf'])
      expect(bytes.includes(Buffer.from(name))).toBe(true);
    expect(bytes.includes(PAPER)).toBe(true);

    await desk.call(owner, 'withdrawUseEvidence', { params: { id }, body: { reason: '日期写错' } });
    expect((await inRegister.execute(db)).rows[0]?.n).toBe(0);
    expect((await life(owner)).coverage?.exposed).toBe(true);
    expect(await refusal(desk.call(owner, 'addUseFile', { params: { id }, file }))).toBe(
      'trademark-portfolio.use.withdrawn',
    );
  });

  it('is the owner’s alone: nobody else enters, reads or withdraws', async () => {
    const id = uuidv7();
    await keep(owner, id);
    await desk.call(owner, 'addUseFile', { params: { id }, file: { name: '照片.pdf', bytes: PAPER } });
    const fileId = (await life(owner)).evidence?.find((one) => one.id === id)?.files[0]?.id;
    const download = (who: Ctx) => desk.call(who, 'downloadUseFile', { params: { id, fileId } });
    expect((await download(officer)).fileName).toBe('照片.pdf');
    expect(await refusal(download(stranger))).toBe('platform.not-found');
    expect((await life(liaison)).evidence).toBeNull();
    expect((await life(liaison)).coverage?.exposed).toBe(false);
    expect(await refusal(keep(stranger, uuidv7()))).toBe('trademark-portfolio.use.not-own');
    expect(await refusal(keep(stranger, id))).toBe('trademark-portfolio.use.not-own');
    const withdraw = desk.call(stranger, 'withdrawUseEvidence', { params: { id }, body: { reason: '试试' } });
    expect(await refusal(withdraw)).toBe('platform.not-found');
    expect(await refusal(desk.call(stranger, 'exportUseBundle', { params: { id: mark } }))).toBe('platform.not-found');
  });

  it('refuses use to come, an end before its beginning, and programs', async () => {
    expect(await refusal(keep(owner, uuidv7(), '2026-11-24'))).toBe('trademark-portfolio.use.in-future');
    expect(await refusal(keep(owner, uuidv7(), '2026-08-01'))).toBe('trademark-portfolio.use.order');
    const id = uuidv7();
    await keep(owner, id);
    const program = { name: '合同.pdf', bytes: Buffer.from('MZ program') };
    expect(await refusal(desk.call(owner, 'addUseFile', { params: { id }, file: program }))).toBe(
      'trademark-portfolio.attachment.refused',
    );
  });
});

describe('oppositions', () => {
  it('finds close publications by sign and goods once, and keeps who decided what', async () => {
    const found = await findThreats(desk.test.system());
    expect(await findThreats(desk.test.system())).toBe(0);
    const { items } = await desk.call(owner, 'listThreats', {});
    expect(items.length).toBe(found);
    const pair = items.find((one) => one.publishedNo === '80000001' && one.own.id === mark);
    expect(pair).toMatchObject({ dueOn: '2027-01-20', straddles: true, byNewLaw: '2026-12-20', level: 'near' });
    expect(items.some((one) => one.publishedNo === '80000002')).toBe(false);
    expect((await desk.call(stranger, 'listThreats', {})).total).toBe(0);
    const decide = (who: Ctx) =>
      desk.call(who, 'decideThreat', {
        params: { id: pair?.id },
        body: { decision: 'oppose', reason: '商品相同，读音相同' },
      });
    expect(await refusal(decide(stranger))).toBe('platform.not-found');
    const waiting = async () => {
      const asked = { subject: 'trademark', ids: [mark], paths: ['openThreats', 'opposeBy'], asOf: '2026-11-24' };
      return (await loadFacts(desk.test.system(), { ...asked, everyone: true })).rows.get(mark);
    };
    expect(await waiting()).toMatchObject({ openThreats: 1, opposeBy: '2027-01-20' });
    await decide(owner);
    expect(await waiting()).toMatchObject({ openThreats: 0 });
    expect(await refusal(decide(officer))).toBe('trademark-portfolio.threat.decided');
    const decided = await desk.call(officer, 'listThreats', { query: { decided: 'true' } });
    expect(decided.items[0]).toMatchObject({ decision: 'oppose', reason: '商品相同，读音相同' });
  });

  it('refuses an opposition that comes too late, and a publication of the future', async () => {
    const body = { trademarkId: mark, publishedNo: '70000001', publishedClass: 25, publishedName: '锦绣坊' };
    const add = (publishedOn: string) => desk.call(owner, 'addThreat', { body: { ...body, publishedOn } });
    expect(await refusal(add('2026-12-01'))).toBe('trademark-portfolio.threat.in-future');
    const { id } = await add('2026-06-01');
    expect(await refusal(add('2026-06-01'))).toBe('trademark-portfolio.threat.twice');
    const decide = desk.call(owner, 'decideThreat', { params: { id }, body: { decision: 'oppose', reason: '近似' } });
    expect(await refusal(decide)).toBe('trademark-portfolio.threat.too-late');
  });
});

describe('brand and material', () => {
  it('shows the marks as a family with what threatens them', async () => {
    const brand = await desk.call(owner, 'getBrand', { params: { id: firm } });
    expect(brand.core).toBe('锦绣');
    expect(brand.members.map((one) => [one.niceClass, one.role]).toSorted()).toEqual([
      [24, 'defensive'],
      [25, 'core'],
    ]);
    expect(brand.risks.map((one) => one.kind)).toContain('grace');
    expect(await refusal(desk.call(stranger, 'getBrand', { params: { id: firm } }))).toBe('platform.not-found');
  });

  it('shows the awards of the patents of the enterprise alone', async () => {
    await award({ owner: firm, key: 'CN1', title: '一种提花织机', name: '中国专利奖', grade: '优秀奖', year: 2022 });
    await award({ owner: rival, key: 'CN2', title: '一种拉链', name: '江苏省专利奖', grade: null, year: 2023 });
    const { awards } = await desk.call(owner, 'getBrand', { params: { id: firm } });
    expect(awards.map(({ title, award: name, grade, year }) => [title, name, grade, year])).toEqual([
      ['一种提花织机', '中国专利奖', '优秀奖', 2022],
    ]);
  });

  it('counts an item when its proof is there, keeps to its owner, and is closed with its matter', async () => {
    const open = (who: Ctx) =>
      desk.call(who, 'openWellKnownFile', {
        body: { trademarkId: mark, partyId: firm, occasion: '某某侵权案', route: 'administrative' },
      });
    expect(await refusal(open(stranger))).toBe('platform.not-found');
    const { id } = await open(owner);
    const file = () => desk.call(officer, 'getWellKnownFile', { params: { id } });
    const sales = async () => (await file()).checklist.find((item) => item.code === 'sales');
    const entry = uuidv7();
    const body = { id: entry, item: 'sales', text: '江苏省销售', region: '江苏', amountFen: 1_000_000 };
    await desk.call(owner, 'addWellKnownEntry', { params: { id }, body });
    expect((await sales())?.have).toBe(false);
    await desk.call(owner, 'addWellKnownFilePart', { params: { id: entry }, file: { name: '审计.pdf', bytes: PAPER } });
    expect((await sales())?.have).toBe(true);
    expect((await file()).caution).toContain('不得');
    expect(await refusal(desk.call(stranger, 'getWellKnownFile', { params: { id } }))).toBe('platform.not-found');
    const index = await desk.call(owner, 'exportWellKnownFile', { params: { id }, query: { format: 'pdf' } });
    expect((index.content as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    await desk.call(owner, 'closeWellKnownFile', { params: { id }, body: { reason: '案件办结' } });
    expect(await refusal(desk.call(owner, 'removeWellKnownEntry', { params: { id: entry } }))).toBe(
      'trademark-portfolio.material.closed',
    );
  });
});
