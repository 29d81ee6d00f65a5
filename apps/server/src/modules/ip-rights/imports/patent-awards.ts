import { cleanText } from '@jince/identifiers';
import type { CheckContext, CheckedRow, ImportKind } from '../../../platform/imports/import-kind.ts';
import { definedValues, RowReader } from '../../../platform/imports/row-reader.ts';
import { describePatentNotes } from '../repositories/describe-records.ts';
import { projectAwards } from '../repositories/project-patent-notes.ts';
import { addIssue } from './add-issue.ts';
import { importFields } from './field.ts';
import { readPatentKey } from './read-patent-key.ts';

const fields = importFields([
  ['patentNo', '专利号', 'Patent number', 'identifier', ['申请号', '专利申请号', '申请号/专利号'], true],
  ['title', '专利名称', 'Title', 'text', ['发明名称', '获奖项目']],
  ['holder', '专利权人', 'Holder', 'text', ['获奖单位', '权利人']],
  ['award', '奖项', 'Award', 'text', ['奖项名称', '奖励名称', '获奖名称'], true],
  ['grade', '等级', 'Grade', 'text', ['获奖等级', '奖励等级', '奖级']],
  ['session', '届/年', 'Session or year', 'text', ['届次', '届', '届别']],
  ['year', '年度', 'Year', 'integer', ['年份', '获奖年度', '授奖年度']],
  ['awardedOn', '公布日期', 'Announced on', 'date', ['授奖日期', '公告日期', '获奖日期', '发文日期']],
]);

const AWARDS: readonly (readonly [RegExp, string])[] = [
  [/国家(?:最高)?(?:科学|科技|技术发明|自然科学)/, 'national-science'],
  [/中国(?:外观设计|专利)/, 'china-patent'],
  [/省|江苏/, 'provincial'],
];

/** Which award a text names; 'other' for those of a city or an association. */
export function awardOf(text: string): string {
  return AWARDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

const DIGITS = '零一二三四五六七八九';

/** '第二十五届' → 25, '第3届' → 3. */
export function sessionOf(text: string): number | undefined {
  const said = /第?\s*([0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*届/.exec(text)?.[1];
  if (said === undefined) return undefined;
  if (/^[0-9]+$/.test(said)) return Number(said);
  const [tens, ones] = said.includes('十') ? said.split('十') : ['', said];
  const ten = said.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens as string)) : 0;
  return ten * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones as string));
}

/** One award of one patent. */
function checkAward(cells: ReadonlyMap<string, string>, context: CheckContext): CheckedRow {
  const reader = new RowReader(cells, context);
  const patent = readPatentKey(reader, 'patentNo');
  const text = reader.text('award');
  if (text === undefined) addIssue(reader, 'award.missing', 'refused', 'award', '缺少奖项', 'The award is missing');
  const awardedOn = reader.date('awardedOn');
  const sessionText = reader.text('session') ?? text ?? '';
  const year = Number(
    /((?:19|20)\d\d)/.exec(`${reader.text('year') ?? ''} ${sessionText}`)?.[1] ?? awardedOn?.slice(0, 4) ?? Number.NaN,
  );
  if (Number.isNaN(year))
    addIssue(
      reader,
      'award.year',
      'refused',
      'session',
      '看不出获奖年度：届次不能推出年度，请写明年份或公布日期',
      'The year of the award is missing: it does not follow from the session',
    );
  const values = definedValues({
    award: text === undefined ? undefined : awardOf(text),
    awardText: text === undefined ? undefined : cleanText(text),
    grade: reader.text('grade'),
    session: sessionOf(sessionText),
    year: Number.isNaN(year) ? undefined : year,
    awardedOn,
  });
  const refused = reader.issues.some((issue) => issue.severity === 'refused');
  const key =
    refused || patent === undefined
      ? undefined
      : `${patent}|${String(values.award)}|${year}|${String(values.grade ?? '')}`;
  return { recordKey: key, values, issues: reader.issues };
}

export const patentAwardsKind: ImportKind = {
  kind: 'patent-awards',
  label: { zh: '专利获奖名单', en: 'Awards of patents' },
  description: {
    zh: '国家科学技术奖、中国专利奖及地方奖项的获奖专利：一行一件专利的一个奖项。',
    en: 'Patents with state science and technology awards, the China patent award or local ones, a row per patent and award.',
  },
  recordType: {
    type: 'patent-award',
    label: { zh: '专利获奖', en: 'Award' },
    project: projectAwards,
    describe: describePatentNotes,
  },
  fields,
  senders: [
    {
      code: 'awards',
      label: { zh: '获奖名单', en: 'List of awards' },
      signature: ['奖项', '等级', '届次', '获奖单位'],
    },
  ],
  duplicates: 'merge',
  check: checkAward,
};
