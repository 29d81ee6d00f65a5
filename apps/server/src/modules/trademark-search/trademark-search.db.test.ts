import { Readable } from 'node:stream';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importsModule } from '../../platform/imports/imports.module.ts';
import { csv, runImport, runUndo } from '../../platform/imports/testing/run-import.ts';
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { ipRightsModule, rightsPort } from '../ip-rights/index.ts';
import { createPartiesModule } from '../parties/index.ts';
import { keepMarkPicture, removeMarkPicture } from './commands/keep-mark-picture.ts';
import { findPriorRights, searchMarks, seedDemoPictures, trademarkSearchModule } from './index.ts';
import { adviseOnFiling } from './queries/advise-on-filing.ts';
import { searchUploadedPicture } from './queries/search-picture.ts';
import { readMarkPicture } from './queries/show-picture.ts';
import { downloadClearance } from './report/download-clearance.ts';

const FIRM = '苏州市吴江区恒力丝绸有限公司';
const ADDRESS = '江苏省苏州市吴江区盛泽镇西二环路1号';
const HEADER = [
  '商标名称',
  '申请/注册号',
  '国际分类',
  '申请日期',
  '申请人名称（中文）',
  '申请人地址（中文）',
  '初审公告日期',
  '注册公告日期',
  '专用权期限',
  '商标状态',
  '商品/服务项目',
  '类似群',
];
interface Mark {
  readonly name: string;
  readonly no: string;
  readonly niceClass?: string;
  readonly groups?: string;
  readonly owner?: string;
  readonly until?: string;
}
const row = ({ name, no, niceClass = '25', groups = '2501', owner = FIRM, until = '2033年05月20日' }: Mark) => [
  name,
  no,
  niceClass,
  '2011-11-01',
  owner,
  ADDRESS,
  '2013-02-20',
  '2013-05-21',
  `2013年05月21日至${until}`,
  '商标已注册',
  '服装',
  groups,
];
const MARKS: readonly Mark[] = [
  { name: '锦绣江南', no: '10000001' },
  { name: '锦绣江南', no: '10000001', niceClass: '24', groups: '2401' },
  { name: '锦秀江南', no: '10000002', niceClass: '9', groups: '0901', owner: '王小明' },
  { name: 'APPLE', no: '10000003' },
  { name: '太湖雪', no: '10000004', until: '2015年05月20日' },
];

let test: TestDatabase;
let firm: string;

beforeAll(async () => {
  test = await openTestDatabase([
    importsModule,
    createPartiesModule(rightsPort),
    ipRightsModule,
    trademarkSearchModule,
  ]);
  const ctx = test.system();
  await runImport(ctx, {
    name: '登记.csv',
    kind: 'market-register',
    content: csv(
      ['企业名称', '统一社会信用代码', '企业类型', '经营状态', '成立日期', '注册地址'],
      [FIRM, '91320509MA1ABCDE8U', '有限责任公司', '存续', '2010-01-01', ADDRESS],
    ),
  });
  await runImport(ctx, { name: 'tm.csv', content: csv(HEADER, ...MARKS.map(row)) });
  const { rows } = await sql<{ id: string }>`select id from parties.party where name = ${FIRM}`.execute(ctx.db);
  firm = rows[0]?.id as string;
});
afterAll(() => test?.close());

const found = async (text: string, more: object = {}) => {
  const answer = await searchMarks(test.system(), { text, ...more });
  return answer.hits.filter(({ level }) => level !== 'far').map(({ registrationNo, level }) => [registrationNo, level]);
};

