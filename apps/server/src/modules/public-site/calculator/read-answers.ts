import type { FactRow, FactValue } from '@jince/rules';
import type { Question, Questionnaire, RowQuestions } from './questions.ts';

export const MOST_ROWS = 6;
const LONGEST_TEXT = 60;
const MOST = 1e12;

/** What was typed, by the name of its field. */
export type Typed = Readonly<Record<string, string>>;

export const generalName = ({ path }: Question): string => `f.${path}`;
export const rowName = (rows: RowQuestions, at: number, { path }: Question): string =>
  `${rows.kind[0]}.${rows.key}.${at}.${path}`;

export interface Answers {
  readonly facts: FactRow;
  /** Rows of stated achievements by item code. */
  readonly claims: Readonly<Record<string, readonly FactRow[]>>;
  /** Names of fields that hold what they cannot hold. */
  readonly wrong: ReadonlySet<string>;
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  );
}

/** The value of an answer; null where nothing is said; undefined where it is no answer to the question. */
function answerOf(question: Question, typed: string): FactValue | undefined {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return null;
  switch (question.type) {
    case 'bool':
      return text === 'yes' ? true : text === 'no' ? false : null;
    case 'number': {
      const number = Number(text.replaceAll(',', ''));
      if (!Number.isFinite(number) || number < 0 || number > MOST) return undefined;
      return question.scale === 1 ? number : Math.round(number * question.scale);
    }
    case 'date':
      return isDay(text) ? text : undefined;
    case 'choice':
      return question.choices.some(({ value }) => value === text) ? text : null;
    default:
      return text.slice(0, LONGEST_TEXT);
  }
}

function readRow(rows: RowQuestions, at: number, typed: Typed, wrong: Set<string>): FactRow | undefined {
  const row: Record<string, FactValue> = {};
  let said = false;
  for (const question of rows.questions) {
    const name = rowName(rows, at, question);
    const value = answerOf(question, typed[name] ?? '');
    if (value === undefined) wrong.add(name);
    if (value !== null) said = true;
    row[question.path] = value ?? null;
  }
  if (!said) return undefined;
  if (rows.keyFact !== null) row[rows.keyFact] = `${at + 1}`;
  return row;
}

/** Reads what a visitor typed; rows left empty are left out. */
export function readAnswers(questionnaire: Questionnaire, typed: Typed): Answers {
  const wrong = new Set<string>();
  const facts: Record<string, FactValue> = {};
  const claims: Record<string, FactRow[]> = {};
  for (const question of questionnaire.general) {
    const value = answerOf(question, typed[generalName(question)] ?? '');
    if (value === undefined) wrong.add(generalName(question));
    facts[question.path] = value ?? null;
  }
  for (const rows of questionnaire.rows) {
    const read = Array.from({ length: MOST_ROWS }, (_, at) => readRow(rows, at, typed, wrong)).filter(
      (row) => row !== undefined,
    );
    if (rows.kind === 'collection') facts[rows.key] = read as FactValue;
    else claims[rows.key] = read;
  }
  return { facts, claims, wrong };
}
