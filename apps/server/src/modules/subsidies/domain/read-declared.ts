import type { PolicyItem } from '@jince/entitlements';

type Value = string | number | boolean | null;

const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;

function fits(type: PolicyItem['declared'][number]['type'], value: Value): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0;
    case 'bool':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && LOCAL_DATE.test(value) && !Number.isNaN(Date.parse(value));
    case 'text':
      return typeof value === 'string';
  }
}

/**
 * What an applicant states, by the item's fields: others are left out, texts are trimmed, empty ones are null.
 * @returns the label of the first field that is not of its type, or the values
 */
export function readDeclared(
  item: Pick<PolicyItem, 'declared'>,
  given: Readonly<Record<string, Value>>,
): { readonly ok: true; readonly values: Record<string, Value> } | { readonly ok: false; readonly field: string } {
  const values: Record<string, Value> = {};
  for (const { path, type, label, unit } of item.declared) {
    const raw = given[path];
    const value = typeof raw === 'string' ? raw.trim() || null : (raw ?? null);
    if (value !== null && (!fits(type, value) || (unit === '分' && !Number.isInteger(value))))
      return { ok: false, field: label };
    values[path] = value;
  }
  return { ok: true, values };
}
