import { ActionFields } from '../../../components/procedure-panel/action-fields.tsx';
import type { FieldSpec, FormValues } from '../../../components/procedure-panel/schema-fields.ts';
import { isDeclaredMoney } from '../../../lib/declared-money.ts';
import type { ClaimableItem, Declared } from './claim-query.ts';

type DeclaredField = ClaimableItem['fields'][number];

const FEN = 100;
const MAX_LENGTH = 400;
const kinds = { number: 'number', date: 'date', text: 'text', bool: 'boolean' } as const;

function toSpec(field: DeclaredField): FieldSpec {
  const label = field.unit && !isDeclaredMoney(field) ? `${field.label}（${field.unit}）` : field.label;
  return {
    name: field.path,
    kind: isDeclaredMoney(field) ? 'money' : kinds[field.type],
    required: field.type !== 'bool',
    label: { zh: label, en: label },
    help: undefined,
    title: undefined,
    choices: [],
    min: field.type === 'number' ? 0 : undefined,
    max: undefined,
    whole: false,
    maxLength: MAX_LENGTH,
    minLength: undefined,
    columns: [],
  };
}

/** Kept in fen as the server takes it; typed in yuan. */
const toForm = (fields: readonly DeclaredField[], values: Declared): FormValues =>
  Object.fromEntries(
    fields.map((field) => {
      const value = values[field.path] ?? undefined;
      return [field.path, isDeclaredMoney(field) && typeof value === 'number' ? value / FEN : value];
    }),
  );

function fromForm(fields: readonly DeclaredField[], values: FormValues): Declared {
  return Object.fromEntries(
    fields.map((field) => {
      const value = values[field.path];
      if (isDeclaredMoney(field) && typeof value === 'number') return [field.path, Math.round(value * FEN)];
      return [field.path, typeof value === 'object' || value === undefined ? null : value];
    }),
  );
}

/** Whether everything an item asks for was stated. */
export const isStated = (fields: readonly DeclaredField[], values: Declared) =>
  fields.every(
    (field) => field.type === 'bool' || !['', null, undefined].includes(values[field.path] as string | null),
  );

interface DeclaredFormProps {
  readonly fields: readonly DeclaredField[];
  readonly values: Declared;
  readonly onChange: (values: Declared) => void;
}

/** What an applicant states because no register knows it. */
export function DeclaredForm({ fields, values, onChange }: DeclaredFormProps) {
  return (
    <ActionFields
      fields={fields.map(toSpec)}
      values={toForm(fields, values)}
      problems={new Map()}
      onChange={(next) => onChange(fromForm(fields, next))}
    />
  );
}
