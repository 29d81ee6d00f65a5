import { addDays, addYears } from '@jince/calendar';
import { hasLaw, lawNumber, lawTexts } from '@jince/law';

export interface MembershipFacts {
  readonly kind: string;
  readonly standard: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly year: number | null;
  readonly status_text: string | null;
}

export interface Validity {
  readonly valid: boolean;
  readonly reason: string;
}

const EDITIONS = 'standard.gbt29490.valid-editions';
/** Kinds whose certificates run for a term of the law when none is printed. */
export const membershipTerms: Readonly<Record<string, string>> = {
  'high-tech': 'high-tech.certificate.years',
  'standard-certified': 'standard.certificate.years',
  dishonesty: 'credit.dishonesty.years',
  'ip-penalty': 'credit.penalty.years',
};

/** Words of a status that ends a membership. */
export const ENDED_STATUS = /撤销|注销|暂停|失效|过期|取消|移出|修复/;

/** '2013' or '2023' of 'GB/T 29490-2023'; undefined for another standard. */
export function editionOf(standard: string | null): string | undefined {
  return /29490[^0-9]{0,3}(20[0-9]{2})/.exec(standard ?? '')?.[1];
}

/** Editions of GB/T 29490 whose certificates count on a day; none before there was a standard. */
export function validEditions(on: string): { editions: readonly string[]; article: string } {
  if (!hasLaw(EDITIONS, on)) return { editions: [], article: '标准尚未施行' };
  const { value, article } = lawTexts(EDITIONS, on);
  return { editions: value, article };
}

/** Last day of the certificate: the printed one, else the term the law gives from the day of issue. */
function lastDay(m: MembershipFacts): string | null {
  if (m.valid_to !== null) return m.valid_to;
  const key = membershipTerms[m.kind];
  if (key === undefined || m.valid_from === null || !hasLaw(key, m.valid_from)) return null;
  return addDays(addYears(m.valid_from, lawNumber(key, m.valid_from).value), -1);
}

/** Whether a list entry or certificate counts on a day, and why. */
export function isMembershipValid(m: MembershipFacts, on: string): Validity {
  if (m.status_text !== null && ENDED_STATUS.test(m.status_text)) {
    return { valid: false, reason: `状态为“${m.status_text}”` };
  }
  if (m.valid_from !== null && m.valid_from > on) return { valid: false, reason: `自 ${m.valid_from} 起有效` };
  const to = lastDay(m);
  if (to !== null && to < on) return { valid: false, reason: `有效期至 ${to}，已过期` };
  const edition = m.kind === 'standard-certified' ? editionOf(m.standard) : undefined;
  if (edition !== undefined) {
    const { editions, article } = validEditions(on);
    if (!editions.includes(edition)) {
      return { valid: false, reason: `GB/T 29490-${edition} 版证书在 ${on} 不再有效（${article}）` };
    }
  }
  if (to !== null) return { valid: true, reason: `有效期至 ${to}` };
  if (m.year !== null) return { valid: true, reason: `列入 ${m.year} 年名单` };
  return { valid: true, reason: '名单未注明期限' };
}
