import {
  cleanText,
  identifierProblemText,
  parseMadridNumber,
  parseNiceClasses,
  parseTrademarkNumber,
} from '@jince/identifiers';
import type { CheckContext, CheckedRow, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { matchImportMentions } from '../../parties/index.ts';
import { findMember } from '../madrid-members.ts';
import { describeMadrid } from '../repositories/describe-records.ts';
import { projectMadrid } from '../repositories/project-madrid.ts';
import { addIssue } from './add-issue.ts';
import { importFields } from './field.ts';
import { placeOf, readHolders } from './read-holders.ts';

const fields = importFields([
  [
    'irNo',
    '国际注册号',
    'International registration number',
    'identifier',
    ['马德里注册号', '国际注册证号', 'IR No.', 'International registration No.'],
    true,
  ],
  ['name', '商标名称', 'Mark', 'text', ['商标', 'Mark'], true],
  [
    'registeredOn',
    '国际注册日期',
    'International registration',
    'date',
    ['国际注册日', '注册日期', 'Registration date'],
  ],
  ['expiresOn', '有效期至', 'Expires on', 'date', ['到期日', '有效期届满日', 'Expiration date']],
  ['holders', '持有人', 'Holder', 'list', ['注册人', '权利人', '申请人', '持有人名称', 'Holder']],
  ['uscc', '统一社会信用代码', 'Unified social credit code', 'identifier', ['信用代码']],
  ['address', '地址', 'Address', 'text', ['持有人地址']],
  ['niceClasses', '国际分类', 'Nice classes', 'list', ['类别', '商标类别', 'Nice']],
  [
    'baseRegistrationNo',
    '国内基础注册号',
    'Base registration',
    'identifier',
    ['基础注册号', '基础商标注册号', '基础注册/申请号'],
  ],
  ['baseClass', '基础商标类别', 'Class of the base mark', 'text', []],
  ['memberCode', '指定成员代码', 'Code of the designated member', 'text', ['指定国家代码', '成员代码']],
  [
    'members',
    '指定成员',
    'Designated members',
    'list',
    ['指定国家', '指定国家/地区', '指定缔约方', '指定国', 'Designations'],
  ],
  ['designatedOn', '指定日期', 'Designated on', 'date', ['后期指定日期']],
  ['protection', '保护状态', 'State of protection', 'text', ['指定状态', '状态']],
  ['refusalDueOn', '驳回期限届满日', 'Refusal period ends', 'date', ['驳回期限']],
]);

/** A registration; each designated member is a field of its own (`designation:US`), so that rows per member add up. */
function checkMadrid(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const number = reader.text('irNo');
  const parsed = number === undefined ? undefined : parseMadridNumber(number);
  if (parsed === undefined || !parsed.ok)
    addIssue(
      reader,
      'madrid.number',
      'refused',
      'irNo',
      parsed === undefined ? '缺少国际注册号' : `国际注册号“${number}”${identifierProblemText(parsed.problem, 'zh')}`,
      'The international registration number is missing or not valid',
    );
  const name = reader.text('name');
  if (name === undefined)
    addIssue(reader, 'madrid.name-missing', 'refused', 'name', '缺少商标名称', 'The mark has no name');
  const address = reader.text('address');
  const holders = readHolders(reader, reader.text('holders'), { place: placeOf(address, undefined, context), address });
  const classes = reader.text('niceClasses');
  const values = definedValues({
    irNo: parsed?.ok ? parsed.value : undefined,
    name: name === undefined ? undefined : cleanText(name),
    registeredOn: reader.date('registeredOn', 'refused'),
    expiresOn: reader.date('expiresOn'),
    holders,
    niceClasses: classes === undefined ? undefined : parseNiceClasses(classes).classes,
    baseRegistrationNo: readBase(reader),
    ...readDesignations(reader),
  });
  const refused = reader.issues.some((issue) => issue.severity === 'refused');
  return { recordKey: refused || !parsed?.ok ? undefined : parsed.value, values, issues: reader.issues };
}

function readBase(reader: RowReader): string | undefined {
  const text = reader.text('baseRegistrationNo');
  if (text === undefined) return undefined;
  const parsed = parseTrademarkNumber(text);
  if (!parsed.ok)
    addIssue(
      reader,
      'madrid.base',
      'warning',
      'baseRegistrationNo',
      `基础注册号“${text}”${identifierProblemText(parsed.problem, 'zh')}，未采用`,
      `Base registration "${text}" is not used`,
    );
  return parsed.ok ? parsed.value : undefined;
}

/** Date and state of the row belong to its member; in a row that lists several they belong to each. */
function readDesignations(reader: RowReader): Record<string, unknown> {
  const names = reader.list('memberCode', /[,，、\s]/) ?? reader.list('members', /[,，、]/) ?? [];
  const details = definedValues({
    on: reader.date('designatedOn'),
    status: reader.text('protection'),
    refusalDueOn: reader.date('refusalDueOn'),
  });
  const designations: Record<string, unknown> = {};
  for (const name of names) {
    const code = findMember(name);
    if (code === undefined)
      addIssue(
        reader,
        'madrid.member',
        'warning',
        'members',
        `指定成员“${name}”不在成员代码表中，按原文保留`,
        `Designated member "${name}" is not in the table of members`,
      );
    designations[`designation:${code ?? name}`] = details;
  }
  return designations;
}

export const madridKind: ImportKind = {
  kind: 'madrid',
  label: { zh: '马德里国际注册', en: 'Madrid registrations' },
  description: {
    zh: '马德里商标国际注册：一行一件，或一行一个指定成员。',
    en: 'International registrations, a row each or a row per designated member.',
  },
  recordType: {
    type: 'madrid',
    label: { zh: '马德里国际注册', en: 'Madrid registration' },
    project: projectMadrid,
    describe: describeMadrid,
  },
  fields,
  senders: [
    {
      code: 'madrid',
      label: { zh: '马德里清单', en: 'Madrid list' },
      signature: ['国际注册号', '指定成员', '国内基础注册号', '保护状态'],
    },
  ],
  duplicates: 'merge',
  check: checkMadrid,
  afterRead: matchImportMentions,
};