describe('search by text', () => {
  it('groups the classes of a registration, with reasons, goods, owner and state', async () => {
    const answer = await searchMarks(test.system(), { text: '錦繡江南', classes: [25] });
    expect(answer).toMatchObject({ verdict: 'identical', counts: { identical: 1, near: 1, arguable: 0 } });
    const [same, near] = answer.hits;
    expect(same).toMatchObject({ registrationNo: '10000001', level: 'identical', kinds: ['same'] });
    expect(same?.classes.map(({ niceClass, status }) => [niceClass, status])).toEqual([
      [24, 'registered'],
      [25, 'registered'],
    ]);
    expect(same?.goods).toMatchObject({ kind: 'same-class', niceClass: 25 });
    expect(same?.owners).toEqual([{ name: FIRM, partyId: firm }]);
    expect(near).toMatchObject({ registrationNo: '10000002', level: 'near', goods: { kind: 'related-class' } });
    expect(near?.reasons).toContain('读音相同');
    expect(near?.kinds).toContain('sound');
  });

  it('filters by class, similar group and state, and leaves out what it is told to', async () => {
    expect(await found('锦绣江南', { classes: [25], goods: 'same' })).toEqual([['10000001', 'identical']]);
    const byGroup = await searchMarks(test.system(), { text: '锦绣江南', groups: ['2501'] });
    expect(byGroup.hits[0]?.goods?.kind).toBe('same-group');
    expect(await found('太湖雪')).toEqual([]);
    expect(await found('太湖雪', { state: 'all' })).toEqual([['10000004', 'identical']]);
    expect(await found('锦绣江南', { exclude: ['10000001'] })).toEqual([['10000002', 'near']]);
    expect(await found('苹果')).toEqual([['10000003', 'near']]);
  });

  it('says calmly that there is nothing close, and that there is nothing to compare', async () => {
    const nothing = await searchMarks(test.system(), { text: '鹏程万里' });
    expect([nothing.verdict, nothing.register.marks]).toEqual(['clear', MARKS.length]);
    for (const text of ['', '😀', '\ue000\ue001', '\u202e', '！？']) {
      const answer = await searchMarks(test.system(), { text });
      expect([text, answer.verdict, answer.hits]).toEqual([text, 'none', []]);
      expect(answer.notices.length).toBeGreaterThan(0);
    }
    const odd = async (text: string) => (await searchMarks(test.system(), { text })).hits[0]?.registrationNo;
    expect(await odd('\u202e锦\u200d绣江南')).toBe('10000001');
    expect(await odd('аррlе')).toBe('10000003');
    expect((await searchMarks(test.system(), { text: '锦'.repeat(300) })).notices[0]?.code).toBe('cut');
  });

  it('follows the register: a mark of an import is found, and no more once it is undone', async () => {
    expect(await found('恒力星辰')).toEqual([]);
    const done = await runImport(test.system(), {
      name: 'more.csv',
      content: csv(HEADER, row({ name: '恒力星辰', no: '10000009' })),
    });
    expect(await found('恒力新辰')).toEqual([['10000009', 'near']]);
    await runUndo(test.system(), done.id);
    expect(await found('恒力新辰')).toEqual([]);
  });

  it('tells readers outside the scope what the gazette tells, and masks persons', async () => {
    const stranger = await test.as('enterprise', 'party', '018f0000-0000-7000-8000-000000000001');
    const answer = await searchMarks(stranger, { text: '锦绣江南' }, 'actor');
    expect(answer.hits.flatMap(({ classes }) => classes.map(({ id }) => id))).toEqual([null, null, null]);
    expect(answer.hits.flatMap(({ owners }) => owners.map(({ partyId }) => partyId))).toEqual([null, null]);
    const person = answer.hits.find(({ registrationNo }) => registrationNo === '10000002')?.owners[0]?.name;
    expect(person).toMatch(/^王\*+$|^王某|^王.*[*＊某]/);
    const own = await searchMarks(await test.as('enterprise', 'party', firm), { text: '锦绣江南' }, 'actor');
    expect(own.hits[0]?.classes[0]?.id).not.toBeNull();
  });
});

describe('other prior rights', () => {
  const hitsOf = async (text: string, party?: string) => {
    const { groups } = await findPriorRights(test.system(), { text, party }, 'public');
    return groups.map(({ kind, hits }) => [kind, hits.map(({ name, level }) => [name, level])]);
  };

  it('are trade names of enterprises but one’s own, and geographical indications', async () => {
    const { db, district } = test.system();
    await sql`insert into ip_rights.gi (district, id, record_key, name, channel)
      values (${district}, ${firm}, '香青菜', '吴江香青菜', 'product')`.execute(db);
    expect(await hitsOf('恒力')).toEqual([
      ['trade-name', [[FIRM, 'identical']]],
      ['geographical-indication', []],
    ]);
    expect(await hitsOf('恆 力')).toEqual(await hitsOf('恒力'));
    expect((await hitsOf('恒力', firm))[0]).toEqual(['trade-name', []]);
    expect((await hitsOf('吴江香青菜大王'))[1]).toEqual(['geographical-indication', [['吴江香青菜', 'near']]]);
    expect(await hitsOf('鹏程万里')).toEqual([
      ['trade-name', []],
      ['geographical-indication', []],
    ]);
    expect(await hitsOf('😀')).toEqual(await hitsOf('鹏程万里'));
  });

  it('carry their article, and a link for who may open the record alone', async () => {
    const linked = async (who: Awaited<ReturnType<TestDatabase['as']>>) =>
      (await findPriorRights(who, { text: '恒力' }, 'actor')).groups[0]?.hits[0]?.partyId;
    const stranger = await test.as('enterprise', 'party', '018f0000-0000-7000-8000-000000000001');
    expect([await linked(await test.as('ip-officer')), await linked(stranger)]).toEqual([firm, null]);
    const { groups, searched } = await findPriorRights(test.system(), { text: '恒力' }, 'public');
    expect(groups.map(({ article }) => article)).toEqual([
      '《商标法》（2019年修正）第三十二条',
      '《商标法》（2019年修正）第十六条第一款',
    ]);
    expect(groups[0]?.hits[0]?.partyId).toBeNull();
    expect(searched).toMatchObject({ parties: 1, indications: 1 });
  });
});

