const DIGITS = [...'零壹贰叁肆伍陆柒捌玖'];
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** Four digits in words, 壹仟零伍; without a leading 零. */
function groupInWords(value: number): string {
  const digits = [...String(value)].map(Number);
  let words = '';
  let zero = false;
  digits.forEach((digit, at) => {
    if (digit === 0) {
      zero = true;
      return;
    }
    if (zero && words !== '') words += '零';
    zero = false;
    words += `${DIGITS[digit]}${PLACES[digits.length - 1 - at]}`;
  });
  return words;
}

function yuanInWords(yuan: number): string {
  const groups: number[] = [];
  for (let rest = yuan; rest > 0; rest = Math.floor(rest / 10_000)) groups.push(rest % 10_000);
  let words = '';
  let gap = false;
  for (let at = groups.length - 1; at >= 0; at -= 1) {
    const value = groups[at] as number;
    if (value === 0) {
      gap = true;
      continue;
    }
    if (words !== '' && (gap || value < 1000)) words += '零';
    gap = false;
    // 壹万贰仟亿: the 亿 of a full 万亿 is said once, after the 亿 that follow.
    words += groupInWords(value) + (at === 3 && (groups[2] ?? 0) > 0 ? '万' : GROUPS[at]);
  }
  return words;
}

/**
 * An amount in Chinese capitals as on bills and decisions: 5000000 fen → 伍万元整, 1050 → 壹拾元零伍角, 107 → 壹元零柒分.
 * Source: 《正确填写票据和结算凭证的基本规定》 (支付结算办法 附一) items 1–2.
 * @param fen whole fen, up to 9,999 万亿元
 * @throws RangeError for what is not a whole number of fen or too large
 */
export function amountInWords(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not a whole number of fen: ${fen}`);
  if (fen < 0) return `负${amountInWords(-fen)}`;
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const rest = fen % 10;
  const whole = yuan === 0 ? '' : `${yuanInWords(yuan)}元`;
  if (jiao === 0 && rest === 0) return `${whole === '' ? '零元' : whole}整`;
  const tens = jiao > 0 ? `${DIGITS[jiao]}角` : '';
  // 零 stands before 分 when there is no 角, and before 角 when the yuan end in 0.
  const zero = whole !== '' && (jiao === 0 || yuan % 10 === 0) ? '零' : '';
  return rest === 0 ? `${whole}${zero}${tens}整` : `${whole}${zero}${tens}${DIGITS[rest]}分`;
}
