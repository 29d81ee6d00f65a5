import type { IdentifierProblem } from './result.ts';

const TEXTS: Record<IdentifierProblem, { zh: string; en: string }> = {
  empty: { zh: '没有填写', en: 'Nothing was entered' },
  length: { zh: '位数不对', en: 'The number of characters is wrong' },
  alphabet: { zh: '含有不允许的字符', en: 'It contains characters that are not allowed' },
  format: { zh: '格式不对', en: 'The format is not recognised' },
  'check-digit': {
    zh: '校验码不符，可能有录入错误',
    en: 'The check character does not fit; something may be mistyped',
  },
  'missing-check-digit': { zh: '缺少校验位', en: 'The check digit is missing' },
  'organisation-code': {
    zh: '第9至17位的组织机构代码校验不符，可能有录入错误',
    en: 'The organisation code in positions 9–17 fails its own check; something may be mistyped',
  },
  'type-digit': { zh: '专利类型位不是1、2、3、8、9', en: 'The type digit is not one of 1, 2, 3, 8, 9' },
  year: { zh: '年份不合理', en: 'The year is not plausible' },
  region: { zh: '行政区划代码不存在', en: 'The division code does not exist' },
  range: { zh: '超出取值范围', en: 'It is outside the permitted range' },
  'kind-code': { zh: '文献种类代码不认识', en: 'The document kind code is not known' },
  foreign: { zh: '不是中国的号码', en: 'This is not a Chinese number' },
  'spreadsheet-number': {
    zh: '被电子表格转成了科学计数法，末尾数字已丢失，请将该列设为文本后重新导出',
    en: 'A spreadsheet turned it into scientific notation and digits are lost; export the column as text again',
  },
};

/** One sentence a person can act on, for each problem code. */
export function identifierProblemText(problem: IdentifierProblem, language: 'zh' | 'en'): string {
  return TEXTS[problem][language];
}

/** Every problem code, for catalogues and tests. */
export const identifierProblems = Object.keys(TEXTS) as IdentifierProblem[];
