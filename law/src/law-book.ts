import {
  type LawBand,
  type LawContent,
  type LawDefinition,
  type LawFile,
  type LawPeriod,
  lawFileSchema,
} from './schema.ts';

/** Thrown for a key that no file defines, or a position or name that its value does not have. */
export class UnknownLawKeyError extends Error {
  readonly key: string;

  constructor(key: string, message = `No such value of the law: ${key}`) {
    super(message);
    this.name = 'UnknownLawKeyError';
    this.key = key;
  }
}

/** Thrown for a day that lies in none of a value's periods: the law of that day is not recorded. */
export class LawNotCoveredError extends Error {
  readonly key: string;
  readonly on: string;

  constructor(definition: LawDefinition, on: string) {
    const covered = definition.periods.map((period) => `${period.from}–${period.to ?? ''}`).join(', ');
    super(
      `${definition.key}（${definition.label.zh}）在 ${on} 无记录 / not recorded for that day; recorded: ${covered}`,
    );
    this.name = 'LawNotCoveredError';
    this.key = definition.key;
    this.on = on;
  }
}

/** A value as it stands on a day, with its article and the period in which it stands. */
export type LawValue<Content extends LawContent = LawContent> = {
  key: string;
  label: { zh: string; en: string };
  unit: LawDefinition['unit'];
  value: Content;
  from: string;
  to: string | null;
  article: string;
  source: string;
  confidence: LawPeriod['confidence'];
  note?: string;
};

export type LawBook = {
  /** @throws UnknownLawKeyError · LawNotCoveredError */
  lawValue(key: string, on: string): LawValue;
  /** A value that is one number. @throws as lawValue, and UnknownLawKeyError when it is none */
  lawNumber(key: string, on: string): LawValue<number>;
  /** The number of a band (patent year, month past due) or of a named value (`single`). @throws as lawNumber */
  lawNumberAt(key: string, on: string, at: number | string): LawValue<number>;
  /** A value that is a list of texts. @throws as lawNumber */
  lawTexts(key: string, on: string): LawValue<string[]>;
  /** A value that is a list of numbers. @throws as lawNumber */
  lawNumbers(key: string, on: string): LawValue<number[]>;
  /** Whether the key is known and recorded for that day. */
  hasLaw(key: string, on: string): boolean;
  /** Every definition with its periods and examples, in the order of the files. */
  listLaw(): LawDefinition[];
};

/**
 * Builds the book from parsed JSON files; a later file's definition replaces an earlier one of the same key, which is how
 * an office's amended parameters come in.
 * @throws z.ZodError for a file of the wrong shape
 */
export function createLawBook(files: readonly unknown[]): LawBook {
  const definitions = new Map<string, LawDefinition>();
  for (const file of files) {
    const { values }: LawFile = lawFileSchema.parse(file);
    for (const definition of values) definitions.set(definition.key, definition);
  }

  const find = (key: string): LawDefinition => {
    const definition = definitions.get(key);
    if (!definition) throw new UnknownLawKeyError(key);
    return definition;
  };
  const lawValue = (key: string, on: string): LawValue => {
    const definition = find(key);
    const period = periodOn(definition, on);
    if (!period) throw new LawNotCoveredError(definition, on);
    return { key, label: definition.label, unit: definition.unit, ...period };
  };
  const narrow = <Content extends LawContent>(law: LawValue, is: (value: unknown) => value is Content) => {
    if (!is(law.value)) throw new UnknownLawKeyError(law.key, `${law.key} is not of the kind asked for`);
    return { ...law, value: law.value };
  };

  return {
    lawValue,
    lawNumber: (key, on) => narrow(lawValue(key, on), isNumber),
    lawNumberAt: (key, on, at) => {
      const law = lawValue(key, on);
      const value = pick(law.value, at);
      if (!isNumber(value)) throw new UnknownLawKeyError(key, `${key} has no number at ${at}`);
      return { ...law, value };
    },
    lawTexts: (key, on) => narrow(lawValue(key, on), isTexts),
    lawNumbers: (key, on) => narrow(lawValue(key, on), isNumbers),
    hasLaw: (key, on) => definitions.has(key) && periodOn(find(key), on) !== undefined,
    listLaw: () => [...definitions.values()],
  };
}

/** The part of a value at a band position or name; undefined where there is none. */
export function pick(value: LawContent, at: number | string): number | string | boolean | undefined {
  if (isBands(value))
    return value.find((band) => Number(at) >= band.from && (band.to === null || Number(at) <= band.to))?.value;
  if (Array.isArray(value) || typeof value !== 'object') return undefined;
  return Object.hasOwn(value, at) ? value[at] : undefined;
}

function periodOn(definition: LawDefinition, on: string): LawPeriod | undefined {
  return definition.periods.find((period) => period.from <= on && (period.to === null || on <= period.to));
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(isNumber);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isBands(value: LawContent): value is LawBand[] {
  return Array.isArray(value) && typeof value[0] === 'object';
}
