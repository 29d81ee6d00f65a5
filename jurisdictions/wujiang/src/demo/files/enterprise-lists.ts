import { findIndustry } from '../../industries.ts';
import { findZoneOfTown, getTown } from '../../places.ts';
import { spoilUscc } from '../codes.ts';
import { DEMO_MARK, type DemoContext, mention, noteFault, openDemoXlsx, partiesWith } from '../context.ts';
import { addYears, dayOf, isoOf, yearOf } from '../days.ts';
import { FLAG } from '../holders.ts';
import type { DemoFile } from '../manifest.ts';
import type { Party } from '../population.ts';
import { permutation, type Rng } from '../random.ts';

const BATCH_DAYS = ['2023-11-06', '2023-12-13', '2024-11-06', '2024-12-16', '2025-11-18', '2025-12-19'].map(dayOf);
const FIELDS = ['电子信息', '先进制造与自动化', '新材料', '新能源与节能', '资源与环境', '高技术服务'];

/** Departments write the zone for some towns, the town for others. */
export function placeOf(townCode: string, rng: Rng): string {
  const zone = findZoneOfTown(townCode);
  return zone && rng.chance(0.5) ? zone.planName : getTown(townCode).name;
}

/** The code as a department lists it: mostly right, sometimes missing, seldom mistyped. */
export async function listedUscc(ctx: DemoContext, file: string, party: Party, rng: Rng): Promise<string> {
  if (rng.chance(0.06)) return '';
  if (!rng.chance(0.004)) return party.uscc;
  await noteFault(ctx, file, party.uscc, 'wrong-uscc-check');
  return spoilUscc(party.uscc);
}

export function technicalField(party: Party): string {
  const { industry } = party.profile;
  if (/^39|^65/.test(industry)) return FIELDS[0] ?? '';
  if (/^3[4-8]/.test(industry)) return FIELDS[1] ?? '';
  return /^(?:17|28|29)/.test(industry) ? (FIELDS[2] ?? '') : (FIELDS[party.index % 3 === 0 ? 4 : 5] ?? '');
}

export async function writeHighTech(ctx: DemoContext): Promise<DemoFile> {
  const file = '10-高新技术企业名单（演示数据）.xlsx';
  const serial = permutation(11, 'high-tech-serial', 1_000_000);
  const book = await openDemoXlsx(ctx, file);
  const sheet = await book.sheet('有效高企', ['A1:H1']);
  await sheet.row([`吴江区有效期内高新技术企业名单（${DEMO_MARK}）`]);
  await sheet.row([
    '序号',
    '企业名称',
    '统一社会信用代码',
    '证书编号',
    '发证日期',
    '有效期至',
    '技术领域',
    '所属镇(区)',
  ]);
  let rows = 0;
  for (const party of partiesWith(ctx, FLAG.highTech)) {
    const rng = ctx.population.rng('high-tech', party.index);
    const suited = BATCH_DAYS.filter((day) => day > addYears(party.establishedOn, 1));
    const issuedOn = suited.length > 0 ? rng.pick(suited) : (BATCH_DAYS.at(-1) ?? 0);
    const name = await mention(ctx, { party }, { file, key: party.uscc, role: 'subject', position: 0 }, rng);
    const code = await listedUscc(ctx, file, party, rng);
    const certificate = `GR${yearOf(issuedOn)}32${String(serial(party.index)).padStart(6, '0')}`;
    const until = addYears(issuedOn, 3) - 1;
    const place = placeOf(party.townCode, rng);
    const waiting = sheet.row([
      ++rows,
      name,
      code,
      certificate,
      { day: issuedOn },
      { day: until },
      technicalField(party),
      place,
    ]);
    if (waiting) await waiting;
  }
  await sheet.close();
  await book.close();
  return {
    file,
    kind: 'high-tech',
    sender: '区科技局',
    encoding: 'xlsx',
    rows,
    note: '首行标题；日期为 Excel 日期；含 2026-11-05 起陆续到期者',
  };
}

