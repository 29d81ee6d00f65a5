import { addDays } from '@jince/calendar';
import type { CheckContext, ImportKind } from '../../../platform/imports/import-kind.ts';
import type { RowReader } from '../../../platform/imports/row-reader.ts';
import { checker, field, kindOf } from './firm-list.ts';

const LISTS: readonly [RegExp, string][] = [
  [/失信/, 'dishonesty'],
  [/经营异常|异常经营/, 'abnormal-operation'],
  [/处罚/, 'ip-penalty'],
];
/** What makes a penalty one about intellectual property. */
const ABOUT_IP = /知识产权|商标|专利|地理标志|著作权|版权|商业秘密/;

function listOf(reader: RowReader, context: CheckContext): string | undefined {
  const sources = [reader.text('list'), context.sheet, ...context.titleLines];
  for (const text of sources) {
    const found = LISTS.find(([pattern]) => pattern.test(text ?? ''));
    if (found !== undefined) return found[1];
  }
  return undefined;
}

/** The day before the firm was taken off: the last day it stood on the list. */
const lastDay = (removedOn: string | undefined): string | undefined =>
  removedOn === undefined ? undefined : addDays(removedOn, -1);

function refuse(reader: RowReader, name: string, code: string, zh: string, en: string): undefined {
  reader.add({ code, severity: 'refused', field: name, zh, en });
  return undefined;
}

/** Joint discipline: who is barred, since when, by which decision, until when. */
export const disciplineLists: ImportKind = kindOf({
  kind: 'discipline-lists',
  zh: '信用惩戒名单',
  en: 'Discipline lists',
  describe: {
    zh: '严重违法失信名单、经营异常名录、知识产权行政处罚',
    en: 'Serious dishonesty, abnormal operation and penalties about intellectual property',
  },
  signature: ['列入日期', '列入原因', '移出日期'],
  evidence: { fields: ['documentNo', 'reason', 'to'], atLeast: 2 },
  fields: [
    field('list', '名单类别', 'List', 'text', ['名单', '惩戒类型', '名录类别', '信用类别', '类别']),
    field('documentNo', '决定文书号', 'Decision', 'text', ['文书号', '处罚决定书文号', '决定书文号', '文号'], true),
    field('from', '列入日期', 'From', 'date', ['处罚决定日期', '处罚日期', '决定日期', '列入时间'], true),
    field('to', '移出日期', 'Taken off', 'date', ['移出时间', '修复日期', '撤出日期']),
    field('reason', '列入原因', 'Reason', 'text', ['违法行为类型', '违法事实', '案由', '处罚事由', '原因']),
    field('authority', '决定机关', 'Authority', 'text', ['列入机关', '处罚机关', '作出决定机关']),
    field('statusText', '状态', 'State', 'text', ['名单状态', '当前状态']),
  ],
  check: checker('discipline', (reader, context) => {
    const kind = listOf(reader, context);
    const documentNo = reader.text('documentNo');
    const from = reader.date('from');
    const reason = reader.text('reason');
    if (kind === undefined)
      return refuse(
        reader,
        'list',
        'list.unknown',
        '看不出是哪个名单：名单类别列、工作表名或表头上方的标题应含失信、经营异常、处罚之一',
        'Which list this is cannot be told from column, sheet name or title',
      );
    if (documentNo === undefined)
      return refuse(reader, 'documentNo', 'document.missing', '没有决定文书号', 'The decision number is missing');
    if (from === undefined)
      return refuse(reader, 'from', 'from.missing', '没有列入（处罚）日期', 'The day of listing is missing');
    if (kind === 'ip-penalty' && !ABOUT_IP.test(`${reason ?? ''}${reader.text('list') ?? ''}`))
      return refuse(
        reader,
        'reason',
        'penalty.not-ip',
        `处罚事由“${reason ?? '（空）'}”看不出与知识产权有关，不作为知识产权处罚采用`,
        'The penalty does not concern intellectual property',
      );
    const removedOn = reader.date('to');
    if (removedOn !== undefined && removedOn < from)
      return refuse(
        reader,
        'to',
        'to.before-from',
        `移出日期 ${removedOn} 早于列入日期 ${from}`,
        `Taken off ${removedOn} before it was listed ${from}`,
      );
    return {
      key: documentNo,
      values: {
        kind,
        from,
        to: lastDay(removedOn),
        certificateNo: documentNo,
        field: reason,
        certifier: reader.text('authority'),
        statusText: reader.text('statusText'),
      },
    };
  }),
});
