import { foldText } from '@jince/matching';

/** Who stands behind a row: a shop of a platform, an applicant, a company, a registrant. */
export const subjectKey = (kind: string, platform: string | null, subject: string | null): string =>
  `${kind}|${foldText(platform ?? '')}|${foldText(subject ?? '')}`;

const GOODS_SIGNS = 10;

/**
 * What is offered, without sizes, years and praise of the season: rows of one shop that differ in these alone are the same goods.
 * Characters alone count; of a title without any the whole is taken.
 * @param noise words that say nothing of the goods
 */
export function goodsKey(title: string, noise: readonly string[]): string {
  const folded = foldText(title);
  const han = folded.match(/\p{Script=Han}/gu)?.join('') ?? '';
  const bare = noise.reduce((text, word) => text.replaceAll(word, ''), han);
  return (bare || han || folded).slice(0, GOODS_SIGNS);
}

/** One hit for each mark, subject and goods: what comes again is counted, not raised. */
export const groupKey = (markId: string, subject: string, goods: string): string => `${markId}|${subject}|${goods}`;
