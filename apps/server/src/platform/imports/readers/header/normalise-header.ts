export interface NormalisedHeader {
  /** For comparison with alias tables: half width, lower case, no blanks, brackets or marks. '公开（公告）号' → '公开公告号'. */
  key: string;
  /** Unit at the end of the header, '主营业务收入（万元）' → '万元'. */
  unit?: string;
}

const UNIT_WORD =
  '(?:百|千|万|十万|百万|千万|亿)?(?:元人民币|人民币元|人民币|美元|欧元|日元|港元|港币|元|人次|人|名|个|件|项|家|户|次|篇|页|亩|平方米|平方公里|公顷|吨|千克|公斤|克|台|套|kwh|千瓦时|m2|个月|月|年|天|日|岁|周|小时|分钟|分|万|亿)|%|‰|usd|cny|rmb';
const WHOLE_UNIT = new RegExp(`^[(\\[]?(?:(?:计量)?单位[:：]?)?(${UNIT_WORD})[)\\]]?$`);
const TRAILING_UNIT = new RegExp(`^(.+?)[(\\[](?:(?:计量)?单位[:：]?)?(${UNIT_WORD})[)\\]]$`);
/** '商标类型(普通商标/集体/证明/特殊)': a list of choices is an instruction to the filler, not part of the name. */
const TRAILING_CHOICES = /^(.+?)[([][^()[\]]*[/、|,][^()[\]]*[/、|,][^()[\]]*[)\]]$/;
const INVISIBLE = /[\s\u200b-\u200f\u2028-\u202f\u2060\ufeff\u00ad\p{Cc}]+/gu;
const MARKS_AROUND = /^[*★☆#•·※]+|[*★☆※:]+$/g;
const FILLING_NOTE = /[([](?:必填|选填|非必填|必须|required|optional)[^()[\]]*[)\]]/g;
const BRACKETS = /[()[\]{}<>【】〔〕《》「」『』〈〉"'“”‘’]/g;

/** Name of a column as alias tables compare it. `h` is the header cell as it stands; an empty result means no name. */
export function normaliseHeader(h: string): NormalisedHeader {
  let text = h.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().replace(FILLING_NOTE, '');
  text = text.replace(MARKS_AROUND, '');
  let unit: string | undefined;
  const withUnit = TRAILING_UNIT.exec(text);
  if (withUnit) {
    text = withUnit[1]!;
    unit = withUnit[2];
  } else {
    const withChoices = TRAILING_CHOICES.exec(text);
    if (withChoices) text = withChoices[1]!;
  }
  // '[标]当前申请(专利权)人' of PatSnap: the mark says "standardised" and is kept, as text.
  const key = text.replace(BRACKETS, '').replace(MARKS_AROUND, '');
  return unit === undefined ? { key } : { key, unit };
}

/** The unit a cell consists of ('（万元）', '单位：万元', '%'), for rows of units below a header. */
export function findUnit(cell: string): string | undefined {
  return WHOLE_UNIT.exec(cell.normalize('NFKC').replace(INVISIBLE, '').toLowerCase())?.[1];
}
