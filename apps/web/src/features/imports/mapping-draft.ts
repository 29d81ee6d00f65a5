import type { ImportKind, SheetMapping } from './import-query.ts';

export interface DraftSheet {
  readonly sheet: string;
  readonly included: boolean;
  /** Field of each column by its index; null leaves the column out. */
  readonly fields: Readonly<Record<number, string | null>>;
}
export interface MappingDraft {
  readonly kind: string | null;
  readonly sender: string | null;
  readonly asOf: string | null;
  readonly sheets: readonly DraftSheet[];
}

export function draftOf(from: {
  kind: string | null;
  sender: string | null;
  asOf: string | null;
  sheets: readonly SheetMapping[];
}): MappingDraft {
  return {
    kind: from.kind,
    sender: from.sender,
    asOf: from.asOf,
    sheets: from.sheets.map((sheet) => ({
      sheet: sheet.sheet,
      included: sheet.included,
      fields: Object.fromEntries(sheet.columns.map((column) => [column.index, column.field])),
    })),
  };
}

/** Headers are compared without width, case, brackets, units and spaces. */
const keyOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/[\s:：*_/\\.-]+/g, '');

/** Fields of a kind for the columns of a sheet by their headers: what a person sees first after choosing another kind. */
export function guessFields(kind: ImportKind, sheet: SheetMapping): Record<number, string | null> {
  const names = new Map<string, string>();
  for (const field of kind.fields) {
    for (const name of [field.label, field.name, ...field.aliases]) {
      const key = keyOf(name);
      if (key !== '' && !names.has(key)) names.set(key, field.name);
    }
  }
  const taken = new Set<string>();
  const fields: Record<number, string | null> = {};
  for (const column of sheet.columns) {
    const field = names.get(keyOf(column.header));
    const free = field !== undefined && !taken.has(field);
    fields[column.index] = free ? field : null;
    if (free) taken.add(field);
  }
  return fields;
}

/** The draft after another kind was chosen: the server's guess when it was for that kind, else a guess by header. */
export function chooseKind(
  draft: MappingDraft,
  kind: ImportKind,
  original: { kind: string | null; sheets: readonly SheetMapping[] },
): MappingDraft {
  return {
    ...draft,
    kind: kind.kind,
    sender: kind.senders.some((sender) => sender.code === draft.sender) ? draft.sender : null,
    sheets: draft.sheets.map((sheet, index) => {
      const source = original.sheets[index];
      if (!source) return sheet;
      const own = Object.fromEntries(source.columns.map((column) => [column.index, column.field]));
      return { ...sheet, fields: original.kind === kind.kind ? own : guessFields(kind, source) };
    }),
  };
}

/** Puts a field on a column; a column of the same sheet that had it gives it up. */
export function setField(draft: MappingDraft, sheetIndex: number, column: number, field: string | null): MappingDraft {
  return {
    ...draft,
    sheets: draft.sheets.map((sheet, index) => {
      if (index !== sheetIndex) return sheet;
      const fields = { ...sheet.fields };
      for (const [key, value] of Object.entries(fields)) {
        if (field !== null && value === field) fields[Number(key)] = null;
      }
      fields[column] = field;
      return { ...sheet, fields };
    }),
  };
}

export function setIncluded(draft: MappingDraft, sheetIndex: number, included: boolean): MappingDraft {
  return {
    ...draft,
    sheets: draft.sheets.map((sheet, index) => (index === sheetIndex ? { ...sheet, included } : sheet)),
  };
}

/** Required fields that no column of an included sheet feeds. */
export function missingFields(kind: ImportKind | undefined, sheet: DraftSheet): ImportKind['fields'] {
  if (!kind || !sheet.included) return [];
  const given = new Set(Object.values(sheet.fields));
  return kind.fields.filter((field) => field.required && !given.has(field.name));
}

/** Why the draft cannot be read yet; undefined when it can. */
export function draftProblem(
  kind: ImportKind | undefined,
  draft: MappingDraft,
): 'no-kind' | 'no-sheet' | 'missing' | undefined {
  if (!kind) return 'no-kind';
  if (!draft.sheets.some((sheet) => sheet.included)) return 'no-sheet';
  return draft.sheets.some((sheet) => missingFields(kind, sheet).length > 0) ? 'missing' : undefined;
}

export function bodyOf(draft: MappingDraft) {
  return {
    kind: draft.kind ?? '',
    sender: draft.sender,
    asOf: draft.asOf,
    sheets: draft.sheets.map((sheet) => ({
      sheet: sheet.sheet,
      included: sheet.included,
      columns: Object.entries(sheet.fields).map(([index, field]) => ({ index: Number(index), field })),
    })),
  };
}
