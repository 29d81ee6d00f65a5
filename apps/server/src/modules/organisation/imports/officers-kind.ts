import type {
  CheckContext,
  CheckedRow,
  ImportField,
  ImportKind,
  RecordType,
} from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { describeOfficers, projectOfficers } from '../repositories/project-officers.ts';

const officerRecordType: RecordType = {
  type: 'officer',
  label: { zh: '执法和管理人员', en: 'Officer' },
  project: projectOfficers,
  describe: describeOfficers,
};

type FieldLine = readonly [name: string, zh: string, en: string, type: ImportField['type'], aliases: readonly string[]];

const LINES: readonly FieldLine[] = [
  ['name', '姓名', 'Name', 'text', ['人员姓名', '执法人员', '执法人员姓名', '持证人', '持证人姓名']],
  ['unit', '单位', 'Unit', 'text', ['单位名称', '工作单位', '所在单位', '执法主体', '执法单位']],
  ['section', '内设机构', 'Section', 'text', ['科室', '部门', '所在部门', '所属科室', '处室', '分局']],
  ['post', '岗位', 'Post', 'text', ['职务', '职位', '岗位名称', '职务职级']],
  ['region', '所属镇(区)', 'Town or zone', 'text', ['所属镇（区）', '所属镇', '区镇', '所属区镇', '属地', '执法区域']],
  [
    'certificateNo',
    '执法证号',
    'Certificate number',
    'identifier',
    ['证号', '证件编号', '证件号码', '执法证编号', '执法证件号', '行政执法证号', '行政执法证件号', '执法编号'],
  ],
  ['certificateKind', '证件类型', 'Kind of certificate', 'text', ['证件种类', '证件名称', '证件类别', '执法类别']],
  ['certificateFrom', '发证日期', 'Issued', 'date', ['发证时间', '颁证日期', '领证日期', '有效期起', '有效期自']],
  ['certificateTo', '有效期至', 'Valid until', 'date', ['有效期', '到期日期', '证件有效期', '截止日期', '有效期止']],
  ['level', '轮训层级', 'Level of training', 'text', ['层级', '培训层级']],
  ['phone', '联系电话', 'Phone', 'text', ['电话', '手机', '手机号', '手机号码', '联系方式', '办公电话']],
];

const fields: readonly ImportField[] = LINES.map(([name, zh, en, type, aliases]) => ({
  name,
  label: { zh, en },
  type,
  aliases,
  ...(name === 'name' ? { required: true } : {}),
}));

/** Names are compared without width, brackets' shape and spaces. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

/** The body a row means: its section, else its unit, by full or short name. */
function findBody(
  reader: RowReader,
  { jurisdiction }: CheckContext,
): { id: string | undefined; name: string | undefined } {
  const stated = [reader.text('section'), reader.text('unit')].filter((text) => text !== undefined);
  for (const text of stated) {
    const body = jurisdiction.bodies.find(
      (one) => plain(one.name) === plain(text) || plain(one.shortName) === plain(text),
    );
    if (body !== undefined) return { id: body.code, name: body.name };
  }
  const name = stated[0];
  if (name !== undefined) {
    reader.add({
      code: 'officer.body-unknown',
      severity: 'warning',
      field: 'section',
      zh: `辖区机构中没有“${name}”，按原文保留`,
      en: `"${name}" is no body of the district; kept as written`,
    });
  }
  return { id: undefined, name };
}

function check(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const name = reader.text('name')?.trim();
  if (name === undefined || name === '') {
    reader.add({
      code: 'officer.name-missing',
      severity: 'refused',
      field: 'name',
      zh: '没有姓名',
      en: 'The name is missing',
    });
    return { recordKey: undefined, values: {}, issues: reader.issues };
  }
  const body = findBody(reader, context);
  const number = reader.text('certificateNo');
  const certificateNo = number === undefined ? undefined : plain(number);
  const certificateFrom = reader.date('certificateFrom');
  const certificateTo = reader.date('certificateTo');
  if (certificateFrom !== undefined && certificateTo !== undefined && certificateTo < certificateFrom) {
    reader.add({
      code: 'officer.certificate-period',
      severity: 'doubtful',
      field: 'certificateTo',
      zh: `有效期至 ${certificateTo} 早于发证日期 ${certificateFrom}`,
      en: `Valid until ${certificateTo} is before the day of issue ${certificateFrom}`,
    });
  }
  const values = definedValues({
    name,
    bodyId: body.id,
    bodyName: body.name,
    post: reader.text('post'),
    region: reader.text('region'),
    level: reader.text('level'),
    certificateNo,
    certificateKind: reader.text('certificateKind'),
    certificateFrom,
    certificateTo,
    phone: reader.text('phone'),
  });
  // The certificate names the person; without one, name and body do.
  const recordKey = certificateNo ?? `${plain(name)}|${body.id ?? plain(body.name ?? '')}`;
  return { recordKey, values, issues: reader.issues };
}

export const officersKind: ImportKind = {
  kind: 'officers',
  label: { zh: '执法和管理人员名册', en: 'Register of officers' },
  description: { zh: '执法人员、管理人员及其执法证件', en: 'Enforcement and management officers with certificates' },
  recordType: officerRecordType,
  fields,
  senders: [
    { code: 'bureau', label: { zh: '市场监管局', en: 'Market bureau' }, signature: ['姓名', '执法证号', '内设机构'] },
  ],
  duplicates: 'doubtful',
  check,
  // Personal data of colleagues: only those who may see it in full bring it in.
  roles: ['ip-officer', 'director'],
};
