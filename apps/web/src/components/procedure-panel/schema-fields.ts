/** What a field of an action is asked for with. */
export type FieldKind =
  | 'text'
  | 'long-text'
  | 'number'
  | 'money'
  | 'date'
  | 'choice'
  | 'choices'
  | 'lines'
  | 'boolean'
  | 'rows'
  /** The id of another record: nothing a person types. */
  | 'reference';

export interface Words {
  readonly zh: string;
  readonly en: string;
}
export interface FieldSpec {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Words the server gave with the schema; without them the console's own are used. */
  readonly label: Words | undefined;
  readonly help: Words | undefined;
  /** Its name in the language of the law, for fields the console has no words of its own for. */
  readonly title: string | undefined;
  readonly choices: readonly { readonly value: string; readonly label: Words | undefined }[];
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly whole: boolean;
  readonly maxLength: number | undefined;
  readonly minLength: number | undefined;
  /** Columns of a list of rows. */
  readonly columns: readonly FieldSpec[];
}
/** What stands in the form: yuan for money, undefined where nothing was given. */
export type FormValue = string | number | boolean | readonly string[] | readonly FormValues[] | undefined;
export type FormValues = { readonly [name: string]: FormValue };
export type FieldProblem = 'missing' | 'small' | 'large' | 'short' | 'date';

type Schema = Readonly<Record<string, unknown>>;

/** Names, places and numbers of documents fit on a line; reasons and findings do not. */
const LINE = 200;
const FEN = 100;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_PATTERN = String.raw`^\d{4}-\d{2}-\d{2}$`;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const wordsOf = (value: unknown): Words | undefined =>
  isSchema(value) && typeof value.zh === 'string' && typeof value.en === 'string'
    ? { zh: value.zh, en: value.en }
    : undefined;

/** The schema of a value that may also be null is that of the value; its own words go along. */
function withoutNull(schema: Schema): Schema {
  const parts = listOf(schema.anyOf).filter(isSchema);
  const rest = parts.filter((part) => part.type !== 'null');
  const [only] = rest;
  return rest.length === 1 && only && parts.length > 1 ? { ...only, ...schema, anyOf: undefined } : schema;
}

function kindOf(name: string, schema: Schema): FieldKind {
  switch (schema.type) {
    case 'boolean':
      return 'boolean';
    case 'number':
    case 'integer':
      return /Fen$/.test(name) ? 'money' : 'number';
    case 'array':
      if (isSchema(schema.items) && schema.items.type === 'object') return 'rows';
      return isSchema(schema.items) && listOf(schema.items.enum).length > 0 ? 'choices' : 'lines';
    default:
      break;
  }
  if (listOf(schema.enum).length > 0) return 'choice';
  if (schema.format === 'uuid') return 'reference';
  if (schema.format === 'date' || schema.pattern === DATE_PATTERN) return 'date';
  return (numberOf(schema.maxLength) ?? 0) > LINE ? 'long-text' : 'text';
}

function choicesOf(schema: Schema): FieldSpec['choices'] {
  const source = schema.type === 'array' && isSchema(schema.items) ? schema.items : schema;
  const labels = isSchema(schema.choices) ? schema.choices : isSchema(source.choices) ? source.choices : {};
  return listOf(source.enum).map((value) => ({ value: String(value), label: wordsOf(labels[String(value)]) }));
}

/** Zod writes the largest safe whole number as the limit of every `int()`; nobody needs to be told. */
const limitOf = (value: unknown): number | undefined => {
  const limit = numberOf(value);
  return limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER ? undefined : limit;
};

function fieldOf(name: string, given: Schema, required: boolean): FieldSpec {
  const schema = withoutNull(given);
  const kind = kindOf(name, schema);
  const scale = kind === 'money' ? FEN : 1;
  const limit = (value: unknown) => {
    const found = limitOf(value);
    return found === undefined ? undefined : found / scale;
  };
  return {
    name,
    kind,
    required: required && kind !== 'boolean',
    label: wordsOf(schema.label),
    help: wordsOf(schema.help),
    title: typeof schema.title === 'string' ? schema.title : undefined,
    choices: choicesOf(schema),
    min: limit(schema.minimum ?? schema.exclusiveMinimum),
    max: limit(schema.maximum ?? schema.exclusiveMaximum),
    whole: schema.type === 'integer' && kind === 'number',
    maxLength: numberOf(schema.maxLength),
    minLength: numberOf(schema.minLength),
    columns: kind === 'rows' && isSchema(schema.items) ? readFields(schema.items) : [],
  };
}

/** The fields of an action from the JSON schema of what must be given, in its order. */
export function readFields(schema: Readonly<Record<string, unknown>> | null): FieldSpec[] {
  if (schema === null || !isSchema(schema.properties)) return [];
  const required = new Set(listOf(schema.required));
  return Object.entries(schema.properties)
    .filter((entry): entry is [string, Schema] => isSchema(entry[1]) && entry[1].const === undefined)
    .map(([name, part]) => fieldOf(name, part, required.has(name)));
}

/** An empty row of a list, or an empty form: a yes/no question begins with no. */
export function emptyValues(fields: readonly FieldSpec[]): FormValues {
  return Object.fromEntries(
    fields.map((field) => [field.name, field.kind === 'boolean' ? false : field.kind === 'rows' ? [] : undefined]),
  );
}

const isEmpty = (value: FormValue) =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

function problemOf(field: FieldSpec, value: FormValue): FieldProblem | undefined {
  const lines = field.kind === 'lines' && Array.isArray(value);
  if (isEmpty(value) || (lines && value.every((line) => `${line}`.trim() === '')))
    return field.required ? 'missing' : undefined;
  if (typeof value === 'number') {
    if (field.min !== undefined && value < field.min) return 'small';
    if (field.max !== undefined && value > field.max) return 'large';
  }
  if (typeof value === 'string') {
    if (field.kind === 'date' && !DATE.test(value)) return 'date';
    if (value.trim().length < (field.minLength ?? 0)) return 'short';
  }
  return undefined;
}

const rowsOf = (value: FormValue): readonly FormValues[] =>
  Array.isArray(value) ? (value as readonly FormValues[]) : [];

/** What is wrong with the form, by path (`reason`, `instalments.0.dueOn`): empty when it can be sent. */
export function findProblems(fields: readonly FieldSpec[], values: FormValues, at = ''): Map<string, FieldProblem> {
  const problems = new Map<string, FieldProblem>();
  for (const field of fields) {
    const path = `${at}${field.name}`;
    const problem = problemOf(field, values[field.name]);
    if (problem) problems.set(path, problem);
    if (field.kind !== 'rows') continue;
    for (const [row, one] of rowsOf(values[field.name]).entries())
      for (const [inner, found] of findProblems(field.columns, one, `${path}.${row}.`)) problems.set(inner, found);
  }
  return problems;
}

function toWire(field: FieldSpec, value: FormValue): unknown {
  if (field.kind === 'money' && typeof value === 'number') return Math.round(value * FEN);
  if (field.kind === 'rows') return rowsOf(value).map((row) => toFields(field.columns, row));
  if (field.kind === 'lines') return (value as readonly string[]).map((line) => line.trim()).filter(Boolean);
  return typeof value === 'string' ? value.trim() : value;
}

/** The form as the server takes it: money in fen, nothing where nothing was given. */
export function toFields(fields: readonly FieldSpec[], values: FormValues): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .filter((field) => !isEmpty(values[field.name]))
      .map((field) => [field.name, toWire(field, values[field.name])]),
  );
}
