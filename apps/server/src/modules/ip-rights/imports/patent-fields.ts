import type { ImportField, Sender } from '../../../platform/imports/import-kind.ts';

/** The senders whose exports we know by their headers (domain.md §12.1–12.4; Lens and PATENTSCOPE from real files). */
export const patentSenders: readonly Sender[] = [
  {
    code: 'incopat',
    label: { zh: 'incoPat', en: 'incoPat' },
    signature: ['标题 (中文)', '标准化申请人', '合享价值度', '专利有效性', '当前法律状态', '中国申请人区县'],
    listSeparator: ';',
  },
  {
    code: 'patsnap',
    label: { zh: '智慧芽', en: 'PatSnap' },
    signature: ['[标]当前申请(专利权)人', '[标]原始申请(专利权)人', '法律状态/事件', '简单法律状态', '受理局'],
    listSeparator: '|',
  },
  {
    code: 'pss',
    label: { zh: '国知局专利检索及分析', en: 'CNIPA patent search (PSS)' },
    signature: ['申请（专利权）人', '申请人所在国（省）', '外观设计洛迦诺分类号', '法律状态生效日期', '文献类型', 'IPC分类号'],
    listSeparator: ';',
  },
  {
    code: 'lens',
    label: { zh: 'The Lens', en: 'The Lens' },
    signature: ['Lens ID', 'Jurisdiction', 'Simple Family Size', 'CPC Classifications', 'IPCR Classifications'],
    listSeparator: ';;',
  },
  {
    code: 'patentscope',
    label: { zh: 'WIPO PATENTSCOPE', en: 'WIPO PATENTSCOPE' },
    signature: ['Priority Data', 'FP Image', 'Applicants', 'Inventors', 'IPC', 'Publication Number'],
    listSeparator: ';',
    dateOrder: 'dmy',
  },
  {
    code: 'cnipa-xml',
    label: { zh: '国知局全文 XML', en: 'CNIPA full-text XML' },
    signature: ['申请人所在国（省）', '外观设计洛迦诺分类号', '文献类型', '专利类型', '权利要求数', '专利权人', '申请人邮编'],
    listSeparator: ';',
  },
  {
    code: 'generic',
    label: { zh: '其他（大为、CNKI、部门汇总等）', en: 'Other (innojoy, CNKI, department lists)' },
    signature: ['专利名称', '主分类号', '国省代码', '第一权利人', '专利代理机构', '当前权利人', '法律事件'],
  },
];

type Row = [name: string, zh: string, en: string, type: ImportField['type'], aliases: string[]];

