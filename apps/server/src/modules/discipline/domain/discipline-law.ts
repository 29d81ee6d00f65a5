import { addDays, addMonths } from '@jince/calendar';
import { hasLaw, type LawDefinition, lawNumber, lawTexts, lawValue, listLaw } from '@jince/law';

/** What an entry may be felt in. */
export const TARGETS = ['subsidy', 'project', 'award', 'finance', 'directory', 'checks'] as const;
export type Target = (typeof TARGETS)[number];
export type SubjectKind = 'party' | 'agency' | 'person';

export interface Effect {
  readonly target: Target;
  /** bar · mark · hide · more */
  readonly does: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly article: string;
  readonly confidence: string;
  readonly note: string | null;
  readonly from: string;
  readonly to: string | null;
}

export interface DisciplineList {
  readonly list: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly article: string;
  readonly confidence: string;
  readonly subjects: readonly SubjectKind[];
  readonly termMonths: number | null;
  readonly termArticle: string | null;
  readonly repairMonths: number | null;
  readonly repairArticle: string | null;
  /** Which persons of an agency answer with it. */
  readonly chain: readonly string[];
  /** Whether the law has its entries told to everyone. */
  readonly isPublic: boolean;
  readonly effects: readonly Effect[];
}

const SUBJECTS = /^discipline\.([a-z-]+)\.subjects$/;
/** Lists whose term is set by each decision, below the longest of the law. */
const BY_DECISION = new Set(['application-ban']);

const definitions = (): { list: string; definition: LawDefinition }[] =>
  listLaw().flatMap((definition) => {
    const list = SUBJECTS.exec(definition.key)?.[1];
    return list === undefined ? [] : [{ list, definition }];
  });

const months = (key: string, on: string) => (hasLaw(key, on) ? lawNumber(key, on) : undefined);

function effectOf(list: string, target: Target, on: string): Effect[] {
  const key = `discipline.${list}.effect.${target}`;
  if (!hasLaw(key, on)) return [];
  const { value, label, article, confidence, note, from, to } = lawValue(key, on);
  return [{ target, does: String(value), label, article, confidence, note: note ?? null, from, to }];
}

/** The lists the law knows on a day, with terms and effects of that day. */
export function disciplineLists(on: string): DisciplineList[] {
  return definitions()
    .filter(({ definition }) => hasLaw(definition.key, on))
    .map(({ list, definition }) => {
      const own = lawTexts(definition.key, on);
      const term = months(`discipline.${list}.term-months`, on);
      const repair = months(`discipline.${list}.repair-months`, on);
      const chain = `discipline.${list}.chain`;
      return {
        list,
        label: definition.label,
        article: own.article,
        confidence: own.confidence,
        subjects: own.value as SubjectKind[],
        termMonths: term?.value ?? null,
        termArticle: term?.article ?? null,
        repairMonths: repair?.value ?? null,
        repairArticle: repair?.article ?? null,
        chain: hasLaw(chain, on) ? lawTexts(chain, on).value : [],
        isPublic: hasLaw(`discipline.${list}.publication`, on),
        effects: TARGETS.flatMap((target) => effectOf(list, target, on)),
      };
    });
}

export const findList = (list: string, on: string): DisciplineList | undefined =>
  disciplineLists(on).find((one) => one.list === list);

/** Name of a list, whatever the day: lists that have gone keep theirs. */
export function listLabel(list: string): { readonly zh: string; readonly en: string } {
  return definitions().find((one) => one.list === list)?.definition.label ?? { zh: list, en: list };
}

/** Last day the law allows for a listing on a day; null: until remedied. The day of listing counts. */
export function lawfulUntil(list: DisciplineList, from: string): string | null {
  return list.termMonths === null ? null : addDays(addMonths(from, list.termMonths), -1);
}

/** Whether each decision must fix a last day itself. */
export const needsLastDay = (list: DisciplineList): boolean => BY_DECISION.has(list.list);

/** First day repair may be asked for. */
export function repairFrom(list: DisciplineList, from: string): string {
  return list.repairMonths === null ? from : addMonths(from, list.repairMonths);
}

export interface EntryDays {
  readonly from_on: string | null;
  readonly until_on: string | null;
  readonly ended_on: string | null;
}

/** What an entry is on a day, from its days alone: no job has to run for it to end. */
export function standingOn(entry: EntryDays, on: string): 'none' | 'in-force' | 'expired' | 'ended' {
  if (entry.from_on === null || on < entry.from_on) return 'none';
  if (entry.ended_on !== null && on >= entry.ended_on) return 'ended';
  return entry.until_on !== null && on > entry.until_on ? 'expired' : 'in-force';
}
