import { compoundSurnames, surnames } from '../data/surnames.ts';

const single = new Set(surnames);
const corporateLatin =
  /\b(CO|LTD|LIMITED|INC|CORP|CORPORATION|COMPANY|LLC|LLP|LP|GMBH|AG|KG|SA|SAS|SPA|SRL|BV|NV|AB|OY|AS|PLC|PTE|PTY|KK|KABUSHIKI|KAISHA|UNIVERSITY|INSTITUTE|COLLEGE|SCHOOL|HOSPITAL|HOLDINGS?|GROUP|TECHNOLOG(?:Y|IES)|INDUSTR(?:Y|IES|IAL)|SYSTEMS?|INTERNATIONAL|ASSOCIATION|FOUNDATION|BANK)\b/i;

/** Does the text name a natural person: two to four characters with a surname, a transliterated or a Latin name? */
export function looksLikePerson(raw: string, key: string): boolean {
  const text = raw.trim();
  if (/^[\u4e00-\u9fff]{2,4}$/.test(key)) {
    if (compoundSurnames.some((surname) => key.startsWith(surname) && key.length > 2)) return true;
    return key.length <= 3 && single.has(key[0]!);
  }
  if (/^[\u4e00-\u9fff]{1,8}(?:[·•・．.‧∙][A-Z\u4e00-\u9fff]{1,8}){1,4}$/i.test(text)) return true;
  return (
    /^[\p{Script=Latin}][\p{Script=Latin}'’ .,-]+$/u.test(text) &&
    /[ ,]/.test(text) &&
    !corporateLatin.test(text.replaceAll('.', ''))
  );
}