/** A column that becomes the value of the same name, or that helps to judge others. */
const ROWS: readonly Row[] = [
  ['applicationNo', '申请号', 'Application number', 'identifier', ['申请号/专利号', '专利号', '申请（专利）号', '专利申请号', 'Application Number', 'Application No.', 'Appl. No.']],
  ['publicationNo', '公开（公告）号', 'Publication number', 'identifier', ['公开公告号', '公开号', '公布号', '申请公布号', '文献号', 'Publication Number', 'Publication No.']],
  ['grantNo', '授权公告号', 'Grant publication number', 'identifier', ['授权号', '公告号']],
  ['kind', '专利类型', 'Kind of patent', 'text', ['专利种类', '类型', 'Patent type', 'Type']],
  ['documentKind', '文献类型', 'Document kind', 'text', ['文献种类', '文献种类代码', 'Kind']],
  ['country', '公开国别', 'Office', 'text', ['受理局', '国别', '申请国', 'Jurisdiction', 'Country']],
  ['filedOn', '申请日', 'Filing date', 'date', ['申请日期', '递交日', 'Application Date', 'Filing Date', 'Filed']],
  ['publishedOn', '公开（公告）日', 'Publication date', 'date', ['公开公告日', '公开日', '公布日', '申请公布日', '公开日期', 'Publication Date']],
  ['grantedOn', '授权公告日', 'Grant date', 'date', ['授权日', '授权日期', '公告日', 'Grant Date']],
  ['examinedOn', '实质审查生效日', 'Substantive examination from', 'date', ['实审生效日']],
  ['holders', '专利权人', 'Holders', 'list', ['当前权利人', '当前专利权人', '权利人', '申请（专利权）人', '申请(专利权)人', '[标]当前申请(专利权)人', '当前申请(专利权)人', '当前申请人', 'Owners']],
  ['applicants', '申请人', 'Applicants', 'list', ['[标]原始申请(专利权)人', '原始申请(专利权)人', '原始申请人', '申请单位', 'Applicants', 'Applicant']],
  ['standardApplicants', '标准化申请人', 'Standardised applicants', 'list', []],
  ['firstApplicant', '第一申请人', 'First applicant', 'text', ['第一权利人']],
  ['applicantType', '申请人类型', 'Kind of applicant', 'text', []],
  ['uscc', '统一社会信用代码', 'Unified social credit code', 'identifier', ['工商统一社会信用代码', '社会信用代码', '信用代码']],
  ['address', '申请人地址', 'Address of the first applicant', 'text', ['原始申请(专利权)人地址', '当前申请(专利权)人地址', '专利权人地址', '权利人地址', '地址']],
  ['postcode', '申请人邮编', 'Postcode', 'text', ['邮编']],
  ['province', '申请人所在国（省）', 'Province', 'text', ['申请人省市代码', '当前申请(专利权)人州/省', '国省代码', '省份']],
  ['city', '中国申请人地市', 'City', 'text', ['当前申请(专利权)人地市', '申请人地市', '地市']],
  ['county', '中国申请人区县', 'County', 'text', ['当前申请(专利权)人区县', '申请人区县', '区县']],
  ['inventors', '发明人', 'Inventors', 'list', ['发明（设计）人', '设计人', '发明人/设计人', 'Inventors', 'Inventor']],
  ['ipcMain', 'IPC主分类', 'Main IPC', 'identifier', ['IPC主分类号', '主分类号', '主分类']],
  ['ipc', 'IPC分类号', 'IPC', 'list', ['IPC', '分类号', '国际专利分类', 'IPCR Classifications', 'IPC分类']],
  ['cpc', 'CPC分类号', 'CPC', 'list', ['CPC', 'CPC主分类号', 'CPC Classifications']],
  ['locarno', '洛迦诺分类号', 'Locarno classes', 'list', ['外观设计洛迦诺分类号', '洛迦诺分类', 'LOC']],
  ['strategicIndustries', '新兴产业分类', 'Strategic emerging industries', 'list', ['战略新兴产业分类', '战略性新兴产业分类']],
  ['nationalIndustry', '国民经济分类', 'Industry of the patent', 'text', ['国民经济行业分类']],
  ['agency', '代理机构', 'Agency', 'text', ['专利代理机构', '[标]代理机构', '专利代理机构名称']],
  ['claimCount', '权利要求数量', 'Claims', 'integer', ['权利要求数', '权项数']],
  ['citedCount', '被引证次数', 'Cited by', 'integer', ['被引用专利数量', '被引次数', '被引频次', 'Cited Count', 'Cited by Patent Count']],
  ['citingCount', '引证次数', 'Citations made', 'integer', ['引证数', '引用专利数量']],
  ['familySize', '简单同族个数', 'Simple family size', 'integer', ['简单同族数量', '简单同族数', 'Simple Family Size']],
  ['familyCountries', '同族国家/地区', 'Family members in', 'list', ['同族国家', '简单同族国家']],
  ['validity', '专利有效性', 'In force or not', 'text', ['简单法律状态', '有效性', '有效状态']],
  ['legalStatus', '当前法律状态', 'Legal status', 'text', ['法律状态/事件', '法律状态', '最新法律状态', '案件状态']],
  ['legalEvent', '法律事件', 'Legal event', 'text', ['法律状态公告']],
  ['legalStatusOn', '法律状态生效日期', 'Legal status since', 'date', ['法律状态生效日', '法律状态日期', '法律状态公告日']],
  ['lapseOn', '失效日', 'Ended or expected to end', 'date', ['失效日期', '失效日|预估到期日', '预估到期日', '预计到期日', '届满日', '到期日']],
  ['invalidatedOn', '无效宣告日期', 'Invalidated on', 'date', ['无效宣告日', '无效日期']],
  ['transferredOn', '转让执行日', 'Transferred on', 'date', ['转让日期', '权利转移日']],
  ['transferor', '转让人', 'Transferor', 'text', []],
  ['transferee', '受让人', 'Transferee', 'text', []],
  ['transferCount', '转让次数', 'Transfers', 'integer', ['专利转移次数']],
  ['licenceCount', '许可次数', 'Licences', 'integer', []],
  ['licensedOn', '许可日期', 'Licensed on', 'date', ['许可备案日', '许可合同备案日']],
  ['pledgeCount', '质押次数', 'Pledges', 'integer', []],
  ['pledgedOn', '质押日期', 'Pledged on', 'date', ['质押登记日', '质押期限起']],
  ['pledgee', '质权人', 'Pledgee', 'text', []],
  ['priorityNo', '优先权号', 'Priority number', 'text', ['优先权', 'Priority Numbers', 'Priority Data']],
  ['priorityOn', '优先权日', 'Priority date', 'text', []],
  ['abstract', '摘要', 'Abstract', 'text', ['摘要 (中文)', '摘要(中文)', '申请摘要', 'Abstract']],
  ['valueIncopat', '合享价值度', 'incoPat value', 'number', []],
  ['stabilityIncopat', '技术稳定性', 'incoPat stability', 'text', []],
  ['advanceIncopat', '技术先进性', 'incoPat advance', 'text', []],
  ['scopeIncopat', '保护范围', 'incoPat scope', 'text', []],
  ['valuePatsnap', '专利价值', 'PatSnap value', 'text', []],
  ['techPatsnap', '技术价值', 'PatSnap technology value', 'text', []],
  ['marketPatsnap', '市场价值', 'PatSnap market value', 'text', []],
  ['abnormal', '非正常申请', 'Abnormal application', 'boolean', ['是否非正常', '非正常标记']],
];

const title: ImportField = {
  name: 'title',
  label: { zh: '发明名称', en: 'Title' },
  type: 'text',
  required: true,
  aliases: ['标题 (中文)', '标题(中文)', '标题', '专利名称', '名称', '发明创造名称', '专利标题', 'Title'],
};

const looksLike: Readonly<Record<string, (cell: string) => boolean>> = {
  applicationNo: (cell) => /^(?:ZL|CN)?\s*(?:20\d{2}[12389]\d{7}|\d{2}[12389]\d{5})\.?[\dXx]$/.test(cell),
  publicationNo: (cell) => /^CN\s?[123]\d{6,8}\s?[ABCUYSD]\d?$/.test(cell),
};

export const patentFields: readonly ImportField[] = [
  title,
  ...ROWS.map(([name, zh, en, type, aliases]): ImportField => {
    const test = looksLike[name];
    return { name, label: { zh, en }, type, aliases, ...(test === undefined ? {} : { looksLike: test }) };
  }),
];
