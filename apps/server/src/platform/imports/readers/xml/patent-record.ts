import { type Element, find, findAll, textOf } from './element.ts';

export const PATENT_COLUMNS = [
  '申请号',
  '申请日',
  '公开（公告）号',
  '公开（公告）日',
  '发明名称',
  'IPC分类号',
  '外观设计洛迦诺分类号',
  '申请人',
  '专利权人',
  '发明人',
  '申请人地址',
  '申请人邮编',
  '申请人所在国（省）',
  '代理机构',
  '代理人',
  '优先权号',
  '优先权日',
  '文献类型',
  '专利类型',
  '权利要求数',
  '摘要',
];

/** One row of a patent document: CNIPA full text, CNIPA ST.36 ('cn-patent-document'), e-filing body, USPTO grant. */
export function patentRows(record: Element): string[][] {
  const publication = original(findAll(record, 'publicationreference'));
  const application = original(findAll(record, 'applicationreference'));
  const applicants = people(record, ['applicant']);
  const owners = people(record, ['assignee', 'grantee', 'patentee']);
  const agents = findAll(record, 'agent');
  const priorities = findAll(record, 'priorityclaim').concat(findAll(record, 'priority'));
  const kind = textOf(find(publication, 'kind'));
  const row: Record<string, string> = {
    申请号: textOf(find(application, 'docnumber')),
    申请日: textOf(find(application, 'date')),
    '公开（公告）号': textOf(country(publication)) + textOf(find(publication, 'docnumber')) + kind,
    '公开（公告）日': textOf(find(publication, 'date')),
    发明名称: textOf(find(record, 'inventiontitle')),
    IPC分类号: unique(
      [...findAll(record, 'classificationipcr'), ...findAll(record, 'classificationipc')].map(ipcSymbol),
    ),
    外观设计洛迦诺分类号: unique(findAll(record, 'classificationlocarno').map((e) => textOf(find(e, 'text') ?? e))),
    申请人: unique(applicants.map(nameOf)),
    专利权人: unique(owners.map(nameOf)),
    发明人: unique([...people(record, ['inventor']), ...people(record, ['designer'])].map(nameOf)),
    申请人地址: unique((applicants.length > 0 ? applicants : owners).slice(0, 1).map(addressOf)),
    申请人邮编: textOf(find(applicants[0] ?? owners[0], 'postcode')),
    '申请人所在国（省）': textOf(find(applicants[0] ?? owners[0], 'province')),
    代理机构: unique(agents.map((agent) => agencyName(find(agent, 'agency')))),
    代理人: unique(agents.flatMap(agentNames)),
    优先权号: unique(priorities.map((e) => textOf(country(e)) + textOf(find(e, 'docnumber')))),
    优先权日: unique(priorities.map((e) => textOf(find(e, 'date')))),
    文献类型: kind,
    专利类型: patentType(application?.attributes, kind),
    权利要求数: claimCount(record),
    摘要: textOf(find(record, 'abstract')),
  };
  return [PATENT_COLUMNS.map((column) => row[column] ?? '')];
}

/** The reference as the office wrote it; a second one repeats it in another format. */
function original(references: Element[]): Element | undefined {
  return references.find((reference) => reference.attributes.dataFormat === 'original') ?? references[0];
}

function people(record: Element, names: string[]): Element[] {
  return names.flatMap((name) =>
    findAll(find(record, 'bibliographicdata') ?? find(record, 'bibliographicdatagrant') ?? record, name),
  );
}

function country(element: Element | undefined): Element | undefined {
  return find(element, 'wipost3code') ?? find(element, 'country');
}

function nameOf(person: Element): string {
  const whole = find(person, 'name') ?? find(person, 'organizationname') ?? find(person, 'orgname');
  if (whole) return textOf(whole);
  return [find(person, 'firstname'), find(person, 'lastname')]
    .map(textOf)
    .filter((part) => part !== '')
    .join(' ');
}

function addressOf(person: Element): string {
  const address = find(person, 'address');
  const text = textOf(find(address, 'text'));
  // '430072 湖北省…': the post code is a field of its own.
  if (text !== '') return text.replace(/^\d{6}\s+/, '');
  return ['province', 'state', 'city', 'county', 'street', 'address1']
    .map((name) => textOf(find(address, name)))
    .filter((t) => t !== '' && t !== '0')
    .join(' ');
}

function agencyName(agency: Element | undefined): string {
  if (agency === undefined) return '';
  // '… 42222': the agency's code stands behind its name.
  return nameOf(agency).replace(/\s*\d{5}$/, '');
}

function agentNames(agent: Element): string[] {
  const own: Element = { ...agent, children: agent.children.filter((child) => child.name !== 'agency') };
  return findAll(own, 'name').map(textOf);
}

function ipcSymbol(classification: Element): string {
  const text = textOf(find(classification, 'text'));
  if (text !== '') return text.replace(/\(\d{4}\.\d{2}\).*$/, '').trim();
  const [section, main, sub, group, subgroup] = ['section', 'class', 'subclass', 'maingroup', 'subgroup'].map((name) =>
    textOf(find(classification, name) ?? (name === 'class' ? find(classification, 'mainclass') : undefined)),
  );
  return group ? `${section}${main}${sub} ${group}/${subgroup}` : '';
}

function claimCount(record: Element): string {
  const claims = findAll(record, 'claims').at(-1);
  const count = claims?.children.filter((child) => child.name === 'claim').length ?? 0;
  return count > 0 ? String(count) : '';
}

/** From the application's type code (10, 20, 30) or, where missing, from the kind of document (ZC 0007). */
function patentType(attributes: Record<string, string> | undefined, kind: string): string {
  const code = attributes?.applType ?? attributes?.['appl-type'] ?? '';
  if (/^(1|8|invention|utility$)/.test(code) || /^[ABC]/.test(kind)) return '发明';
  if (/^(2|9)|utility-model/.test(code) || /^[UY]/.test(kind)) return '实用新型';
  if (/^3|design/.test(code) || /^[SD]/.test(kind)) return '外观设计';
  return '';
}

function unique(values: string[]): string {
  return [...new Set(values.filter((value) => value !== ''))].join('; ');
}
