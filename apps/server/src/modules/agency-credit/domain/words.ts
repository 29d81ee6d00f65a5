import { type CreditItem, type CreditRuleVersion, creditSorts } from '@jince/law';
import type { Bilingual, Language } from '../../../platform/i18n/language.ts';
import type { EventStanding, SettledEvent, Settlement } from './settle-events.ts';

export const standingLabels: Readonly<Record<EventStanding, Bilingual>> = {
  counts: { zh: '计分', en: 'Counts' },
  capped: { zh: '已达上限', en: 'Capped' },
  'same-document': { zh: '同一文书不重复计', en: 'Same paper' },
  'not-yet': { zh: '尚未发生', en: 'Not yet' },
  expired: { zh: '已到期', en: 'Expired' },
  revoked: { zh: '已撤销', en: 'Set aside' },
  repaired: { zh: '已修复', en: 'Repaired' },
  withdrawn: { zh: '登记有误，已撤回', en: 'Taken back' },
  'no-item': { zh: '不在计分项目内', en: 'No item' },
};

export const originLabels: Readonly<Record<'register' | 'signal' | 'association' | 'officer', Bilingual>> = {
  register: { zh: '服务机构登记', en: 'Register of agencies' },
  signal: { zh: '已确认的监管信号', en: 'Confirmed signal' },
  association: { zh: '行业协会', en: 'Association' },
  officer: { zh: '工作人员登记', en: 'Entered by an officer' },
};

const sortLabels = new Map(creditSorts.map(({ sort, label }) => [sort, label]));
export const sortLabel = (sort: string, language: Language): string => sortLabels.get(sort)?.[language] ?? sort;

/** 5 → 扣5分, +3 → 加3分. */
export function pointsText(points: number, language: Language): string {
  if (language === 'zh') return points < 0 ? `扣${-points}分` : `加${points}分`;
  return `${points > 0 ? '+' : ''}${points}`;
}

export function lastsText({ lasts }: CreditItem, language: Language): string {
  if ('months' in lasts) return language === 'zh' ? `${lasts.months}个月` : `${lasts.months} months`;
  return language === 'zh' ? '列入期间' : 'while listed';
}

function whyZh({ event, item, standing, counted, until }: SettledEvent, other: string | undefined): string {
  if (item === undefined) return '评价规则中没有对应的项目，不计分。';
  const rule =
    item.points === null
      ? `记入“${item.label.zh}”`
      : `按“${item.label.zh}”${pointsText(item.points, 'zh')}，有效期${lastsText(item, 'zh')}`;
  switch (standing) {
    case 'counts':
      return `${rule}；自${event.on}起计${until === null ? '，结束日未定' : `，${until}起不再计`}。`;
    case 'capped':
      return `${rule}；本项或本类合计已达上限，当日实计${Math.abs(counted)}分。`;
    case 'same-document':
      return `与“${other ?? '另一事项'}”同属一份文书，只按较重的一项计分。`;
    case 'not-yet':
      return `${event.on}起才发生，当日不计。`;
    case 'revoked':
      return `依据的决定自${event.revokedOn}起撤销，之后不计；此前各日仍按当时情况计分。`;
    case 'repaired':
      return `${event.repairedOn}准予信用修复，之后不计。`;
    case 'withdrawn':
      return '登记有误，已经撤回，任何一天都不计。';
    default:
      return `${rule}；已于${until ?? ''}到期。`;
  }
}

function whyEn({ event, item, standing, counted, until }: SettledEvent, other: string | undefined): string {
  if (item === undefined) return 'The rules have no item for it: not scored.';
  const rule =
    item.points === null
      ? `Filed under "${item.label.en}"`
      : `"${item.label.en}": ${pointsText(item.points, 'en')}, ${lastsText(item, 'en')}`;
  switch (standing) {
    case 'counts':
      return `${rule}; from ${event.on}${until === null ? ', end open' : ` until the eve of ${until}`}.`;
    case 'capped':
      return `${rule}; the cap is reached: ${Math.abs(counted)} count on the day.`;
    case 'same-document':
      return `One paper with "${other ?? 'another'}": only the heavier ground counts.`;
    case 'not-yet':
      return `Happened on ${event.on}: not yet on the day.`;
    case 'revoked':
      return `Set aside from ${event.revokedOn} on; days before keep it.`;
    case 'repaired':
      return `Repaired on ${event.repairedOn}.`;
    case 'withdrawn':
      return 'Entered by mistake and taken back: counts on no day.';
    default:
      return `${rule}; ended on ${until ?? ''}.`;
  }
}

/** Why an event counts as it does on the day. @param other sort of the event of the same paper that counts instead */
export function whyLine(line: SettledEvent, language: Language, other?: string): string {
  return language === 'zh' ? whyZh(line, other) : whyEn(line, other);
}

/** The whole sum in one sentence. */
export function sumSentence(
  rules: CreditRuleVersion | undefined,
  { score, grade, gradeByPoints, heldDownBy, events }: Settlement,
  language: Language,
): string {
  const zh = language === 'zh';
  if (rules === undefined) return zh ? '当日尚无适用的评价规则，不计分。' : 'No rules were in force on the day.';
  if (rules.base === null || score === null) {
    const filed = events.filter((one) => one.standing === 'counts').length;
    return zh
      ? `按《${rules.article}》建立信用档案，当日在档${filed}条；该规定没有计分办法，不计分、不评级。`
      : `Events are filed under ${rules.article}: ${filed} on the day. It sets no points: no score, no grade.`;
  }
  const counted = events.filter((one) => one.counted !== 0);
  const minus = counted.reduce((sum, one) => sum + Math.min(0, one.counted), 0);
  const plus = counted.reduce((sum, one) => sum + Math.max(0, one.counted), 0);
  const parts = zh
    ? [minus < 0 ? `扣${-minus}分` : '', plus > 0 ? `加${plus}分` : ''].filter(Boolean).join('，') || '无扣分、加分'
    : [minus < 0 ? `${minus}` : '', plus > 0 ? `+${plus}` : ''].filter(Boolean).join(', ') || 'nothing counts';
  const held =
    heldDownBy === null
      ? ''
      : zh
        ? `；按分数为${gradeByPoints}级，因“${heldDownBy.label.zh}”不得高于${heldDownBy.worst}级`
        : `; ${gradeByPoints} by points, held to ${heldDownBy.worst} by "${heldDownBy.label.en}"`;
  return zh
    ? `满分${rules.base}分，${parts}，得${score}分，评为${grade}级${held}。`
    : `${rules.base} points, ${parts}: ${score}, grade ${grade}${held}.`;
}
