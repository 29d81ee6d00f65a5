import { cleanText } from '@jince/identifiers';
import type { CheckContext, CheckedRow, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { nameKeyOf } from '../domain/agency-name.ts';
import { personKeyOf } from '../domain/person-key.ts';
import { describeSocialSecurity } from '../repositories/describe-agency-records.ts';
import { projectSocialSecurity } from '../repositories/project-matters.ts';
import { fieldsOf, tidy } from './fields.ts';

const fields = fieldsOf([
  ['name', '姓名', 'Name', 'text', ['参保人', '代理师姓名', '人员姓名'], true],
  ['qualificationNo', '资格证号', 'Qualification', 'identifier', ['专利代理师资格证号', '代理师资格证号'], true],
  ['unit', '参保单位', 'Paying unit', 'text', ['缴费单位', '社保缴纳单位', '参保单位名称'], true],
  ['uscc', '统一社会信用代码', 'Unified code', 'identifier', ['单位统一社会信用代码', '社会信用代码']],
  ['from', '参保起始', 'From', 'date', ['缴费起始月', '参保起始月', '起始日期', '参保日期']],
  ['to', '参保终止', 'To', 'date', ['缴费终止月', '参保终止月', '终止日期', '停保日期']],
]);

/** One person at one paying unit per row. Only with a number: names alone tell nobody. */
function checkSocialSecurity(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const name = tidy(reader, 'name')?.replace(/\s/g, '');
  const qualificationNo = reader.text('qualificationNo');
  const unit = tidy(reader, 'unit');
  if (name === undefined || unit === undefined || qualificationNo === undefined) {
    reader.add({
      code: 'social-security.incomplete',
      severity: 'refused',
      field: name === undefined ? 'name' : unit === undefined ? 'unit' : 'qualificationNo',
      zh: '姓名、资格证号、参保单位缺一不可：只凭姓名不能认定是谁',
      en: 'Name, number of qualification and paying unit are all needed: a name alone tells nobody',
    });
    return { recordKey: undefined, values: {}, issues: reader.issues };
  }
  const personKey = personKeyOf({ name, qualificationNo, agency: unit });
  const values = definedValues({
    name,
    personKey,
    unit: cleanText(unit),
    uscc: reader.text('uscc'),
    from: reader.date('from'),
    to: reader.date('to'),
  });
  return { recordKey: `${personKey}|${nameKeyOf(unit)}|${String(values.from ?? '')}`, values, issues: reader.issues };
}

export const agencySocialSecurityKind: ImportKind = {
  kind: 'agency-social-security',
  label: { zh: '从业人员参保单位', en: 'Paying units of agencies’ people' },
  description: {
    zh: '社保部门给出的从业人员参保单位（仅在依法取得时导入）：一行一人一个单位，只用于核对执业机构。',
    en: 'Which unit pays for whom, if lawfully given: a row per person and unit, to compare with the agency alone.',
  },
  recordType: {
    type: 'agency-social-security',
    label: { zh: '参保单位', en: 'Paying unit' },
    project: projectSocialSecurity,
    describe: describeSocialSecurity,
  },
  fields,
  senders: [
    {
      code: 'social-security',
      label: { zh: '社保部门', en: 'Social security office' },
      signature: ['参保单位', '参保起始', '参保终止', '资格证号'],
    },
  ],
  evidence: { fields: ['unit'], atLeast: 1 },
  duplicates: 'merge',
  check: checkSocialSecurity,
};
