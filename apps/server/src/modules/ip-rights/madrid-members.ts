/** Members of the Madrid system most designated from China: WIPO ST.3 code → Chinese names senders use, and English. */
const MEMBERS: readonly (readonly [code: string, zh: string, en: string, ...others: string[]])[] = [
  ['US', '美国', 'United States'],
  ['EM', '欧盟', 'European Union', 'EU', '欧盟知识产权局'],
  ['JP', '日本', 'Japan'],
  ['KR', '韩国', 'Republic of Korea', '大韩民国'],
  ['GB', '英国', 'United Kingdom', 'UK'],
  ['VN', '越南', 'Viet Nam'],
  ['IN', '印度', 'India'],
  ['RU', '俄罗斯', 'Russian Federation', '俄罗斯联邦'],
  ['BR', '巴西', 'Brazil'],
  ['TR', '土耳其', 'Türkiye'],
  ['ID', '印度尼西亚', 'Indonesia', '印尼'],
  ['TH', '泰国', 'Thailand'],
  ['AU', '澳大利亚', 'Australia'],
  ['NZ', '新西兰', 'New Zealand'],
  ['CA', '加拿大', 'Canada'],
  ['MX', '墨西哥', 'Mexico'],
  ['SG', '新加坡', 'Singapore'],
  ['MY', '马来西亚', 'Malaysia'],
  ['PH', '菲律宾', 'Philippines'],
  ['KH', '柬埔寨', 'Cambodia'],
  ['LA', '老挝', 'Lao PDR'],
  ['PK', '巴基斯坦', 'Pakistan'],
  ['KZ', '哈萨克斯坦', 'Kazakhstan'],
  ['UZ', '乌兹别克斯坦', 'Uzbekistan'],
  ['UA', '乌克兰', 'Ukraine'],
  ['BY', '白俄罗斯', 'Belarus'],
  ['DE', '德国', 'Germany'],
  ['FR', '法国', 'France'],
  ['IT', '意大利', 'Italy'],
  ['ES', '西班牙', 'Spain'],
  ['PT', '葡萄牙', 'Portugal'],
  ['BX', '比荷卢', 'Benelux'],
  ['PL', '波兰', 'Poland'],
  ['CZ', '捷克', 'Czechia'],
  ['HU', '匈牙利', 'Hungary'],
  ['RO', '罗马尼亚', 'Romania'],
  ['BG', '保加利亚', 'Bulgaria'],
  ['GR', '希腊', 'Greece'],
  ['AT', '奥地利', 'Austria'],
  ['CH', '瑞士', 'Switzerland'],
  ['SE', '瑞典', 'Sweden'],
  ['NO', '挪威', 'Norway'],
  ['DK', '丹麦', 'Denmark'],
  ['FI', '芬兰', 'Finland'],
  ['IE', '爱尔兰', 'Ireland'],
  ['IL', '以色列', 'Israel'],
  ['AE', '阿联酋', 'United Arab Emirates'],
  ['EG', '埃及', 'Egypt'],
  ['MA', '摩洛哥', 'Morocco'],
  ['KE', '肯尼亚', 'Kenya'],
  ['IR', '伊朗', 'Iran'],
  ['CO', '哥伦比亚', 'Colombia'],
  ['CL', '智利', 'Chile'],
];

const byWord = new Map(
  MEMBERS.flatMap(([code, ...words]) => [code, ...words].map((word) => [word.toLowerCase(), code] as const)),
);
const labels = new Map(MEMBERS.map(([code, zh, en]) => [code, { zh, en }]));

/** The ST.3 code of a member written as code or name; any other pair of capitals is taken as a code. */
export function findMember(word: string): string | undefined {
  const text = word.trim();
  return byWord.get(text.toLowerCase()) ?? (/^[A-Z]{2}$/.test(text) ? text : undefined);
}

export function memberLabel(code: string): { zh: string; en: string } {
  return labels.get(code) ?? { zh: code, en: code };
}
