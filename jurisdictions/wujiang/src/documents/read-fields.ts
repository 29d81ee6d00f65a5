import {
  PackDataError,
  readList,
  readFields as readObject,
  readOneOf,
  readOptionalText,
  readText,
  requireUnique,
} from '../shape.ts';
import { FIELD_TYPES, type FieldType, type TemplateField } from './template.ts';

const PATH = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isPublic = (value: unknown) => {
  const one = value as { text?: unknown; natural?: unknown } | null;
  return typeof one === 'object' && one !== null && isText(one.text) && typeof one.natural === 'boolean';
};

const FITS: Readonly<Record<FieldType, (value: unknown) => boolean>> = {
  text: isText,
  'document-number': isText,
  date: (value) => typeof value === 'string' && DAY.test(value),
  fen: (value) => Number.isSafeInteger(value),
  count: (value) => Number.isSafeInteger(value),
  flag: (value) => typeof value === 'boolean',
  'public-name': isPublic,
  'public-code': isPublic,
  list: Array.isArray,
};

/** Whether a value is what the field's type says. */
export function fitsField(type: FieldType, value: unknown): boolean {
  return FITS[type](value);
}

/** The value at a dotted path; undefined where the way ends. */
export function valueAt(values: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? (value as Readonly<Record<string, unknown>>)[key]
          : undefined,
      values,
    );
}

function checkSample(field: TemplateField, sample: unknown, at: string): void {
  if ((sample === undefined || sample === null || sample === '') && field.blank !== undefined) return;
  if (!fitsField(field.type, sample)) throw new PackDataError(`${at}: 样例值不是 ${field.type}`);
  if (field.type === 'list')
    (sample as unknown[]).forEach((row, i) => {
      for (const one of field.fields) checkSample(one, valueAt(row, one.path), `${at}[${i}].${one.path}`);
    });
}

function readField(value: unknown, at: string, inList: boolean): TemplateField {
  const fields = readObject(value, at);
  const type = readOneOf(fields.type, `${at}.type`, FIELD_TYPES);
  if (inList && type === 'list') throw new PackDataError(`${at}.type: 列表内不能再有列表`);
  return {
    path: readText(fields.path, `${at}.path`, PATH),
    label: readText(fields.label, `${at}.label`),
    type,
    blank: type === 'flag' ? '' : fields.blank === '' ? '' : readOptionalText(fields.blank, `${at}.blank`),
    sample: fields.sample,
    fields: type === 'list' ? readList(fields.fields, `${at}.fields`, (one, path) => readField(one, path, true)) : [],
  };
}

/** What a document must be given, with sample values that fit. @throws PackDataError with the place */
export function readTemplateFields(value: unknown, at: string): TemplateField[] {
  const fields = readList(value, at, (one, path) => readField(one, path, false));
  requireUnique(fields, at, (field) => field.path);
  fields.forEach((field, i) => {
    requireUnique(field.fields, `${at}[${i}].fields`, (one) => one.path);
    checkSample(field, field.sample, `${at}[${i}].sample`);
  });
  return fields;
}
