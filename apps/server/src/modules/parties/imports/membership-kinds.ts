import { identifierProblemText, parseHighTechCertificate } from '@jince/identifiers';
import type { CheckContext, ImportKind } from '../../../platform/imports/import-kind.ts';
import type { RowReader } from '../../../platform/imports/row-reader.ts';
import { isMembershipValid } from '../domain/membership-validity.ts';
import { disciplineLists } from './discipline-lists.ts';
import { checker, field, kindOf } from './firm-list.ts';

const highTech = kindOf({
  kind: 'high-tech',
  zh: '高新技术企业名单',
  en: 'High-tech enterprises',
  describe: { zh: '科技部门的高新技术企业名单与证书', en: 'List of high-tech certificates' },
  signature: ['证书编号', '发证日期', '技术领域'],
  fields: [
    field(
      'certificateNo',
      '证书编号',
      'Certificate number',
      'identifier',
      ['高企证书编号', '高新技术企业证书编号', '证书号'],
      true,
    ),
    field('issuedOn', '发证日期', 'Issued', 'date', ['发证时间', '认定日期', '颁证日期']),
    field('expiresOn', '有效期至', 'Valid until', 'date', ['有效期', '到期日期', '证书有效期']),
    field('field', '技术领域', 'Field', 'text', ['高新技术领域', '领域']),
  ],
  check: checker('high-tech', (reader) => {
    const number = reader.text('certificateNo');
    if (number === undefined) {
      reader.add({
        code: 'certificate.missing',
        severity: 'refused',
        field: 'certificateNo',
        zh: '没有证书编号',
        en: 'The certificate number is missing',
      });
      return undefined;
    }
    const parsed = parseHighTechCertificate(number);
    if (!parsed.ok) {
      reader.add({
        code: 'certificate.format',
        severity: 'warning',
        field: 'certificateNo',
        zh: `证书编号“${number}”${identifierProblemText(parsed.problem, 'zh')}`,
        en: `Certificate "${number}": ${identifierProblemText(parsed.problem, 'en')}`,
      });
    }
    const certificateNo = parsed.value;
    return {
      key: certificateNo,
      values: {
        certificateNo,
        from: reader.date('issuedOn'),
        to: reader.date('expiresOn'),
        field: reader.text('field'),
      },
    };
  }),
});

/** '2025年' in a column, in the file's day, or the year before today. */
function listYear(reader: RowReader, context: CheckContext): number {
  const stated = /(20\d\d)/.exec(reader.text('year') ?? '')?.[1];
  return Number(stated ?? (context.asOf ?? context.today).slice(0, 4));
}

const aboveScale = kindOf({
  kind: 'above-scale',
  zh: '规模以上工业企业名单',
  en: 'Above-scale industrial enterprises',
  describe: { zh: '统计部门的规上工业企业名单', en: 'Statistics list of above-scale firms' },
  signature: ['行业代码', '主营业务收入', '从业人数'],
  fields: [
    field('year', '年度', 'Year', 'integer', ['年份', '统计年度']),
    field('industryCode', '行业代码', 'Industry code', 'identifier', []),
    field('industry', '行业名称', 'Industry', 'text', ['行业']),
    field(
      'revenue',
      '主营业务收入',
      'Revenue',
      'money',
      ['营业收入', '主营业务收入（万元）', '营业收入（万元）'],
      true,
    ),
    field('staff', '从业人数', 'Staff', 'integer', ['从业人员', '平均用工人数']),
  ],
  check: checker('above-scale', (reader, context) => {
    const year = listYear(reader, context);
    return {
      key: String(year),
      values: {
        year,
        from: `${year}-01-01`,
        revenue: reader.money('revenue'),
        industryCode: reader.text('industryCode'),
        staff: reader.count('staff'),
      },
    };
  }),
});

const standard = kindOf({
  kind: 'standard-certificates',
  zh: '贯标认证证书',
  en: 'IP-standard certificates',
  describe: { zh: '知识产权管理体系认证证书清单', en: 'Certificates to the IP management standard' },
  signature: ['认证标准', '认证机构', '证书状态'],
  fields: [
    field('standard', '认证标准', 'Standard', 'text', ['认证依据', '标准', '认证标准及版本'], true),
    field('certificateNo', '证书编号', 'Certificate number', 'identifier', ['证书号', '认证证书编号'], true),
    field('certifier', '认证机构', 'Certifier', 'text', ['发证机构', '认证机构名称']),
    field('issuedOn', '颁证日', 'Issued', 'date', ['颁证日期', '发证日期', '初次获证日期']),
    field('expiresOn', '有效期至', 'Valid until', 'date', ['到期日期', '证书有效期', '有效期']),
    field('statusText', '证书状态', 'State', 'text', ['状态']),
    field('coverage', '覆盖范围', 'Coverage', 'text', ['认证范围']),
  ],
  check: checker('standard-certified', (reader) => {
    const certificateNo = reader.text('certificateNo');
    if (certificateNo === undefined) {
      reader.add({
        code: 'certificate.missing',
        severity: 'refused',
        field: 'certificateNo',
        zh: '没有证书编号',
        en: 'The certificate number is missing',
      });
      return undefined;
    }
    const to = reader.date('expiresOn');
    const text = reader.text('standard') ?? null;
    const printed = {
      kind: 'standard-certified',
      standard: text,
      valid_from: null,
      valid_to: to ?? null,
      year: null,
      status_text: null,
    };
    const atEnd = to === undefined ? undefined : isMembershipValid(printed, to);
    if (atEnd !== undefined && !atEnd.valid) {
      reader.add({
        code: 'certificate.dead-edition',
        severity: 'warning',
        field: 'standard',
        zh: `证书印有效期至 ${to}，但${atEnd.reason}，届时不计入贯标`,
        en: `The printed last day ${to} outlives the edition of the standard`,
      });
    }
    return {
      key: certificateNo,
      values: {
        certificateNo,
        standard: text,
        certifier: reader.text('certifier'),
        from: reader.date('issuedOn'),
        to,
        statusText: reader.text('statusText'),
        coverage: reader.text('coverage'),
      },
    };
  }),
});

