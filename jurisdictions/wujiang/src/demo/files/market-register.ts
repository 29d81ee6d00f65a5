import { computeRegistrationCheck } from '@jince/identifiers';
import { findIndustry } from '../../industries.ts';
import { getTown } from '../../places.ts';
import { spoilUscc } from '../codes.ts';
import { DEMO_MARK, type DemoContext, noteFault, openDemoCsv, openDemoXlsx } from '../context.ts';
import { chineseDate, compactDate, isoOf, slashDate } from '../days.ts';
import type { DemoFile } from '../manifest.ts';
import type { PartyKind } from '../party-name.ts';
import type { Party } from '../population.ts';
import { permutation, type Rng } from '../random.ts';
import type { Cell, RowWriter } from '../row-writer.ts';

const BUREAU_COLUMNS = [
  '序号',
  '企业名称',
  '统一社会信用代码',
  '市场主体类型',
  '企业类型',
  '登记状态',
  '成立日期',
  '核准日期',
  '法定代表人',
  '注册资本',
  '经营范围',
  '注册地址',
  '所属镇',
  '行业代码(GB/T 4754)',
  '所属行业',
  '登记机关',
  '联系电话',
];

const OWN_SCOPES: Partial<Record<PartyKind, string>> = {
  school: '实施初中义务教育',
  university: '本科学历教育；科学研究、技术服务',
  institute: '应用技术研究、成果转化、技术服务',
  bank: '吸收公众存款；发放贷款；办理结算',
  insurer: '财产保险业务；知识产权保险',
  agency: '专利代理；商标代理；知识产权咨询服务',
};

function scopeOf(party: Party): string {
  const own = OWN_SCOPES[party.kind];
  if (own !== undefined) return own;
  const industry = findIndustry(party.profile.industry);
  const goods = [...new Set([...party.profile.trades, ...(industry?.keywords ?? [])])].slice(0, 5).join('、');
  if (party.kind === 'cooperative')
    return `组织成员开展${goods}；组织采购、供应成员所需的生产资料；组织收购、销售成员产品`;
  const verb = /^(?:5|6|7)/.test(party.profile.industry) ? '销售、服务' : '研发、生产、销售';
  return `${goods}${verb}；自营和代理各类商品及技术的进出口业务。（依法须经批准的项目，经相关部门批准后方可开展经营活动）`;
}

function clerkSees(kind: PartyKind): string {
  if (kind === 'individual') return '个体工商户';
  if (kind === 'cooperative') return '农民专业合作社';
  return kind === 'school' || kind === 'university' || kind === 'institute' ? '其他组织' : '企业';
}

function money(party: Party, rng: Rng): string {
  const { capital } = party;
  return rng.pick([
    `${capital}万人民币`,
    `${capital}万元人民币`,
    `${capital}.00万元`,
    String(capital),
    `${capital}万人民币`,
  ]);
}

/** Registers are not tidy: most dates are dates, some are text of several shapes. */
function writtenDate(party: Party, rng: Rng): Cell {
  const day = party.establishedOn;
  return rng.pick([{ day }, { day }, { day }, { day }, isoOf(day), slashDate(day), compactDate(day), chineseDate(day)]);
}

async function bureauRow(ctx: DemoContext, file: string, party: Party, number: number): Promise<Cell[]> {
  const rng = ctx.population.rng('register-row', party.index);
  let uscc = party.uscc;
  if (rng.chance(0.002)) {
    uscc = spoilUscc(uscc);
    await noteFault(ctx, file, uscc, 'wrong-uscc-check');
  }
  let establishedOn = writtenDate(party, rng);
  if (rng.chance(0.001)) {
    establishedOn = rng.pick(['2019-02-30', '2031-06-31', '0000-00-00']);
    await noteFault(ctx, file, uscc, 'impossible-date');
  }
  let status: string = party.status;
  if (rng.chance(0.004)) {
    status = rng.pick(['待核实', '开业（其他）', '列入异常?']);
    await noteFault(ctx, file, uscc, 'unknown-status');
  }
  const empty = () => rng.pick(['-', '--', '/', '无', '']);
  const industry = findIndustry(party.profile.industry);
  return [
    number,
    rng.chance(0.03) ? `${party.name} ` : party.name,
    uscc,
    clerkSees(party.kind),
    party.legalForm,
    status,
    establishedOn,
    party.formerNames.at(-1)
      ? { day: party.formerNames.at(-1)?.until ?? 0 }
      : rng.chance(0.3)
        ? empty()
        : isoOf(ctx.asOf - rng.between(30, 900)),
    `${party.parts.brand[0]}**`,
    money(party, rng),
    scopeOf(party),
    party.address,
    rng.chance(0.05) ? empty() : rng.chance(0.9) ? getTown(party.townCode).name : getTown(party.townCode).shortName,
    party.profile.industry,
    rng.chance(0.02) ? empty() : (industry?.name ?? ''),
    '苏州市吴江区市场监督管理局',
    rng.chance(0.2) ? empty() : `0512-0000${String(rng.int(10_000)).padStart(4, '0')}`,
  ];
}

/** Writes the parties of some kinds in a mixed order, a few of them twice. */
async function writeParties(
  ctx: DemoContext,
  file: string,
  out: RowWriter,
  wanted: (party: Party) => boolean,
): Promise<number> {
  const shuffle = permutation(7, `register-order-${file}`, ctx.population.size);
  let rows = 0;
  for (let i = 0; i < ctx.population.size; i++) {
    const party = ctx.population.party(shuffle(i));
    if (!wanted(party)) continue;
    const cells = await bureauRow(ctx, file, party, ++rows);
    const waiting = out.row(cells);
    if (waiting) await waiting;
    if (ctx.population.rng('register-twice', party.index).chance(0.003)) {
      await out.row([++rows, ...cells.slice(1)]);
      await noteFault(ctx, file, party.uscc, 'duplicate-row');
    }
  }
  return rows;
}

