import type { LocalDate } from '@jince/calendar';
import type { Language } from '../../../platform/i18n/language.ts';

const monthZh = (day: LocalDate) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`;
const dayZh = (day: LocalDate) => `${monthZh(day)}${Number(day.slice(8, 10))}日`;

/** What the owner must know of the use of a mark in one class, in one sentence. */
export function exposureSentence(
  language: Language,
  mark: {
    readonly niceClass: number;
    readonly registeredOn: LocalDate;
    readonly lastUsedOn: LocalDate | null;
    readonly exposedFrom: LocalDate;
    readonly years: number;
    readonly today: LocalDate;
    /** Months looked at up to today, and how many of them nothing proves. */
    readonly months: number;
    readonly emptyMonths: number;
  },
): string {
  const { lastUsedOn, niceClass, exposedFrom, years, months, emptyMonths } = mark;
  const exposed = exposedFrom <= mark.today;
  // The years count from the last proven use; months before it that nothing proves weaken the answer to a request all the same.
  const holes = !exposed && lastUsedOn !== null && emptyMonths > 0;
  if (language === 'en') {
    const since = lastUsedOn ?? mark.registeredOn;
    const state = lastUsedOn === null ? 'no evidence of use has been kept' : 'there is no evidence of use';
    const thin = holes ? ` Of the ${months} months up to today ${emptyMonths} have no evidence.` : '';
    return exposed
      ? `Since ${since} ${state}. The ${years} years were full on ${exposedFrom}: anybody may ask for revocation in class ${niceClass}.`
      : `Since ${since} ${state}. Without any by ${exposedFrom}, ${years} years are full and anybody may ask for revocation in class ${niceClass}.${thin}`;
  }
  const since =
    lastUsedOn === null
      ? `注册公告（${dayZh(mark.registeredOn)}）以来没有收集到使用证据`
      : `自${monthZh(lastUsedOn)}起没有更新的使用证据`;
  const thin = holes ? `截至今天的${months}个月中，有${emptyMonths}个月没有证据，可以补充。` : '';
  return exposed
    ? `${since}，${dayZh(exposedFrom)}已满${years}年，任何人可以申请撤销第${niceClass}类的注册；请尽快补齐实际使用的证据。`
    : `${since}；到${dayZh(exposedFrom)}仍没有新的使用证据的，满${years}年，任何人可以申请撤销第${niceClass}类的注册。${thin}`;
}
