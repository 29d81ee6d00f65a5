import type { CodeSystem } from '@jince/rules';
import { type RawBuilder, sql } from 'kysely';
import type { Bilingual } from '../i18n/language.ts';
import type { FactOfGroup, FactQuery } from './fact-definition.ts';

/** A text in Chinese and in English. */
export type Words = readonly [zh: string, en: string];

export interface FactNotes {
  readonly unit?: Words;
  /** Article or standard. */
  readonly source?: string;
}

const bilingual = ([zh, en]: Words): Bilingual => ({ zh, en });

function state(
  path: string,
  label: Words,
  definition: Words,
  { unit, source }: FactNotes,
): Pick<FactOfGroup, 'path' | 'label' | 'definition' | 'unit' | 'source'> {
  return {
    path,
    label: bilingual(label),
    definition: bilingual(definition),
    ...(unit === undefined ? {} : { unit: bilingual(unit) }),
    ...(source === undefined ? {} : { source }),
  };
}

/** How many: none where the group has no row. */
export function countFact(path: string, label: Words, definition: Words, notes: FactNotes): FactOfGroup {
  return { ...state(path, label, definition, notes), type: 'number', absent: 0 };
}

/** Whether: false where the group has no row. */
export function flagFact(path: string, label: Words, definition: Words, notes: FactNotes = {}): FactOfGroup {
  return { ...state(path, label, definition, notes), type: 'bool', absent: false };
}

/** Whether, where it may be unknown. */
export function openFlagFact(path: string, label: Words, definition: Words, notes: FactNotes = {}): FactOfGroup {
  return { ...state(path, label, definition, notes), type: 'bool' };
}

/** A number, unknown where the group has no row. */
export function numberFact(path: string, label: Words, definition: Words, notes: FactNotes = {}): FactOfGroup {
  return { ...state(path, label, definition, notes), type: 'number' };
}

export function dateFact(path: string, label: Words, definition: Words, notes: FactNotes = {}): FactOfGroup {
  return { ...state(path, label, definition, notes), type: 'date' };
}

export function textFact(
  path: string,
  label: Words,
  definition: Words,
  notes: FactNotes & { readonly values?: Readonly<Record<string, Bilingual>> } = {},
): FactOfGroup {
  const { values } = notes;
  return {
    ...state(path, label, definition, notes),
    type: 'text',
    ...(values === undefined ? {} : { values }),
  };
}

export function codeFact(
  path: string,
  system: CodeSystem,
  label: Words,
  definition: Words,
  notes: FactNotes = {},
): FactOfGroup {
  return { ...state(path, label, definition, notes), type: 'code', system };
}

/** A list, empty where the group has no row; with `system` a list of codes. */
export function listFact(
  path: string,
  of: 'text' | 'number' | CodeSystem,
  label: Words,
  definition: Words,
  notes: FactNotes = {},
): FactOfGroup {
  const elements = of === 'text' || of === 'number' ? { of } : { of: 'code' as const, system: of };
  return { ...state(path, label, definition, notes), type: 'list', ...elements, absent: [] };
}

/** Restricts a statement to the subjects asked for, where some are. */
export function among(query: FactQuery, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return query.only === undefined ? sql`` : sql`and ${id} in (${query.only})`;
}

/** Complete years from one day to another, with 29 February completed on 28 February as in packages/calendar. */
export function wholeYears(from: RawBuilder<unknown>, to: RawBuilder<unknown>): RawBuilder<unknown> {
  const years = sql`(date_part('year', ${to})::int - date_part('year', ${from})::int)`;
  return sql`(${years} - case when (${from} + make_interval(years => ${years}))::date > ${to} then 1 else 0 end)`;
}
