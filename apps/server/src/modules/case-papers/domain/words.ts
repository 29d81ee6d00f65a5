import { deadlineRules } from '@jince/law';
import { amountInWords } from '../../../platform/documents/official/amount-words.ts';
import { chineseNumber } from '../../../platform/documents/official/numerals.ts';

const UNITS = { day: '日', 'working-day': '个工作日', month: '个月', year: '年' } as const;

/** 6000000 fen → 60,000元（大写：陆万元整）. */
export function yuanWithWords(fen: number): string {
  return `${yuan(fen)}（大写：${amountInWords(fen)}）`;
}

/** 6000050 fen → 60,000.50元. */
export function yuan(fen: number): string {
  const whole = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = fen % 100;
  return `${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}元`;
}

/** The term of a clock of the law on a day, in words: 六十日, 五个工作日. @throws Error for a clock the law does not have then */
export function periodWords(rule: string, on: string): string {
  const dated = deadlineRules()
    .get(rule)
    ?.terms.find(({ from, to }) => from <= on && (to === null || on <= to));
  if (dated === undefined || typeof dated.term.count !== 'number') throw new Error(`no term of ${rule} on ${on}`);
  return `${chineseNumber(Math.abs(dated.term.count))}${UNITS[dated.term.unit]}`;
}

/** 2026-11-02 → 2026年11月2日. */
export function dayWords(on: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** A sentence of the pack with its words filled in; words that are not known stay out. */
export function sentence(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => words[key] ?? '');
}
