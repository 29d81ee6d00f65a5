import {
  checkOrganisationCode,
  checkRegistrationNumber,
  checkUscc,
  cleanText,
  identifierProblemText,
  parseIndustryCode,
} from '@jince/identifiers';
import { normaliseName } from '@jince/matching';
import type {
  CheckContext,
  CheckedRow,
  ImportField,
  ImportKind,
  RecordType,
  Sender,
} from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { classifyParty, partyStatusOf } from '../domain/classify-party.ts';
import { describeParties } from '../repositories/describe-records.ts';
import { projectParties } from '../repositories/project-parties.ts';

export const partyRecordType: RecordType = {
  type: 'party',
  label: { zh: '市场主体', en: 'Market entity' },
  project: projectParties,
  describe: describeParties,
};

const fields: readonly ImportField[] = [
  {
    name: 'name',
    label: { zh: '企业名称', en: 'Name' },
    type: 'text',
    required: true,
    aliases: ['名称', '单位名称', '主体名称', '市场主体名称', '公司名称', '企业（机构）名称', '字号名称', '机构名称'],
  },
  {
    name: 'uscc',
    label: { zh: '统一社会信用代码', en: 'USCC' },
    type: 'identifier',
    aliases: ['USCC', '信用代码', '社会信用代码', '统一代码', '统一社会信用代码/注册号', '统一信用代码'],
    looksLike: (cell) => /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(cell),
  },
  {
    name: 'registrationNo',
    label: { zh: '工商注册号', en: 'Registration number' },
    type: 'identifier',
    aliases: ['注册号', '营业执照注册号'],
  },
  { name: 'organisationCode', label: { zh: '组织机构代码', en: 'Organisation code' }, type: 'identifier', aliases: [] },
  {
    name: 'partyType',
    label: { zh: '企业类型', en: 'Type' },
    type: 'text',
    aliases: [
      '市场主体类型',
      '主体类型',
      '类型',
      '企业性质',
      '经济性质',
      '市场主体类型（企业/个体工商户/农民专业合作社）',
    ],
  },
  {
    name: 'statusText',
    label: { zh: '登记状态', en: 'Status' },
    type: 'text',
    aliases: ['经营状态', '企业状态', '状态', '登记状态/经营状态'],
  },
  {
    name: 'establishedOn',
    label: { zh: '成立日期', en: 'Established' },
    type: 'date',
    aliases: ['注册日期', '成立时间', '设立日期', '登记日期'],
  },
  { name: 'approvedOn', label: { zh: '核准日期', en: 'Approved' }, type: 'date', aliases: [] },
  {
    name: 'dissolvedOn',
    label: { zh: '注销日期', en: 'Dissolved' },
    type: 'date',
    aliases: ['吊销日期', '注吊销日期', '注销/吊销日期'],
  },
  {
    name: 'legalRepresentative',
    label: { zh: '法定代表人', en: 'Legal representative' },
    type: 'text',
    aliases: ['法人', '法人代表', '负责人', '经营者', '法定代表人/负责人', '法定代表人（负责人）'],
  },
  {
    name: 'capital',
    label: { zh: '注册资本', en: 'Registered capital' },
    type: 'money',
    aliases: ['注册资金', '注册资本（万元）', '资金数额', '出资总额', '成员出资总额'],
  },
  {
    name: 'address',
    label: { zh: '注册地址', en: 'Address' },
    type: 'text',
    aliases: ['住所', '地址', '企业地址', '经营场所', '住所（经营场所）', '企业注册地址', '通信地址'],
  },
  {
    name: 'town',
    label: { zh: '所属镇', en: 'Town' },
    type: 'text',
    aliases: ['所属镇（区）', '所属区镇', '所属乡镇', '所属街道', '所属镇（街道）', '区镇', '镇区', '属地'],
  },
  { name: 'zone', label: { zh: '功能区', en: 'Zone' }, type: 'text', aliases: ['所属功能区', '开发区', '所属园区'] },
  {
    name: 'industryCode',
    label: { zh: '行业代码', en: 'Industry code' },
    type: 'identifier',
    aliases: ['行业代码（GB/T 4754）', '国民经济行业代码', '行业分类代码'],
  },
  {
    name: 'industry',
    label: { zh: '所属行业', en: 'Industry' },
    type: 'text',
    aliases: ['行业', '行业名称', '行业门类', '国民经济行业', '三级行业分类', '二级行业分类'],
  },
  {
    name: 'scope',
    label: { zh: '经营范围', en: 'Business scope' },
    type: 'text',
    aliases: ['经营（业务）范围', '业务范围', '主营业务'],
  },
  {
    name: 'formerNames',
    label: { zh: '曾用名', en: 'Former names' },
    type: 'list',
    aliases: ['历史名称', '原名称', '曾用名称', '企业曾用名'],
  },
  {
    name: 'registrationAuthority',
    label: { zh: '登记机关', en: 'Registration authority' },
    type: 'text',
    aliases: ['注册机关', '登记机构'],
  },
  { name: 'phone', label: { zh: '联系电话', en: 'Phone' }, type: 'text', aliases: ['电话', '企业电话', '手机'] },
];

