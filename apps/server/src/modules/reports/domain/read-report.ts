import { isLocalDate } from '@jince/calendar';
import { checkUscc } from '@jince/identifiers';
import type { Bilingual } from '../../../platform/i18n/language.ts';

/** What a report says, once it can be taken. Dates YYYY-MM-DD; empty fields are null. */
export interface ReportContent {
  readonly sort: 'tip' | 'complaint';
  readonly kind: string;
  readonly subjectName: string;
  readonly subjectUscc: string | null;
  readonly townCode: string | null;
  readonly happenedOn: string | null;
  readonly statement: string;
  readonly wish: string | null;
  readonly anonymous: boolean;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}
export type ReportField = keyof ReportContent | 'consent';

export interface ReportProblem {
  readonly field: ReportField;
  readonly text: Bilingual;
}

export interface ReadingOf {
  readonly kinds: readonly string[];
  readonly towns: readonly string[];
  readonly today: string;
  /** Fewest characters of what happened. */
  readonly statementLeast: number;
}

/** Most characters of a field. */
export const FIELD_LENGTH = { subjectName: 100, statement: 5000, wish: 500, name: 40, phone: 20, email: 100 } as const;

const PHONE = /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|\+?[1-9]\d{6,14})$/;
const EMAIL = /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"'.]{2,}$/;

/** Without NUL, control characters other than line ends, and half surrogates: PostgreSQL and readers take no harm. */
const clean = (text: string | undefined): string =>
  (text ?? '')
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\r\n?/g, '\n')
    .trim();
const orNull = (text: string): string | null => (text === '' ? null : text);

/** Reads the fields of a form; every problem is said at its field, in both languages. */
export function readReport(
  given: Readonly<Record<string, string | undefined>>,
  of: ReadingOf,
): { readonly report: ReportContent; readonly problems: readonly ReportProblem[] } {
  const problems: ReportProblem[] = [];
  const wrong = (field: ReportField, zh: string, en: string) => void problems.push({ field, text: { zh, en } });
  const text = (field: keyof ReportContent) => clean(given[field]);
  const sort = text('sort') === 'complaint' ? 'complaint' : 'tip';
  const anonymous = sort === 'tip' && text('anonymous') === 'yes';
  if (!['tip', 'complaint'].includes(text('sort')))
    wrong('sort', '请选择举报还是投诉', 'Choose a report or a complaint');
  if (!of.kinds.includes(text('kind'))) wrong('kind', '请选择问题类型', 'Choose what it is about');
  if (text('subjectName').length < 2) wrong('subjectName', '请写明被举报的单位或个人名称', 'Name whom it is about');
  const uscc = text('subjectUscc').toUpperCase().replace(/\s/g, '');
  if (uscc !== '' && !checkUscc(uscc).ok)
    wrong(
      'subjectUscc',
      '统一社会信用代码应为 18 位，请核对；不清楚可以不填',
      'The code has 18 signs; leave it empty if unsure',
    );
  if (text('townCode') !== '' && !of.towns.includes(text('townCode')))
    wrong('townCode', '请从列表中选择', 'Choose from the list');
  const day = text('happenedOn');
  if (day !== '' && !isLocalDate(day))
    wrong('happenedOn', '日期应写成 2026-03-08 的样子', 'Write the day like 2026-03-08');
  else if (day > of.today) wrong('happenedOn', '日期不能晚于今天', 'The day cannot be after today');
  if (text('statement').length < of.statementLeast)
    wrong(
      'statement',
      `请写明事实经过，至少 ${of.statementLeast} 个字`,
      `Say what happened, in at least ${of.statementLeast} characters`,
    );
  for (const [field, most] of Object.entries(FIELD_LENGTH) as [keyof typeof FIELD_LENGTH, number][])
    if (text(field).length > most)
      wrong(
        field,
        `最多 ${most} 个字，现在 ${text(field).length} 个`,
        `At most ${most} characters; this has ${text(field).length}`,
      );
  if (!anonymous) {
    if (text('name').length < 2)
      wrong('name', '请填写姓名；举报可以选择匿名', 'Give your name; reports can be anonymous');
    if (text('phone') === '' && text('email') === '')
      wrong('phone', '请至少留一种联系方式', 'Give at least one way to reach you');
  }
  const phone = text('phone').replace(/\s/g, '');
  if (!anonymous && phone !== '' && !PHONE.test(phone)) wrong('phone', '请核对电话号码', 'Please check the number');
  if (!anonymous && text('email') !== '' && !EMAIL.test(text('email')))
    wrong('email', '请核对电子邮箱', 'Please check the address');
  if (given.consent !== 'yes') wrong('consent', '请阅读并确认须知', 'Please read and confirm the notice');
  const own = (field: 'name' | 'phone' | 'email') => (anonymous ? null : orNull(text(field)));
  return {
    report: {
      sort,
      kind: text('kind'),
      subjectName: text('subjectName'),
      subjectUscc: orNull(uscc),
      townCode: orNull(text('townCode')),
      happenedOn: orNull(day),
      statement: text('statement'),
      wish: orNull(text('wish')),
      anonymous,
      name: own('name'),
      phone: anonymous ? null : orNull(phone),
      email: own('email'),
    },
    problems,
  };
}
