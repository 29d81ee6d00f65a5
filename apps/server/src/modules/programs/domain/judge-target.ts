import { lawTexts } from '@jince/law';
import { foldText } from '@jince/matching';

export interface TargetQuestion {
  readonly label: string;
  readonly unit: string;
}

export interface TargetRules {
  /** Units the kind allows. */
  readonly units: readonly string[];
  /** What to agree on instead, in the district's words. */
  readonly instead: readonly string[];
  readonly on: string;
}

export type TargetRefusal =
  | { readonly code: 'counted'; readonly word: string; readonly notice: string; readonly instead: readonly string[] }
  | { readonly code: 'unclear'; readonly word: string; readonly notice: string; readonly instead: readonly string[] }
  | { readonly code: 'unit'; readonly units: readonly string[] };

const fold = (text: string) =>
  foldText(text)
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

const firstIn = (text: string, words: readonly string[]) => words.find((word) => text.includes(fold(word)));

const countsPieces = (unit: string, on: string) =>
  unit.trim() === '' || lawTexts('project-target.piece-units', on).value.includes(unit.trim());

/**
 * Whether a target of a project counts filings or grants, which national notices forbid: by the list of counted things and
 * by its wording. `unclear`: counts rights without saying that stock, quality or use is meant.
 * @returns undefined for a target that may be agreed
 */
export function judgeTarget(target: TargetQuestion, rules: TargetRules): TargetRefusal | undefined {
  const { on, instead } = rules;
  const counted = lawTexts('project-target.counted', on);
  const notice = counted.article;
  const harmless = lawTexts('project-target.harmless-phrases', on).value.map(fold);
  const text = harmless.reduce((rest, phrase) => rest.replaceAll(phrase, ' '), fold(target.label));
  const listed = firstIn(text, counted.value);
  if (listed !== undefined) return { code: 'counted', word: listed, notice, instead };
  const right = firstIn(text, lawTexts('project-target.right-words', on).value);
  const event = firstIn(text, lawTexts('project-target.event-words', on).value);
  if (right !== undefined && event !== undefined)
    return { code: 'counted', word: `${right}、${event}`, notice, instead };
  if (
    right !== undefined &&
    countsPieces(target.unit, on) &&
    !firstIn(text, lawTexts('project-target.stock-words', on).value)
  )
    return { code: 'unclear', word: right, notice, instead };
  if (!rules.units.includes(target.unit.trim())) return { code: 'unit', units: rules.units };
  return undefined;
}