const senders: readonly Sender[] = [
  {
    code: 'bureau',
    label: { zh: '市场监管部门登记名册', en: 'Bureau register' },
    signature: ['所属镇', '登记状态', '市场主体类型'],
  },
  {
    code: 'qcc',
    label: { zh: '企查查/天眼查导出', en: 'Commercial export' },
    signature: ['经营状态', '参保人数', '曾用名', '所属区县'],
  },
  {
    code: 'public-register',
    label: { zh: '公开登记数据', en: 'Public register data' },
    signature: ['注册资金', '所在省份', '地区', '注册地址'],
  },
];

/** Names read the same whatever the separator: '、' parts former names but never inside brackets. */
const NAME_SEPARATOR = /[、,，](?![^（(]*[）)])/;

function readUscc(reader: RowReader): string | undefined {
  const text = reader.text('uscc');
  if (text === undefined) return undefined;
  const checked = checkUscc(text);
  // The inner organisation code fails in a few real codes whose outer check fits.
  if (checked.ok || checked.problem === 'organisation-code') return checked.value;
  // Codes from before 2015: the row is then identified by them. Thirteen digits are registration numbers of before 2007.
  if (checkRegistrationNumber(text).ok || checkOrganisationCode(text).ok || /^\d{13}$/.test(text)) return undefined;
  reader.add({
    code: 'uscc.check',
    severity: 'doubtful',
    field: 'uscc',
    zh: `统一社会信用代码“${text}”${identifierProblemText(checked.problem, 'zh')}，本行暂不写入${checked.suggestion ? `；可能应为 ${checked.suggestion}` : ''}`,
    en: `Credit code "${text}": ${identifierProblemText(checked.problem, 'en')}; held back${checked.suggestion ? `; perhaps ${checked.suggestion}` : ''}`,
    ...(checked.suggestion === undefined ? {} : { suggestion: checked.suggestion }),
  });
  return checked.value;
}

/** Town by the sender's own column, else by the address; the basis is kept so that the field can explain itself. */
function readTown(reader: RowReader, address: string | undefined, context: CheckContext) {
  const pack = context.jurisdiction;
  const stated = reader.text('town') ?? reader.text('zone');
  const byColumn = stated === undefined ? undefined : pack.locateTown(stated);
  if (byColumn !== undefined) return { townCode: byColumn.townCode, townBasis: `所属镇列“${stated}”` };
  const byAddress = address === undefined ? undefined : pack.locateTown(address);
  if (byAddress !== undefined)
    return { townCode: byAddress.townCode, townBasis: `地址中的“${byAddress.evidence[0]?.word ?? ''}”` };
  if (stated !== undefined && pack.locateZone(stated) === undefined) {
    reader.add({
      code: 'town.unknown',
      severity: 'warning',
      field: 'town',
      zh: `没有名为“${stated}”的镇或街道，所属镇留空`,
      en: `No town is called "${stated}"`,
    });
  }
  return { townCode: undefined, townBasis: undefined };
}

