import { daysBetween } from '@jince/calendar';
import type { RatingSettings } from '@jince/wujiang';
import type { Bilingual } from '../../../platform/i18n/language.ts';

/** What is known of one rating when it is weighed. */
export interface RatingFacts {
  readonly id: string;
  readonly partyId: string;
  readonly address: string | null;
  readonly head: string | null;
  readonly ratedOn: string;
  /** 1 to 5 */
  readonly score: number;
}

export interface WeighedRating {
  readonly id: string;
  /** 0 to 100 */
  readonly percent: number;
  /** Why it counts less; empty: it counts in full. */
  readonly reasons: readonly Bilingual[];
}

const TOP = 5;
const FULL = 100;

/** Addresses are compared without blanks, brackets and width. */
const plain = (text: string | null): string => (text ?? '').normalize('NFKC').replace(/[\s()（）]/g, '');
const same = (a: string | null, b: string | null): boolean => plain(a) !== '' && plain(a) === plain(b);

interface Rated {
  readonly address: string | null;
  readonly head: string | null;
}

function linkOf(one: RatingFacts, agency: Rated): Bilingual | undefined {
  if (same(one.head, agency.head))
    return {
      zh: '客户的法定代表人与机构负责人同名，疑为关联单位',
      en: 'The legal representative of the client bears the name of the head of the agency',
    };
  if (same(one.address, agency.address))
    return { zh: '客户与机构住所相同，疑为关联单位', en: 'Client and agency have the same address' };
  return undefined;
}

const isSameClient = (a: RatingFacts, b: RatingFacts): boolean => a.partyId === b.partyId || same(a.address, b.address);

/** Ratings in order of the day; those of one day by id. */
const inOrder = (ratings: readonly RatingFacts[]) =>
  [...ratings].sort((a, b) => a.ratedOn.localeCompare(b.ratedOn) || a.id.localeCompare(b.id));

/**
 * How much each rating of an agency counts, with reasons: clients tied to the agency, further ratings of one client or of one
 * address, bursts, and clients who only ever give the highest score. Independent shares multiply.
 * @returns in the order given
 */
export function weighRatings(
  ratings: readonly RatingFacts[],
  agency: Rated,
  settings: RatingSettings,
): WeighedRating[] {
  const ordered = inOrder(ratings);
  return ratings.map((one) => {
    const reasons: Bilingual[] = [];
    let share = 1;
    const lower = (percent: number, reason: Bilingual) => {
      share *= percent / FULL;
      reasons.push(reason);
    };
    const link = linkOf(one, agency);
    if (link !== undefined) lower(settings.linkedPercent, link);
    const at = ordered.indexOf(one);
    const earlier = ordered.slice(0, at).find((other) => isSameClient(one, other));
    if (earlier !== undefined)
      lower(
        settings.sameClientPercent,
        earlier.partyId === one.partyId
          ? { zh: '同一客户的第二件起', en: 'A further rating of the same client' }
          : { zh: '与另一评价客户住所相同', en: 'Another client at the same address has rated' },
      );
    const { burst, topOnly } = settings;
    const recent = ordered.slice(0, at + 1).filter((other) => daysBetween(other.ratedOn, one.ratedOn) < burst.days);
    if (recent.length > burst.count)
      lower(burst.percent, {
        zh: `${burst.days} 天内的第 ${recent.length} 条，超过 ${burst.count} 条的部分`,
        en: `Number ${recent.length} within ${burst.days} days, beyond ${burst.count}`,
      });
    const own = ratings.filter((other) => other.partyId === one.partyId);
    if (own.length >= topOnly.least && own.every((other) => other.score === TOP))
      lower(topOnly.percent, {
        zh: `该客户 ${own.length} 条全部为满分`,
        en: `All ${own.length} ratings of this client are the highest`,
      });
    return { id: one.id, percent: Math.round(share * FULL), reasons };
  });
}

export interface RatingSummary {
  /** One decimal; null with too few clients that count. */
  readonly score: number | null;
  readonly clients: number;
  readonly ratings: number;
  readonly sentence: Bilingual;
}

/** Mean of the ratings by their shares; shown once enough clients count. */
export function summariseRatings(
  ratings: readonly Pick<RatingFacts, 'id' | 'partyId' | 'score'>[],
  weighed: readonly WeighedRating[],
  settings: RatingSettings,
): RatingSummary {
  const shares = new Map(weighed.map((one) => [one.id, one.percent]));
  const share = (id: string) => shares.get(id) ?? FULL;
  const counted = ratings.filter((one) => share(one.id) > 0);
  const clients = new Set(counted.map((one) => one.partyId)).size;
  const total = counted.reduce((sum, one) => sum + share(one.id), 0);
  const lowered = ratings.filter((one) => share(one.id) < FULL).length;
  if (clients < settings.least)
    return {
      score: null,
      clients,
      ratings: ratings.length,
      sentence: {
        zh: `计入的客户 ${clients} 家，不足 ${settings.least} 家，暂不公布评分。`,
        en: `${clients} clients count, fewer than ${settings.least}: no score yet.`,
      },
    };
  const mean = counted.reduce((sum, one) => sum + share(one.id) * one.score, 0) / total;
  const score = Math.round(mean * 10) / 10;
  return {
    score,
    clients,
    ratings: ratings.length,
    sentence: {
      zh: `${ratings.length} 条评价，其中 ${lowered} 条折算或不计，按折算比例加权平均为 ${score.toFixed(1)} 分（满分 5 分）。`,
      en: `${ratings.length} ratings, ${lowered} of them lowered or left out; the weighted mean is ${score.toFixed(1)} of 5.`,
    },
  };
}
