import { addDays, addYears } from '@jince/calendar';
import { lawNumber, lawTexts } from '@jince/law';

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
const TERM_KEY: Readonly<Record<string, string>> = {
  'high-tech': 'high-tech.certificate.years',
  'standard-certified': 'standard.certificate.years',
};

/** '2013' or '2023' of 'GB/T 29490-2023'; undefined for another standard. */
export function editionOf(standard: string | null): string | undefined {
  return /29490\D{0,3}(20\d\d)/.exec(standard ?? '')?.[1];
}

/** Last day of the certificate: the printed one, else the term the law gives from the day of issue. */
function lastDay(m: MembershipFacts): string | null {
  if (m.valid_to !== null) return m.valid_to;
  const key = TERM_KEY[m.kind];
  if (key === undefined || m.valid_from === null) return null;
  return addDays(addYears(m.valid_from, lawNumber(key, m.valid_from).value), -1);
}

/** Whether a list entry or certificate counts on a day, and why. */
export function isMembershipValid(m: MembershipFacts, on: string): Validity {
  if (m.status_text !== null && /撤销|注销|暂停|失效|过期|取消/.test(m.status_text)) {
    return { valid: false, reason: `状态为“${m.status_text}”` };
  }
  if (m.valid_from !== null && m.valid_from > on) return { valid: false, reason: `自 ${m.valid_from} 起有效` };
  const to = lastDay(m);
  if (to !== null && to < on) return { valid: false, reason: `有效期至 ${to}，已过期` };
  const edition = m.kind === 'standard-certified' ? editionOf(m.standard) : undefined;
  if (edition !== undefined) {
    const editions = lawTexts(EDITIONS, on);
    if (!editions.value.includes(edition)) {
      return { valid: false, reason: `GB/T 29490-${edition} 版证书在 ${on} 不再有效（${editions.article}）` };
    }
  }
  if (to !== null) return { valid: true, reason: `有效期至 ${to}` };
  if (m.year !== null) return { valid: true, reason: `列入 ${m.year} 年名单` };
  return { valid: true, reason: '名单未注明期限' };
}