describe('the report before filing', () => {
  it('is made in both forms', async () => {
    const officer = await test.as('ip-officer');
    const question = { text: '锦绣江南', classes: [25], party: firm };
    const pdf = await downloadClearance(officer, { ...question, format: 'pdf' });
    expect((pdf.content as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.fileName).toBe('商标近似查询报告-锦绣江南-2026-11-22.pdf');
    const docx = await downloadClearance(officer, { ...question, text: '<a>&\u0000😀', format: 'docx' });
    expect((docx.content as Buffer).subarray(0, 2).toString()).toBe('PK');
  });

  it('knows the filings of one’s own enterprise alone', async () => {
    const own = await test.as('enterprise', 'party', firm);
    expect(await adviseOnFiling(own, { text: '锦绣', party: firm })).toMatchObject({
      applicant: FIRM,
      facts: { filings: 0, classes: 0, living: 3, used: 0 },
      hints: [],
    });
    const other = await test.as('enterprise', 'party', '018f0000-0000-7000-8000-000000000001');
    await expect(adviseOnFiling(other, { text: '锦绣', party: firm })).rejects.toMatchObject({
      code: 'platform.not-found',
    });
  });
});

const svg = (body: string, size = 120) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="${size}" height="${size}"><rect width="100" height="100" fill="#fff"/>${body}</svg>`,
  );
const MOON = '<path d="M60 10 A40 40 0 1 0 90 60 A32 32 0 1 1 60 10Z"/>';
const upload = (content: Buffer, fields: Record<string, string> = {}) => ({
  fileName: '../logo.svg',
  mediaType: 'image/svg+xml',
  content: Readable.from([content]),
  fields,
});
const CN = (registrationNo: string) => ({ country: 'CN', registrationNo });

describe('search by picture', () => {
  it('finds a kept picture turned and framed, with regions, until it is taken away', async () => {
    const officer = await test.as('ip-officer');
    await keepMarkPicture(officer, CN('10000001'), upload(svg(MOON), { vienna: '01.07.06 x' }));
    const turned = upload(svg(`<g transform="rotate(140 50 50)">${MOON}</g>`));
    const answer = await searchUploadedPicture(officer, turned);
    expect(answer).toMatchObject({ register: { marks: 1 }, hits: [{ registrationNo: '10000001', name: '锦绣江南' }] });
    expect(answer.hits[0]?.regions.length).toBeGreaterThan(0);
    expect(['identical', 'near']).toContain(answer.verdict);
    const other = await searchUploadedPicture(officer, upload(svg(MOON), { classes: '9', goods: 'same' }));
    expect(other).toMatchObject({ verdict: 'clear', hits: [] });
    const kept = await readMarkPicture(officer, CN('10000001'));
    expect(kept.mediaType).toBe('image/png');
    await removeMarkPicture(officer, CN('10000001'));
    expect((await searchUploadedPicture(officer, upload(svg(MOON)))).hits).toEqual([]);
    await expect(readMarkPicture(officer, CN('10000001'))).rejects.toMatchObject({ code: 'platform.not-found' });
  });

  it('refuses what is no harmless picture, each with its own sentence, and takes CMYK and animations', async () => {
    const officer = await test.as('ip-officer');
    const code = (bytes: Buffer) =>
      searchUploadedPicture(officer, upload(bytes)).then(
        () => undefined,
        (error: { code: string }) => error.code,
      );
    expect(await code(Buffer.alloc(0))).toBe('trademark-search.picture.empty');
    expect(await code(Buffer.from('%PDF-1.7'))).toBe('trademark-search.picture.not-a-picture');
    expect(await code(svg(MOON, 30_000))).toBe('trademark-search.picture.too-large');
    expect(await code(svg('<script>alert(1)</script>'))).toBe('trademark-search.picture.active-content');
    expect(await code(svg('<image href="file:///etc/passwd"/>'))).toBe('trademark-search.picture.active-content');
    expect(await code(svg(''))).toBe('trademark-search.picture.blank');
    const cmyk = await sharp(svg(MOON)).toColourspace('cmyk').tiff().toBuffer();
    expect(await code(cmyk)).toBeUndefined();
    const frame = await sharp(svg(MOON)).png().toBuffer();
    const animated = await sharp([frame, frame], { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await code(animated)).toBeUndefined();
  });

  it('of the demo is invented and kept once', async () => {
    const officer = await test.as('ip-officer');
    const kept = await seedDemoPictures(officer);
    expect(kept).toBeGreaterThan(0);
    expect(await seedDemoPictures(officer)).toBe(0);
    expect((await searchUploadedPicture(officer, upload(svg(MOON)))).register.marks).toBe(kept);
  });

  it('is kept for registrations of the register alone', async () => {
    const officer = await test.as('ip-officer');
    await expect(keepMarkPicture(officer, CN('99999999'), upload(svg(MOON)))).rejects.toMatchObject({
      code: 'platform.not-found',
    });
  });
});
