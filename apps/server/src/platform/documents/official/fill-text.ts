import { AppError } from '../../errors/errors.ts';
import type { Template, TemplateField, TemplateText, ValueReading } from './template-types.ts';
import { writeValue } from './write-value.ts';

export type OfficialValues = Readonly<Record<string, unknown>>;

export interface Filling {
  readonly template: Template;
  readonly values: OfficialValues;
  readonly today: string;
  readonly reading: ValueReading;
}

/** One row of a repeated part. */
export interface RowAt {
  readonly list: TemplateField;
  readonly values: unknown;
  /** From 1. */
  readonly number: number;
}

/** Where a value belongs, in words for the sentence and as a path for the field. */
function refusal(filling: Filling, field: TemplateField, row: RowAt | undefined) {
  const label = row === undefined ? field.label : `${row.list.label}（第${row.number}行）${field.label}`;
  const path = row === undefined ? field.path : `${row.list.path}[${row.number - 1}].${field.path}`;
  return { params: { template: filling.template.label, field: label }, path };
}

function refuseInvalid(filling: Filling, field: TemplateField, row: RowAt | undefined): never {
  const { params, path } = refusal(filling, field, row);
  throw new AppError('documents.value.invalid', params, [{ path, message: field.type }]);
}

/** Nothing was given: neither a value nor a text with letters in it. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/**
 * The value of a field, checked; undefined where nothing is given and the template has a blank for it.
 * @throws AppError documents.value.missing, documents.value.invalid with label and path
 */
export function readValue(filling: Filling, field: TemplateField, row?: RowAt): unknown {
  const value = filling.reading.valueAt(row === undefined ? filling.values : row.values, field.path);
  if (isAbsent(value)) {
    if (field.blank !== undefined) return undefined;
    const { params, path } = refusal(filling, field, row);
    throw new AppError('documents.value.missing', params, [{ path, message: field.type }]);
  }
  if (!filling.reading.fitsField(field.type, value)) refuseInvalid(filling, field, row);
  return value;
}

/** The text with every placeholder filled. @throws AppError that names the field */
export function fillText(filling: Filling, text: TemplateText, row?: RowAt): string {
  return text
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.from === 'number') return String(row?.number ?? '');
      const at = part.from === 'row' ? row : undefined;
      const fields = part.from === 'row' ? row?.list.fields : filling.template.fields;
      const field = fields?.find((one) => one.path === part.path);
      if (field === undefined) throw new Error(`${filling.template.code} names the unknown field ${part.path}`);
      const value = readValue(filling, field, at);
      if (value === undefined) return field.blank ?? '';
      return writeValue(field, value, part.format, filling.today) ?? refuseInvalid(filling, field, at);
    })
    .join('');
}
