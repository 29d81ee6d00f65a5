import { type EvidenceKind, listKinds } from '../evidence/kinds-of.ts';
import type { Said } from '../evidence/say.ts';
import { writeReasons } from '../evidence/write-reasons.ts';
import { currentModel } from '../models/index.ts';
import type { SenseDictionary } from '../sense/senses.ts';
import { standardSenses } from '../sense/standard-senses.ts';
import { normaliseMark, textOf } from '../text/normalise-mark.ts';
import { standardWeakWordList } from '../weak/standard-weak-words.ts';
import type { WeakWordList } from '../weak/weak-words.ts';
import { type Change, listChanges } from './changes.ts';
import { FEATURE_COUNT, LETTERS, SPLIT, SYNONYM, TRANSLATED } from './features.ts';
import { Judge } from './judge.ts';
import { type Level, levelOf, type Model, scoreOf, utilityOf } from './model.ts';
import { listVariants, readAlike } from './variants.ts';

export interface CompareOptions {
  readonly model?: Model;
  readonly weakWords?: WeakWordList;
  readonly senses?: SenseDictionary;
}

/** Another way of writing or saying through which two marks meet. */
export type Way = 'split' | 'letters' | 'translation' | 'synonym';

export interface MarkComparison {
  /** 0–1: share of such comparisons that the standard calls near or arguable; 1 = the same signs. */
  readonly score: number;
  readonly level: Level;
  /** Version of the model that judged. */
  readonly model: string;
  readonly query: string;
  readonly mark: string;
  /** What sets each mark apart: without weak words at its edges. */
  readonly distinctive: { readonly query: string; readonly mark: string };
  readonly changes: readonly Change[];
  readonly way: Way | undefined;
  /** By what the marks are close, one word each. */
  readonly kinds: readonly EvidenceKind[];
  readonly reasons: Said;
}

const WAYS: Readonly<Record<number, Way>> = {
  [SPLIT]: 'split',
  [LETTERS]: 'letters',
  [TRANSLATED]: 'translation',
  [SYNONYM]: 'synonym',
};
const judges = new Map<Model, Judge>();

function judgeOf(model: Model): Judge {
  const known = judges.get(model) ?? new Judge(model);
  judges.set(model, known);
  return known;
}

export const utilityOfWay = (model: Model, feature: number, signs: number): number => {
  const features = new Float64Array(FEATURE_COUNT);
  features[feature] = 1;
  return utilityOf(model, features, signs);
};

const isSame = (a: Uint16Array, b: Uint16Array): boolean =>
  a.length === b.length && a.every((code, at) => code === b[at]);

/** Feature of the way two marks meet other than sign by sign. */
function wayBetween(
  query: Uint16Array,
  distinctive: Uint16Array,
  mark: Uint16Array,
  markCore: Uint16Array,
  senses: SenseDictionary,
): number | undefined {
  const met = listVariants(query, distinctive, senses).find(
    ({ units }) => isSame(units, mark) || isSame(units, markCore),
  );
  if (met !== undefined) return met.feature;
  return readAlike(query, mark) ? LETTERS : undefined;
}

/** Compares two marks and says why they are close or not. Neither text needs to be clean; nothing is thrown for any text. */
export function compareMarks(queryText: string, markText: string, options: CompareOptions = {}): MarkComparison {
  const model = options.model ?? currentModel();
  const weakWords = options.weakWords ?? standardWeakWordList();
  const senses = options.senses ?? standardSenses();
  const [query, mark] = [normaliseMark(queryText).units, normaliseMark(markText).units];
  const [queryWeak, markWeak] = [new Uint8Array(query.length), new Uint8Array(mark.length)];
  weakWords.mark(query, 0, query.length, queryWeak);
  weakWords.mark(mark, 0, mark.length, markWeak);
  const judge = judgeOf(model);
  judge.setQuery(query, queryWeak);
  const span = { units: mark, weak: markWeak, start: 0, end: mark.length };
  const direct = query.length === 0 || mark.length === 0 ? Number.NEGATIVE_INFINITY : judge.judge(span);
  const features = judge.features.slice();
  const changes = query.length === 0 || mark.length === 0 ? [] : listChanges(judge.aligner, queryWeak, span);
  const core = {
    query: query.filter((_, at) => queryWeak[at] === 0),
    mark: mark.filter((_, at) => markWeak[at] === 0),
  };
  const met = direct < 0 ? wayBetween(query, core.query, mark, core.mark, senses) : undefined;
  const throughWay = met === undefined ? Number.NEGATIVE_INFINITY : utilityOfWay(model, met, judge.signs);
  const way = met !== undefined && throughWay > direct ? WAYS[met] : undefined;
  if (way !== undefined && met !== undefined) {
    features.fill(0);
    features[met] = 1;
  }
  const utility = Math.max(direct, throughWay);
  const score = utility >= 0 ? 1 : scoreOf(model, utility, judge.signs);
  const level = levelOf(model, score, features, judge.signs);
  const facts = {
    queryText,
    markText,
    query: textOf(query),
    mark: textOf(mark),
    distinctive: { query: textOf(core.query), mark: textOf(core.mark) },
    changes,
    way,
    level,
  };
  return {
    score,
    level,
    model: model.version,
    query: facts.query,
    mark: facts.mark,
    distinctive: facts.distinctive,
    changes,
    way,
    kinds: listKinds(facts.query, facts.mark, facts),
    reasons: writeReasons(facts, weakWords, senses),
  };
}
