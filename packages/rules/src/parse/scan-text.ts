import type { Catalogue } from '../catalogue.ts';
import { problemAt, type RuleProblem } from '../problem.ts';

/** Characters a rule may have. */
export const MAX_LENGTH = 10_000;
/** Brackets, operators and calls inside one another. */
export const MAX_DEPTH = 100;

const HALF_WIDTH: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '【': '[',
  '】': ']',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '，': ',',
  '、': ',',
  '。': '.',
  '！': '!',
  '＝': '=',
  '＞': '>',
  '＜': '<',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '＆': '&',
  '｜': '|',
  '：': ':',
  '？': '?',
  '＋': '+',
  '－': '-',
  '×': '*',
  '÷': '/',
  '％': '%',
  '　': ' ',
};

/** End of the text literal that opens at `at`, as the parser finds it (raw ones too pass over what a backslash precedes). */
function endOfLiteral(text: string, at: number): number {
  const quote = text[at]!;
  const fence = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
  let i = at + fence.length;
  while (i < text.length && !text.startsWith(fence, i)) i += text[i] === '\\' ? 2 : 1;
  return i + fence.length;
}

export function tooDeep(from: number, to: number): RuleProblem {
  return problemAt({ from, to }, 'too-deep', [
    `规则嵌套超过 ${MAX_DEPTH} 层，请拆成几条规则`,
    `The rule is nested more than ${MAX_DEPTH} deep: split it`,
  ]);
}

function strangeCharacter(text: string, at: number, catalogue: Catalogue, subject: string): RuleProblem | undefined {
  const half = HALF_WIDTH[text[at]!];
  if (half !== undefined)
    return problemAt(
      { from: at, to: at + 1 },
      'full-width',
      [`“${text[at]}”是全角符号，请改用半角的 ${half}`, `"${text[at]}" is a full-width sign: use ${half}`],
      half,
    );
  const word = /^\p{Script=Han}+/u.exec(text.slice(at, at + 80))?.[0];
  if (word === undefined) return undefined;
  const facts = [...catalogue.factsOf(subject), ...catalogue.collectionsOf(subject)];
  const fact = facts.find((one) => one.label.zh === word) ?? facts.find((one) => one.label.zh.includes(word));
  const place = { from: at, to: at + word.length };
  if (fact === undefined)
    return problemAt(place, 'unknown-name', [
      `规则里用英文名称写事实，“${word}”不是事实的名称`,
      `Facts are written by their English names; "${word}" is none`,
    ]);
  return problemAt(
    place,
    'unknown-name',
    [
      `规则里用英文名称写事实：“${fact.label.zh}”写作 ${fact.name}`,
      `Facts are written by their English names: "${fact.label.zh}" is ${fact.name}`,
    ],
    fact.name,
  );
}

/**
 * Looks over a rule before it is parsed: length, nesting (the parser is recursive), signs of a Chinese keyboard.
 * Linear in the length of the text.
 */
export function scanText(text: string, catalogue: Catalogue, subject: string): RuleProblem | undefined {
  if (text.trim() === '') return problemAt({ from: 0, to: text.length }, 'empty', ['规则是空的', 'The rule is empty']);
  if (text.length > MAX_LENGTH)
    return problemAt({ from: MAX_LENGTH, to: text.length }, 'too-long', [
      `规则长 ${text.length} 个字符，最多 ${MAX_LENGTH} 个`,
      `The rule has ${text.length} characters; the most is ${MAX_LENGTH}`,
    ]);
  let depth = 0;
  let signs = 0;
  for (let i = 0; i < text.length; ) {
    const ch = text[i]!;
    if (/\s/.test(ch) && ch !== '　') {
      i++;
    } else if (ch === '"' || ch === "'") {
      signs = 0;
      i = endOfLiteral(text, i);
    } else if (ch === '/' && text[i + 1] === '/') {
      const end = text.indexOf('\n', i);
      i = end < 0 ? text.length : end;
    } else {
      if ('([{'.includes(ch)) depth++;
      else if (')]}'.includes(ch)) depth--;
      signs = (ch === '!' && text[i + 1] !== '=') || ch === '-' ? signs + 1 : 0;
      if (depth > MAX_DEPTH || signs > MAX_DEPTH) return tooDeep(i, i + 1);
      const strange = ch > '\x7f' ? strangeCharacter(text, i, catalogue, subject) : undefined;
      if (strange !== undefined) return strange;
      i++;
    }
  }
  return undefined;
}
