import { parsePatentAttorneyNumber } from '@jince/identifiers';
import type { CheckContext, CheckedRow, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { personKeyOf } from '../domain/person-key.ts';
import { describePractices } from '../repositories/describe-agency-records.ts';
import { projectPeople } from '../repositories/project-people.ts';
import { AGENCY_COLUMNS, fieldsOf, isRefused, readAgency, tidy } from './fields.ts';

const fields = fieldsOf([
  ['name', '姓名', 'Name', 'text', ['代理师姓名', '专利代理师姓名', '人员姓名', '从业人员姓名'], true],
  ...AGENCY_COLUMNS.map((row) =>
    row[0] === 'agency' ? ([...row.slice(0, 4), row[4].filter((alias) => alias !== '名称'), true] as never) : row,
  ),
  [
    'qualificationNo',
    '资格证号',
    'Qualification',
    'identifier',
    ['专利代理师资格证号', '资格证编号', '代理师资格证号'],
  ],
  ['practiceNo', '执业备案号', 'Practice number', 'identifier', ['执业证号', '执业备案编号', '专利代理师执业证号']],
  ['role', '从业类别', 'Role', 'text', ['类别', '职务', '岗位', '人员类别']],
  ['certificateOn', '取得资格日期', 'Qualified on', 'date', ['资格证取得日期', '发证日期', '资格取得日期']],
  ['from', '执业起始日期', 'From', 'date', ['执业备案日期', '入职日期', '执业开始日期', '备案日期']],
  ['to', '执业终止日期', 'To', 'date', ['离职日期', '注销日期', '执业结束日期', '备案注销日期']],
]);

function readNumber(reader: RowReader, field: 'qualificationNo' | 'practiceNo'): string | undefined {
  const text = reader.text(field);
  if (text === undefined) return undefined;
  const parsed = parsePatentAttorneyNumber(text);
  if (parsed.ok && parsed.sort === (field === 'practiceNo' ? 'practice' : 'qualification')) return parsed.value;
  reader.add({
    code: 'person.number',
    severity: 'warning',
    field,
    zh: `号码“${text}”的写法少见，按原样保存`,
    en: `Number "${text}" is written in an unusual way and kept as it is`,
  });
  return text.replace(/\s/g, '').toUpperCase();
}

/** One person at one agency per row. Without a number a name is one of that agency and never joined with another. */
function checkPerson(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const name = tidy(reader, 'name')?.replace(/\s/g, '');
  if (name === undefined)
    reader.add({
      code: 'person.missing',
      severity: 'refused',
      field: 'name',
      zh: '没有姓名',
      en: 'The name is missing',
    });
  const agency = readAgency(reader);
  const qualificationNo = readNumber(reader, 'qualificationNo');
  const practiceNo = readNumber(reader, 'practiceNo');
  const [from, to] = [reader.date('from'), reader.date('to')];
  if (from !== undefined && to !== undefined && to < from)
    reader.add({
      code: 'person.reversed',
      severity: 'doubtful',
      field: 'to',
      zh: `执业终止日期 ${to} 早于起始日期 ${from}`,
      en: `The practice ends ${to} before it begins ${from}`,
    });
  if (qualificationNo === undefined && practiceNo === undefined)
    reader.add({
      code: 'person.no-number',
      severity: 'warning',
      field: 'qualificationNo',
      zh: '没有资格证号和执业备案号：只作为该机构的人员登记，不与同名者合并',
      en: 'Neither number is given: kept as a person of this agency, never joined with others of the name',
    });
  if (name === undefined || agency === undefined || isRefused(reader))
    return { recordKey: undefined, values: {}, issues: reader.issues };
  const personKey = personKeyOf({ name, qualificationNo, practiceNo, agency: agency.ref });
  const values = definedValues({
    name,
    personKey,
    qualificationNo,
    practiceNo,
    agency: agency.name,
    agencyCode: agency.agencyCode,
    uscc: agency.uscc,
    role: tidy(reader, 'role'),
    certificateOn: reader.date('certificateOn'),
    from,
    to,
  });
  return { recordKey: `${personKey}|${agency.ref}|${from ?? ''}`, values, issues: reader.issues };
}

export const agencyPeopleKind: ImportKind = {
  kind: 'agency-people',
  label: { zh: '服务机构人员名单', en: 'People of agencies' },
  description: {
    zh: '专利代理师等从业人员名单：一行一人在一家机构的一段执业。',
    en: 'Patent attorneys and other people: a row per person, agency and period.',
  },
  recordType: {
    type: 'agency-person',
    label: { zh: '从业人员', en: 'Person of an agency' },
    project: projectPeople,
    describe: describePractices,
  },
  fields,
  senders: [
    {
      code: 'patent-office',
      label: { zh: '专利代理管理系统', en: 'Patent agency system' },
      signature: ['姓名', '资格证号', '执业备案号', '执业机构'],
    },
  ],
  evidence: { fields: ['qualificationNo', 'practiceNo', 'from', 'role'], atLeast: 1 },
  duplicates: 'doubtful',
  check: checkPerson,
};
