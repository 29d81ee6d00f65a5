/** Entries of a family list that are no right abroad: China itself, and the international publication of a PCT application. */
export const NO_FAMILY_ABROAD: readonly string[] = ['CN', '中国', '中国大陆', 'WO', '世界知识产权组织', 'WIPO'];

/** Awards of national rank: state science and technology awards, China patent award. */
export const NATIONAL_AWARDS: readonly string[] = ['national-science', 'china-patent'];
