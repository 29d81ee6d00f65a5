import file from '../marks/bad-faith-filing.json' with { type: 'json' };
import { findWord } from './find-word.ts';

/** What the register says of the filings of one applicant; marks count once per class. */
export interface FilingFacts {
  /** Filed within the window of the rules. */
  readonly filings: number;
  /** Classes of those. */
  readonly classes: number;
  /** In force or pending now. */
  readonly living: number;
}

/** A point to think about before filing; it accuses nobody. */
export interface FilingHint {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
}

export interface FilingAdvice {
  readonly article: string;
  readonly penalty: string;
  /** What somebody has still to check about the article; null where nothing is. */
  readonly verify: string | null;
  /** Where the figures of the rules come from. */
  readonly provenance: string;
  readonly windowMonths: number;
  /** What the figures at which a hint is given are: examples. */
  readonly thresholdNote: Readonly<Record<'zh' | 'en', string>>;
  readonly hints: readonly FilingHint[];
}

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

function hintsOfFacts(facts: FilingFacts): FilingHint[] {
  const values = { ...facts, months: file.windowMonths };
  return file.rules
    .filter(({ fact, atLeast }) => facts[fact as keyof FilingFacts] >= atLeast)
    .map(({ key, zh, en }) => ({ key, zh: fill(zh, values), en: fill(en, values) }));
}

/** Names the public knows that a text contains; each kind once, by its longest word. */
function hintsOfText(text: string): FilingHint[] {
  const { key, zh, en, lists } = file.names;
  return lists.flatMap((list) => {
    const word = findWord(text, list.words);
    if (word === undefined) return [];
    return [{ key, zh: fill(zh, { word, kind: list.zh }), en: fill(en, { word, kind: list.en }) }];
  });
}

/** Months of filings the rules look back on. */
export const filingWindowMonths: number = file.windowMonths;

/**
 * What to think about before filing a text, by the law of a day: hints from how much the applicant has filed and from names
 * everybody knows. Undefined for a day no text of the law is kept for.
 */
export function adviseOnBadFaith(text: string, facts: FilingFacts | undefined, on: string): FilingAdvice | undefined {
  const version = file.versions.find(({ from, to }) => from <= on && (to === null || on <= to));
  if (version === undefined) return undefined;
  const { article, penalty, verify } = version;
  return {
    article,
    penalty,
    verify,
    provenance: file.provenance,
    windowMonths: file.windowMonths,
    thresholdNote: file.thresholdNote,
    hints: [...hintsOfText(text), ...(facts === undefined ? [] : hintsOfFacts(facts))],
  };
}
