import { checkUscc, cleanText, identifierProblemText } from '@jince/identifiers';
import { normaliseName } from '@jince/matching';
import type {
  CheckContext,
  CheckedRow,
  ImportField,
  ImportKind,
  RecordType,
} from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { matchImportMentions } from '../jobs/match-mentions.ts';
import { describeMemberships } from '../repositories/describe-records.ts';
import { projectMemberships } from '../repositories/project-parties.ts';

const membershipRecordType: RecordType = {
  type: 'membership',
  label: { zh: '名录资格', en: 'Membership' },
  project: projectMemberships,
  describe: describeMemberships,
};

export const field = (
  name: string,
  zh: string,
  en: string,
  type: ImportField['type'],
  aliases: readonly string[],
  required = false,
): ImportField => ({
  name,
  label: { zh, en },
  type,
  aliases,
  ...(required ? { required } : {}),
});

const common: readonly ImportField[] = [
  field(
    'name',
    '企业名称',
    'Name',
    'text',
    ['单位名称', '名称', '公司名称', '企业', '持证单位', '获证组织名称', '申报单位'],
    true,
  ),
  {
    ...field('uscc', '统一社会信用代码', 'USCC', 'identifier', ['USCC', '信用代码', '社会信用代码']),
    looksLike: (cell) => /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(cell),
  },
  field('town', '所属镇', 'Town', 'text', ['所属镇（区）', '所属区镇', '区镇', '属地']),
  field('address', '地址', 'Address', 'text', ['住所', '注册地址', '企业地址']),
];

/** The firm a list names: what will be matched. A code that fails its check does not take part. */
function readFirm(reader: RowReader, context: CheckContext) {
  const name = reader.text('name');
  if (name === undefined) {
    reader.add({
      code: 'name.missing',
      severity: 'refused',
      field: 'name',
      zh: '没有企业名称',
      en: 'The name is missing',
    });
    return undefined;
  }
  const text = reader.text('uscc');
  const checked = text === undefined ? undefined : checkUscc(text);
  if (checked !== undefined && !checked.ok && checked.problem !== 'organisation-code') {
    reader.add({
      code: 'uscc.check',
      severity: 'warning',
      field: 'uscc',
      zh: `统一社会信用代码“${text}”${identifierProblemText(checked.problem, 'zh')}，改按名称匹配${checked.suggestion ? `；可能应为 ${checked.suggestion}` : ''}`,
      en: `Credit code "${text}" is not used: ${identifierProblemText(checked.problem, 'en')}`,
      ...(checked.suggestion === undefined ? {} : { suggestion: checked.suggestion }),
    });
  }
  const uscc = checked !== undefined && (checked.ok || checked.problem === 'organisation-code') ? checked.value : '';
  const stated = reader.text('town') ?? reader.text('address');
  const town = stated === undefined ? undefined : context.jurisdiction.locateTown(stated);
  const address = reader.text('address');
  const key = normaliseName(name);
  const locality = town === undefined ? '' : (context.jurisdiction.findTown(town.townCode)?.name ?? '');
  return {
    who: uscc === '' ? key : uscc,
    holder: { name: cleanText(name), key, locality, uscc, ...(address === undefined ? {} : { address }) },
  };
}

export type Details = (
  reader: RowReader,
  context: CheckContext,
) => { key: string; values: Record<string, unknown> } | undefined;

/** Checks a row: the firm, then what the list says of it. */
export function checker(kind: string, details: Details): ImportKind['check'] {
  return (cells, context): CheckedRow => {
    const reader = new RowReader(cells, context);
    const firm = readFirm(reader, context);
    const read = details(reader, context);
    if (firm === undefined || read === undefined || reader.issues.some((issue) => issue.severity === 'refused')) {
      return { recordKey: undefined, values: {}, issues: reader.issues };
    }
    const values = definedValues({ kind, ...read.values, holders: [firm.holder] });
    return { recordKey: `${String(values.kind)}|${firm.who}|${read.key}`, values, issues: reader.issues };
  };
}

/** An import kind whose rows are entries of lists of firms. */
export function kindOf(options: {
  kind: string;
  zh: string;
  en: string;
  describe: { zh: string; en: string };
  fields: readonly ImportField[];
  signature: readonly string[];
  evidence?: ImportKind['evidence'];
  check: ImportKind['check'];
}): ImportKind {
  return {
    kind: options.kind,
    label: { zh: options.zh, en: options.en },
    description: options.describe,
    recordType: membershipRecordType,
    fields: [...common, ...options.fields],
    senders: [
      { code: 'department', label: { zh: '主管部门名单', en: 'Department list' }, signature: options.signature },
    ],
    ...(options.evidence === undefined ? {} : { evidence: options.evidence }),
    duplicates: 'merge',
    afterRead: matchImportMentions,
    check: options.check,
  };
}
