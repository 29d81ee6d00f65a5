/** Pure parsers for the spellings found in senders' cells (dates, money, numbers, lists, yes/no). */
export type { Parsed, ValueProblem, ValueProblemCode } from './parsed.ts';
