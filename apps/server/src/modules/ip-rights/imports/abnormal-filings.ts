import { cleanText, formatPatentApplicationNumber } from '@jince/identifiers';
import type { CheckContext, CheckedRow, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { matchImportMentions } from '../../parties/index.ts';
import { describePatentNotes } from '../repositories/describe-records.ts';
import { projectAbnormalFilings } from '../repositories/project-patent-notes.ts';
import { addIssue } from './add-issue.ts';
import { importFields } from './field.ts';
import { readHolders } from './read-holders.ts';
import { readPatentKey } from './read-patent-key.ts';

const fields = importFields([
  ['applicationNo', '申请号', 'Application number', 'identifier', ['专利申请号', '申请号/专利号', '专利号'], true],
  ['title', '发明名称', 'Title', 'text', ['专利名称', '名称']],
  ['applicant', '申请人', 'Applicant', 'list', ['申请人名称', '专利权人', '第一申请人']],
  ['uscc', '统一社会信用代码', 'Code of the applicant', 'identifier', ['社会信用代码', '信用代码']],
  ['agency', '代理机构', 'Agency', 'text', ['专利代理机构']],
  ['batch', '通报批次', 'Batch', 'text', ['批次', '非正常批次', '通报文号', '非正常申请批次', '通报名称']],
  ['flaggedOn', '通报日期', 'Notified on', 'date', ['通报日', '下发日期', '通报时间']],
  ['reason', '非正常类型', 'Kind of abnormality', 'text', ['非正常申请类型', '非正常情形', '认定情形']],
  ['stateText', '撤回状态', 'State', 'text', ['状态', '撤回情况', '处理状态', '处理结果', '是否撤回']],
  ['clearedOn', '解除日期', 'Cleared on', 'date', ['申诉成立日期', '移出日期', '解除日']],
]);

/** What became of a notified application; a withdrawal does not clear it, an appeal that was upheld does. */
export function abnormalState(text: string | undefined): 'standing' | 'withdrawn' | 'appealed' | 'cleared' {
  if (text === undefined) return 'standing';
  if (/申诉成立|申诉通过|移出|解除|撤销通报|不属于|排除/.test(text)) return 'cleared';
  if (/申诉/.test(text)) return 'appealed';
  return /撤回|^是$/.test(text) && !/未撤回|不撤回|拒不/.test(text) ? 'withdrawn' : 'standing';
}

/** One application of one notice: key `application number|batch`. */
function checkAbnormal(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const patent = readPatentKey(reader, 'applicationNo');
  const batch = reader.text('batch');
  const stated = reader.date('flaggedOn', 'refused');
  const flaggedOn = stated ?? context.asOf ?? context.today;
  if (stated === undefined)
    addIssue(
      reader,
      'abnormal.no-day',
      'warning',
      'flaggedOn',
      `没有通报日期，按${context.asOf === undefined ? '导入当日' : '文件日期'}${flaggedOn}记`,
      `Without a day of notice, ${flaggedOn} is taken`,
    );
  const stateText = reader.text('stateText');
  const state = abnormalState(stateText);
  const clearedOn = reader.date('clearedOn') ?? (state === 'cleared' ? (context.asOf ?? context.today) : undefined);
  const holders = readHolders(reader, reader.text('applicant'), { place: { townCode: undefined, locality: '' } });
  const title = reader.text('title');
  const values = definedValues({
    applicationNo: patent === undefined ? undefined : formatPatentApplicationNumber(patent),
    title: title === undefined ? undefined : cleanText(title),
    holders: holders.length === 0 ? undefined : holders,
    batch,
    flaggedOn,
    reason: reader.text('reason'),
    state,
    stateText,
    clearedOn,
  });
  const refused = reader.issues.some((issue) => issue.severity === 'refused');
  return {
    recordKey: refused || patent === undefined ? undefined : `${patent}|${batch ?? ''}`,
    values,
    issues: reader.issues,
  };
}

export const abnormalFilingsKind: ImportKind = {
  kind: 'abnormal-filings',
  label: { zh: '非正常专利申请通报', en: 'Notices of abnormal applications' },
  description: {
    zh: '国家知识产权局通报的非正常专利申请清单：一行一件申请的一次通报；不改写专利登记簿，只加标记。',
    en: 'Applications notified as abnormal, a row per application and notice; the register of patents is not rewritten, only flagged.',
  },
  recordType: {
    type: 'abnormal-filing',
    label: { zh: '非正常申请通报', en: 'Notice of an abnormal application' },
    project: projectAbnormalFilings,
    describe: describePatentNotes,
  },
  fields,
  senders: [
    {
      code: 'notice',
      label: { zh: '非正常申请清单', en: 'Notice' },
      signature: ['申请号', '通报批次', '撤回状态', '通报日期'],
    },
  ],
  evidence: { fields: ['batch', 'flaggedOn', 'reason', 'stateText'], atLeast: 1 },
  duplicates: 'doubtful',
  afterRead: matchImportMentions,
  check: checkAbnormal,
};
