import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js';
import { problemAt, type RuleProblem, type Sentence } from '../problem.ts';
import { tooDeep } from './scan-text.ts';

/** A node as the parser gives it; only `op`, `args`, `start` and `end` are read. */
export type SyntaxNode = ASTNode;

const grammar = new Environment({
  limits: { maxAstNodes: 20_000, maxDepth: 250, maxListElements: 2000, maxMapEntries: 100, maxCallArguments: 16 },
});

const SENTENCES: Readonly<Record<string, Sentence>> = {
  limit_exceeded: ['规则太复杂，请拆成几条', 'The rule is too complex: split it'],
  reserved_identifier: ['这是语言保留的词，不能用作名称', 'This word is reserved and names nothing'],
  invalid_macro_argument: [
    '第一个参数应是变量名，如 exists(t, …)',
    'The first argument must be a variable, as in exists(t, …)',
  ],
  newline_in_string: ['文本不能换行', 'A text cannot go over a line'],
  unterminated_string: ['引号没有闭合', 'The quotation mark is never closed'],
  unterminated_triple_quoted_string: ['引号没有闭合', 'The quotation mark is never closed'],
  invalid_number: ['数写得不对', 'This is no number'],
  invalid_integer: ['数写得不对', 'This is no number'],
  invalid_hex_integer: ['数写得不对', 'This is no number'],
  invalid_exponent: ['数写得不对', 'This is no number'],
};

const BAD_ESCAPE: Sentence = [
  '反斜杠的写法不对；要写反斜杠本身请写两个',
  'This is no escape; a backslash itself is written twice',
];

/** Words of other languages, and what they are called here. */
const FOREIGN: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  not: '!',
  is: '==',
  '=': '==',
  '<>': '!=',
  '===': '==',
};

function wordAt(text: string, from: number): { word: string; from: number } {
  let start = from;
  while (start > 0 && /[A-Za-z0-9_]/.test(text[start]!) && /[A-Za-z0-9_]/.test(text[start - 1]!)) start--;
  const word = /^(?:[A-Za-z0-9_]+|<>|===|\S)/.exec(text.slice(start, start + 80))?.[0] ?? '';
  return { word, from: start };
}

function syntaxProblem(text: string, code: string, range: { start: number; end: number }): RuleProblem {
  const known = code.includes('escape') ? BAD_ESCAPE : SENTENCES[code];
  if (known !== undefined)
    return problemAt({ from: range.start, to: Math.max(range.end, range.start) }, 'syntax', known);
  const start = Math.min(range.start, text.length);
  if (text.slice(start).trim() === '')
    return problemAt({ from: text.trimEnd().length, to: text.length }, 'syntax', [
      '规则没有写完',
      'The rule ends too early',
    ]);
  const isUnequal = start > 0 && text.startsWith('<>', start - 1);
  const found = isUnequal ? { word: '<>', from: start - 1 } : wordAt(text, start);
  const own = FOREIGN[found.word.toLowerCase()];
  const place = { from: found.from, to: found.from + found.word.length };
  if (own !== undefined)
    return problemAt(
      place,
      'syntax',
      [`“${found.word}”在规则里写作 ${own}`, `"${found.word}" is written ${own} here`],
      own,
    );
  return problemAt(place, 'syntax', [`这里不应出现“${found.word}”`, `"${found.word}" is not expected here`]);
}

/** The syntax tree of a text that passed {@link scanText}; nothing is looked up or evaluated. */
export function readSyntax(text: string): { node: SyntaxNode } | { problem: RuleProblem } {
  try {
    return { node: grammar.parse(text).ast };
  } catch (error) {
    if (error instanceof RangeError) return { problem: tooDeep(0, text.length) };
    // Whatever else the parser trips over is a fault of the text: a rule is answered, never a crash.
    const { code, range } = error instanceof ParseError ? error : { code: 'unknown', range: undefined };
    return { problem: syntaxProblem(text, code, range ?? { start: 0, end: text.length }) };
  }
}