export async function writeBureauRegister(ctx: DemoContext): Promise<DemoFile> {
  const file = '01-市场主体登记表（演示数据）.xlsx';
  const book = await openDemoXlsx(ctx, file);
  const notes = await book.sheet('说明');
  await notes.row([`本表为${DEMO_MARK}，由程序按固定种子生成`]);
  await notes.row(['导出单位：苏州市吴江区市场监督管理局（演示）']);
  await notes.close();
  const sheets: [string, (party: Party) => boolean][] = [
    ['企业', (party) => !['cooperative', 'individual', 'school', 'university', 'institute'].includes(party.kind)],
    ['个体工商户', (party) => party.kind === 'individual'],
    ['事业单位', (party) => ['school', 'university', 'institute'].includes(party.kind)],
  ];
  let rows = 0;
  for (const [name, wanted] of sheets) {
    const sheet = await book.sheet(name, ['A1:Q1']);
    await sheet.row([`吴江区市场主体登记信息——${name}（${DEMO_MARK}）`]);
    await sheet.row(BUREAU_COLUMNS);
    rows += await writeParties(ctx, file, sheet, wanted);
    await sheet.close();
  }
  await book.close();
  return {
    file,
    kind: 'market-register',
    sender: '区市监局登记注册科',
    encoding: 'xlsx',
    rows,
    note: '首页为说明；各页首行为标题，第二行为表头',
  };
}

export async function writeCooperatives(ctx: DemoContext): Promise<DemoFile> {
  const file = '02-农民专业合作社（演示数据）.csv';
  const out = await openDemoCsv(ctx, file, 'gbk');
  await out.row(BUREAU_COLUMNS);
  const rows = await writeParties(ctx, file, out, (party) => party.kind === 'cooperative');
  await out.close();
  return {
    file,
    kind: 'market-register',
    sender: '区市监局登记注册科',
    encoding: 'gbk',
    rows,
    note: 'GBK 编码，无标题行',
  };
}

const VENDOR_COLUMNS = [
  '企业名称',
  '英文名称',
  '统一社会信用代码',
  '企业类型',
  '经营状态',
  '成立日期',
  '核准日期',
  '法定代表人',
  '注册资本',
  '实缴资本',
  '参保人数',
  '公司规模',
  '经营范围',
  '注册地址',
  '纳税人识别号',
  '工商注册号',
  '组织机构代码',
  '曾用名',
  '所属省份',
  '所属城市',
  '所属区县',
  '网站链接',
  '所属行业',
  '登记机关',
  '进出口企业代码',
];

function vendorRow(ctx: DemoContext, party: Party): Cell[] {
  const rng = ctx.population.rng('vendor-row', party.index);
  const industry = findIndustry(party.profile.industry);
  const number = `3205842${String(party.index % 10_000_000).padStart(7, '0')}`;
  const old = party.establishedOn < 16_700;
  return [
    party.name,
    '-',
    party.uscc,
    party.legalForm,
    party.status,
    isoOf(party.establishedOn),
    party.formerNames.at(-1) ? isoOf(party.formerNames.at(-1)?.until ?? 0) : '-',
    `${party.parts.brand[0]}**`,
    `${party.capital}万人民币`,
    rng.chance(0.4) ? '-' : `${Math.round(party.capital * 0.7)}万人民币`,
    party.staff,
    party.staff > 1000 ? '大型' : party.staff > 300 ? '中型' : party.staff > 20 ? '小型' : '微型',
    scopeOf(party),
    party.address,
    party.uscc,
    old ? number + computeRegistrationCheck(number) : '-',
    `${party.uscc.slice(8, 16)}-${party.uscc.slice(16, 17)}`,
    party.formerNames.length > 0 ? party.formerNames.map((former) => former.name).join('；') : '-',
    '江苏省',
    '苏州市',
    '吴江区',
    '-',
    industry?.divisionName ?? '-',
    '苏州市吴江区市场监督管理局',
    party.exporter ? `32${party.uscc.slice(8, 16)}` : '-',
  ];
}

export async function writeVendorRegister(ctx: DemoContext): Promise<DemoFile> {
  const file = '03-企业查询导出（演示数据）.xlsx';
  const book = await openDemoXlsx(ctx, file);
  const sheet = await book.sheet('企业列表', ['A1:Y1']);
  await sheet.row([`企业列表导出  ${DEMO_MARK}`]);
  await sheet.row(VENDOR_COLUMNS);
  let rows = 0;
  for (let index = 0; index < ctx.population.size; index++) {
    const party = ctx.population.party(index);
    if (party.kind !== 'enterprise') continue;
    const chosen = party.formerNames.length > 0 || party.highTech || party.aboveScale;
    if (!chosen && !ctx.population.rng('vendor', index).chance(0.15)) continue;
    rows++;
    const waiting = sheet.row(vendorRow(ctx, party));
    if (waiting) await waiting;
  }
  await sheet.close();
  await book.close();
  return {
    file,
    kind: 'market-register',
    sender: '企业查询平台',
    encoding: 'xlsx',
    rows,
    note: '企查查式列；含曾用名、参保人数；与登记表部分重复',
  };
}
