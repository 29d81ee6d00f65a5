import { checkUscc, cleanText } from '@jince/identifiers';
import type { CheckContext, CheckedRow, ImportField, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { PERSON_REVEAL } from '../complaints.catalogue.ts';
import { describeListedClues, projectListedClues } from '../repositories/listed-repository.ts';

function field(
  name: string,
  [zh, en]: readonly [string, string],
  type: ImportField['type'],
  aliases: readonly string[],
  required = false,
): ImportField {
  return { name, label: { zh, en }, type, aliases, ...(required ? { required } : {}) };
}

const fields: readonly ImportField[] = [
  field('number', ['编号', 'Number'], 'identifier', ['登记编号', '工单编号', '单号', '工单号', '诉求编号'], true),
  field(
    'sort',
    ['类型', 'Sort'],
    'text',
    ['类型（投诉/举报）', '类型(投诉/举报)', '诉求类型', '登记类型', '信息类型'],
    true,
  ),
  field('receivedOn', ['登记时间', 'Received'], 'date', ['登记日期', '接收时间', '收到日期', '诉求时间'], true),
  field('person', ['投诉人', 'Person'], 'text', ['举报人', '投诉（举报）人', '投诉举报人', '诉求人', '提供方']),
  field('phone', ['联系电话', 'Phone'], 'text', ['投诉人电话', '联系方式', '电话']),
  field(
    'subject',
    ['被投诉人', 'Business'],
    'text',
    ['被举报人', '被投诉（举报）人', '被投诉举报人', '涉及主体', '经营者名称'],
    true,
  ),
  field('uscc', ['USCC', 'Credit code'], 'identifier', ['统一社会信用代码', '信用代码', '社会信用代码']),
  field('address', ['经营地址', 'Address'], 'text', ['被投诉人地址', '被举报人地址', '住所', '经营场所', '地址']),
  field('problem', ['涉及问题', 'Problem'], 'text', ['问题描述', '投诉内容', '举报内容', '诉求内容', '事由'], true),
  field('stage', ['环节', 'Stage'], 'text', ['所处环节', '当前环节', '办理环节']),
  field('unit', ['处理单位', 'Unit'], 'text', ['承办单位', '办理单位', '处理部门']),
  field('dueOn', ['时限', 'Due'], 'date', ['办理时限', '截止日期', '处理时限', '到期日']),
];

/** 投诉, 举报, or a letter that says both. */
function sortOf(text: string): 'complaint' | 'report' | 'both' | undefined {
  const complaint = text.includes('投诉');
  const report = text.includes('举报');
  if (complaint && report) return 'both';
  return complaint ? 'complaint' : report ? 'report' : undefined;
}

function refuse(reader: RowReader, name: string, zh: string, en: string): void {
  reader.add({ code: `${name}.missing`, severity: 'refused', field: name, zh, en });
}

function readUscc(reader: RowReader): string | undefined {
  const text = reader.text('uscc');
  if (text === undefined) return undefined;
  const checked = checkUscc(text);
  if (checked.ok) return checked.value;
  reader.add({
    code: 'uscc.check',
    severity: 'warning',
    field: 'uscc',
    zh: `统一社会信用代码“${text}”校验不通过，未采用`,
    en: `Credit code "${text}" does not check and was left out`,
  });
  return undefined;
}

/** Who complained: 匿名 and the like are nobody. */
function personOf(reader: RowReader) {
  const name = reader.text('person');
  if (name === undefined || /^(?:匿名|不详|未知|保密|\*+)/.test(name)) return undefined;
  const phone = reader.text('phone');
  return { name: cleanText(name), ...(phone === undefined ? {} : { phone }) };
}

function check(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const number = reader.text('number')?.replace(/\s/g, '');
  const sortText = reader.text('sort');
  const sort = sortText === undefined ? undefined : sortOf(sortText);
  const receivedOn = reader.date('receivedOn', 'refused');
  const subject = reader.text('subject');
  const problem = reader.text('problem');
  const person = personOf(reader);
  if (number === undefined) refuse(reader, 'number', '没有编号', 'No number');
  if (sort === undefined)
    refuse(reader, 'sort', `看不出“${sortText ?? ''}”是投诉还是举报`, 'Neither complaint nor report');
  if (receivedOn === undefined && !reader.issues.some((one) => one.field === 'receivedOn'))
    refuse(reader, 'receivedOn', '没有登记时间，期限无从起算', 'No day it came in: no clock can run');
  if (receivedOn !== undefined && receivedOn > context.today)
    refuse(reader, 'receivedOn', `登记时间 ${receivedOn} 在今天之后`, `Received on ${receivedOn}, after today`);
  if (subject === undefined) refuse(reader, 'subject', '没有被投诉（举报）人', 'No business is named');
  if (problem === undefined) refuse(reader, 'problem', '没有涉及问题', 'No problem is stated');
  if (sort !== undefined && sort !== 'report' && person === undefined)
    reader.add({
      code: 'person.missing',
      severity: 'doubtful',
      field: 'person',
      zh: '投诉没有投诉人，无法组织调解，请核对后决定是否收入',
      en: 'A complaint without a person cannot be mediated',
    });
  const uscc = readUscc(reader);
  if (reader.issues.some((issue) => issue.severity === 'refused') || number === undefined)
    return { recordKey: undefined, values: {}, issues: reader.issues };
  return {
    recordKey: number,
    values: definedValues({
      number,
      sort,
      receivedOn,
      person,
      subject: subject === undefined ? undefined : cleanText(subject),
      uscc,
      address: reader.text('address'),
      problem,
      stage: reader.text('stage'),
      unit: reader.text('unit'),
      dueOn: reader.date('dueOn'),
    }),
    issues: reader.issues,
  };
}

/** Lists of 12315: each line becomes a complaint, a report, or both, once the import is applied. */
export const clues12315Kind: ImportKind = {
  kind: '12315-clues',
  label: { zh: '12315 投诉举报清单', en: 'List of 12315' },
  description: {
    zh: '12315 平台导出的投诉举报清单；应用后逐条立件、分送，撤销时未办理的一并撤回',
    en: 'Complaints and reports exported by 12315; files are opened when it is applied',
  },
  recordType: {
    type: '12315-clue',
    label: { zh: '12315 线索', en: 'Line of 12315' },
    project: (tx, ctx) => projectListedClues(tx, ctx, clues12315Kind),
    describe: describeListedClues,
  },
  fields,
  senders: [
    {
      code: '12315',
      label: { zh: '全国12315平台', en: '12315' },
      signature: ['投诉人', '被投诉人', '涉及问题', '环节', '处理单位', '时限'],
    },
  ],
  evidence: { fields: ['stage', 'unit', 'dueOn', 'person'], atLeast: 2 },
  duplicates: 'doubtful',
  sealed: { fields: ['person', 'phone'], permission: PERSON_REVEAL },
  check,
};