export async function writeAboveScale(ctx: DemoContext): Promise<DemoFile> {
  const file = '11-规模以上工业企业名单（演示数据）.xlsx';
  const book = await openDemoXlsx(ctx, file);
  const sheet = await book.sheet('规上工业2026', ['A1:H1', 'A2:H2']);
  await sheet.row([`2026 年吴江区规模以上工业企业名单（${DEMO_MARK}）`]);
  await sheet.row(['单位：万元、人']);
  await sheet.row([
    '序号',
    '单位名称',
    '统一社会信用代码',
    '行业代码',
    '行业名称',
    '主营业务收入(万元)',
    '从业人数',
    '所属镇',
  ]);
  let rows = 0;
  for (const party of partiesWith(ctx, FLAG.aboveScale)) {
    const rng = ctx.population.rng('above-scale', party.index);
    const revenue = Math.round(2000 + party.capital * (1 + rng.next() * 9));
    const name = await mention(ctx, { party }, { file, key: party.uscc, role: 'subject', position: 0 }, rng);
    const code = await listedUscc(ctx, file, party, rng);
    const { industry } = party.profile;
    const town = rng.chance(0.5) ? getTown(party.townCode).name : getTown(party.townCode).shortName;
    const waiting = sheet.row([++rows, name, code, industry, findIndustry(industry)?.name, revenue, party.staff, town]);
    if (waiting) await waiting;
  }
  await sheet.close();
  await book.close();
  return {
    file,
    kind: 'above-scale',
    sender: '区统计局',
    encoding: 'xlsx',
    rows,
    note: '表头在第三行，前两行为合并的标题和单位',
  };
}

type Certificate = { standard: string; issuedOn: number; until: number; status: string; dead: boolean };

function certificateOf(ctx: DemoContext, rng: Rng): Certificate {
  const { asOf } = ctx;
  const group = rng.weighted([54, 18, 16, 7, 5]);
  if (group === 0) {
    const issuedOn = asOf - rng.between(20, 1000);
    return { standard: 'GB/T 29490-2023', issuedOn, until: addYears(issuedOn, 3) - 1, status: '有效', dead: false };
  }
  if (group === 1) {
    const issuedOn = dayOf('2024-12-20') - rng.between(0, 420);
    return { standard: 'GB/T 29490-2013', issuedOn, until: addYears(issuedOn, 3) - 1, status: '有效', dead: true };
  }
  if (group === 2) {
    const issuedOn = dayOf('2022-10-01') - rng.between(0, 1400);
    return { standard: 'GB/T 29490-2013', issuedOn, until: addYears(issuedOn, 3) - 1, status: '过期失效', dead: false };
  }
  const issuedOn = asOf - rng.between(300, 900);
  const status = group === 3 ? '暂停' : rng.pick(['撤销', '注销']);
  return { standard: 'GB/T 29490-2023', issuedOn, until: addYears(issuedOn, 3) - 1, status, dead: false };
}

export async function writeStandardCertificates(ctx: DemoContext): Promise<DemoFile> {
  const file = '12-贯标认证证书（演示数据）.xlsx';
  const book = await openDemoXlsx(ctx, file);
  const sheet = await book.sheet('贯标证书');
  await sheet.row([
    '企业名称',
    'USCC',
    '认证标准',
    '证书编号',
    '认证机构',
    '颁证日',
    '有效期至',
    '证书状态',
    '覆盖范围',
  ]);
  let rows = 0;
  const likely = (party: Party): number => (party.highTech ? 0.55 : party.aboveScale ? 0.34 : 0.01);
  for (const party of partiesWith(ctx, FLAG.liveFirm)) {
    const rng = ctx.population.rng('standard', party.index);
    if (!rng.chance(likely(party))) continue;
    const { standard, issuedOn, until, status, dead } = certificateOf(ctx, rng);
    const number = `演示IPMS${yearOf(issuedOn)}-${String(party.index).padStart(6, '0')}`;
    const name = await mention(ctx, { party }, { file, key: number, role: 'subject', position: 0 }, rng);
    if (dead) await noteFault(ctx, file, number, 'dead-standard-shown-valid');
    const written = rng.chance(0.15) ? standard.replace('GB/T ', 'GB/T') : standard;
    const body = rng.pick(['示例认证（江苏）有限公司', '示例知识产权认证中心']);
    const code = await listedUscc(ctx, file, party, rng);
    const scope = `${party.profile.trades[0] ?? ''}的研发、生产、销售的知识产权管理`;
    rows++;
    const waiting = sheet.row([name, code, written, number, body, isoOf(issuedOn), isoOf(until), status, scope]);
    if (waiting) await waiting;
  }
  await sheet.close();
  await book.close();
  return {
    file,
    kind: 'standard-certificates',
    sender: '区市监局知识产权促进科',
    encoding: 'xlsx',
    rows,
    note: '部分 2013 版证书仍写「有效」，自 2026-01-01 起应视为无效',
  };
}