function readStatus(reader: RowReader): string | undefined {
  const text = reader.text('statusText');
  if (text === undefined) return reader.text('dissolvedOn') === undefined ? undefined : 'deregistered';
  const status = partyStatusOf(text);
  if (status === undefined) {
    reader.add({
      code: 'status.unknown',
      severity: 'warning',
      field: 'statusText',
      zh: `登记状态“${text}”不认识，按“未知”记录`,
      en: `Status "${text}" is not known and kept as unknown`,
    });
  }
  return status ?? 'unknown';
}

function check(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const name = reader.text('name');
  if (name === undefined) {
    reader.add({
      code: 'name.missing',
      severity: 'refused',
      field: 'name',
      zh: '没有企业名称',
      en: 'The name is missing',
    });
    return { recordKey: undefined, values: {}, issues: reader.issues };
  }
  const uscc = readUscc(reader);
  const registrationNo = reader.text('registrationNo') ?? (uscc === undefined ? reader.text('uscc') : undefined);
  const nameKey = normaliseName(name);
  const address = reader.text('address');
  const town = readTown(reader, address, context);
  const zone = reader.text('zone');
  const located = zone === undefined ? undefined : context.jurisdiction.locateZone(zone);
  const industry = reader.text('industryCode');
  const parsedIndustry = industry === undefined ? undefined : parseIndustryCode(industry);
  if (parsedIndustry !== undefined && !parsedIndustry.ok) {
    reader.add({
      code: 'industry.format',
      severity: 'warning',
      field: 'industryCode',
      zh: `行业代码“${industry}”不是国民经济行业分类代码，未采用`,
      en: `"${industry}" is no GB/T 4754 code`,
    });
  }
  const establishedOn = reader.date('establishedOn');
  if (establishedOn !== undefined && establishedOn > context.today) {
    reader.add({
      code: 'date.future',
      severity: 'warning',
      field: 'establishedOn',
      zh: `成立日期 ${establishedOn} 在今天之后，请核对`,
      en: `Established in the future: ${establishedOn}`,
    });
  }
  const status = readStatus(reader);
  const partyType = reader.text('partyType');
  const former = reader
    .list('formerNames', NAME_SEPARATOR)
    ?.map((n) => ({ name: cleanText(n), key: normaliseName(n) }));
  const values = definedValues({
    name: cleanText(name),
    nameKey,
    uscc,
    registrationNo,
    kind: classifyParty(name, partyType, uscc),
    partyType,
    status,
    statusText: reader.text('statusText'),
    establishedOn,
    approvedOn: reader.date('approvedOn'),
    dissolvedOn: reader.date('dissolvedOn'),
    legalRepresentative: reader.text('legalRepresentative'),
    capital: reader.money('capital'),
    address,
    townCode: town.townCode,
    townBasis: town.townBasis,
    zoneCode:
      located?.zoneCode ??
      (town.townCode === undefined ? undefined : context.jurisdiction.findZoneOfTown(town.townCode)?.code),
    industryCode: parsedIndustry?.ok ? parsedIndustry.value : undefined,
    industry: reader.text('industry'),
    scope: reader.text('scope'),
    formerNames: former,
    registrationAuthority: reader.text('registrationAuthority'),
    phone: reader.text('phone'),
  });
  if (uscc === undefined) {
    reader.add({
      code: 'uscc.missing',
      severity: 'warning',
      field: 'uscc',
      zh: `没有统一社会信用代码，按${registrationNo === undefined ? '名称' : '注册号'}识别`,
      en: 'No credit code; identified by registration number or name',
    });
  }
  const recordKey = uscc ?? (registrationNo === undefined ? `name:${nameKey}` : `reg:${registrationNo}`);
  return { recordKey, values, issues: reader.issues };
}

export const marketRegisterKind: ImportKind = {
  kind: 'market-register',
  label: { zh: '市场主体登记', en: 'Market register' },
  description: {
    zh: '企业、个体工商户、农民专业合作社等的登记名册',
    en: 'Registered enterprises, individual businesses, co-operatives and others',
  },
  recordType: partyRecordType,
  fields,
  senders,
  evidence: {
    // A name, an address and somebody in charge stand in lists of every sort.
    fields: ['uscc', 'registrationNo', 'partyType', 'statusText', 'establishedOn', 'capital', 'scope'],
    atLeast: 2,
  },
  duplicates: 'doubtful',
  check,
};
