import { identifierProblemText, parseNiceClass, parseTrademarkNumber } from '@jince/identifiers';
import type { CheckContext, CheckedRow, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { describeTrademarkUse } from '../repositories/describe-records.ts';
import { projectTrademarkUse } from '../repositories/project-trademark-use.ts';
import { addIssue } from './add-issue.ts';
import { importFields } from './field.ts';

const fields = importFields([
  ['registrationNo', '注册号', 'Registration', 'identifier', ['商标注册号', '申请/注册号', '注册证号'], true],
  ['niceClass', '类别', 'Class', 'integer', ['国际分类', '商标类别', '使用类别'], true],
  ['name', '商标名称', 'Mark', 'text', ['商标']],
  ['evidence', '证据类型', 'Kind of evidence', 'text', ['使用证据类型', '证据种类', '使用形式'], true],
  ['usedOn', '使用日期', 'Used on', 'date', ['日期', '证据日期', '使用时间', '形成日期'], true],
  ['note', '说明', 'Note', 'text', ['证据说明', '备注', '证据名称']],
]);

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/包装|标签|吊牌|容器|实物/, 'packaging'],
  [/合同|发票|交易|订单|单据|票据/, 'contract'],
  [/广告|宣传|媒体|画册/, 'advertisement'],
  [/展会|展览|博览/, 'exhibition'],
  [/网店|电商|网页|线上|直播|链接/, 'online'],
];

/** Kind of a piece of evidence (商标法实施条例 63: goods, packaging, documents of trade, advertising, exhibitions). */
export function evidenceKind(text: string): string {
  return KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

/** One piece of evidence for one mark in one class. */
function checkUse(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const number = reader.text('registrationNo');
  const parsed = number === undefined ? undefined : parseTrademarkNumber(number);
  if (parsed === undefined || !parsed.ok)
    addIssue(
      reader,
      'trademark-use.number',
      'refused',
      'registrationNo',
      parsed === undefined ? '缺少注册号' : `注册号“${number}”${identifierProblemText(parsed.problem, 'zh')}`,
      'The registration number is missing or not valid',
    );
  const niceText = reader.text('niceClass');
  const nice = niceText === undefined ? undefined : parseNiceClass(niceText);
  if (nice === undefined || !nice.ok)
    addIssue(
      reader,
      'trademark-use.class',
      'refused',
      'niceClass',
      `类别“${niceText ?? ''}”应为一个 1–45 的类别：使用证据按类别计`,
      'Evidence counts per class: the class must be one from 1 to 45',
    );
  const usedOn = reader.date('usedOn', 'refused');
  if (usedOn === undefined || usedOn > context.today)
    addIssue(
      reader,
      'trademark-use.day',
      'refused',
      'usedOn',
      usedOn === undefined ? '缺少使用日期' : `使用日期${usedOn}晚于今天`,
      'The day of use is missing or lies in the future',
    );
  const evidence = reader.text('evidence') ?? '其他';
  const kind = evidenceKind(evidence);
  const note = reader.text('note');
  const values = definedValues({
    registrationNo: parsed?.ok ? parsed.value : undefined,
    niceClass: nice?.ok ? nice.number : undefined,
    kind,
    usedOn,
    note: note ?? evidence,
  });
  const refused = reader.issues.some((issue) => issue.severity === 'refused');
  const key = `${String(values.registrationNo)}/${String(values.niceClass)}|${kind}|${usedOn}|${(note ?? evidence).slice(0, 40)}`;
  return { recordKey: refused ? undefined : key, values, issues: reader.issues };
}

export const trademarkUseKind: ImportKind = {
  kind: 'trademark-use',
  label: { zh: '商标使用证据', en: 'Evidence of use of marks' },
  description: {
    zh: '商标实际使用的证据：一行一个注册号、一个类别的一件证据，用于提示连续三年不使用的撤销风险。',
    en: 'Evidence that marks are used, a row per number, class and piece, against revocation for non-use.',
  },
  recordType: {
    type: 'trademark-use',
    label: { zh: '商标使用证据', en: 'Evidence of use' },
    project: projectTrademarkUse,
    describe: describeTrademarkUse,
  },
  fields,
  senders: [
    {
      code: 'evidence',
      label: { zh: '使用证据清单', en: 'List of evidence' },
      signature: ['注册号', '证据类型', '使用日期', '说明'],
    },
  ],
  evidence: { fields: ['evidence'], atLeast: 1 },
  duplicates: 'merge',
  check: checkUse,
};