const MEMBERSHIP_WORDS: readonly [RegExp, string][] = [
  [/示范/, 'demonstration'],
  [/优势|强企/, 'advantage'],
  [/上市|主板|科创板|创业板|北交所|新三板/, 'listed'],
  [/出口|外贸|进出口/, 'exporter'],
  [/专精特新|小巨人|单项冠军/, 'specialised'],
];

/** Which list a row stands on: its own column, else the sheet's name or the title above the header. */
function listOf(reader: RowReader, context: CheckContext): { kind: string; text: string } | undefined {
  const sources = [reader.text('list'), context.sheet, ...context.titleLines].filter(
    (text) => text !== undefined && text !== '',
  );
  for (const text of sources as string[]) {
    const kind = MEMBERSHIP_WORDS.find(([pattern]) => pattern.test(text))?.[1];
    if (kind !== undefined) return { kind, text };
  }
  return undefined;
}

const memberships = kindOf({
  kind: 'memberships',
  zh: '企业名录',
  en: 'Lists of enterprises',
  describe: { zh: '优势示范、上市、出口、专精特新等名录', en: 'Advantage, listed, exporter and other lists' },
  signature: [],
  evidence: { fields: ['list', 'level', 'stockCode', 'exporterCode', 'exports', 'markets'], atLeast: 1 },
  fields: [
    field('list', '名录', 'List', 'text', ['名单', '企业类别', '资格', '称号', '荣誉', '名录类别']),
    field('level', '级别', 'Level', 'text', ['等级', '层级', '上市板块', '板块']),
    field('year', '年度', 'Year', 'integer', ['认定年度', '年份', '认定年份']),
    field('from', '认定日期', 'From', 'date', ['起始日期', '生效日期', '上市日期', '发文日期']),
    field('to', '有效期至', 'Until', 'date', ['截止日期', '到期日期']),
    field('certificateNo', '文号', 'Document', 'text', ['发文文号', '证书编号']),
    field('stockCode', '证券代码', 'Stock code', 'text', ['股票代码']),
    field('exporterCode', '进出口企业代码', 'Exporter code', 'identifier', ['海关编码', '海关注册编码']),
    field('exports', '出口额', 'Exports', 'money', ['2025年出口额', '年出口额', '出口额（万美元）']),
    field('markets', '主要市场', 'Markets', 'list', ['出口市场', '主要出口市场']),
  ],
  check: checker('memberships', (reader, context) => {
    const list = listOf(reader, context);
    if (list === undefined) {
      reader.add({
        code: 'list.unknown',
        severity: 'refused',
        field: 'list',
        zh: '看不出是哪个名录：名录列、工作表名或表头上方的标题应含示范、优势、上市、出口、专精特新之一',
        en: 'Which list this is cannot be told from column, sheet name or title',
      });
      return undefined;
    }
    const level = reader.text('level');
    // '市强企' and '国家优势' stand on the same list as '国家示范': the level decides where it says so.
    const kind =
      (list.kind === 'demonstration' || list.kind === 'advantage') && level !== undefined
        ? /示范/.test(level)
          ? 'demonstration'
          : 'advantage'
        : list.kind;
    const year = /(20\d\d)/.exec(reader.text('year') ?? '')?.[1];
    const from = reader.date('from') ?? (year === undefined ? undefined : `${year}-01-01`);
    return {
      key: `${level ?? list.kind}|${year ?? from ?? ''}`,
      values: {
        kind,
        level,
        year: year === undefined ? undefined : Number(year),
        from,
        to: reader.date('to'),
        certificateNo: reader.text('certificateNo') ?? reader.text('stockCode') ?? reader.text('exporterCode'),
        exports: reader.money('exports'),
        markets: reader.list('markets', /[、,，]/),
      },
    };
  }),
});

export const membershipKinds: readonly ImportKind[] = [highTech, aboveScale, standard, memberships, disciplineLists];
