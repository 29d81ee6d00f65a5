import type { OfficialValues } from './fill-text.ts';
import type { Template } from './template-types.ts';

/** The template's own sample values, placed where their dotted paths say. */
export function sampleValues(template: Template): OfficialValues {
  const values: Record<string, unknown> = {};
  for (const field of template.fields) {
    const keys = field.path.split('.');
    const last = keys.pop() as string;
    let at = values;
    for (const key of keys) {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>;
    }
    if (field.sample !== undefined) at[last] = field.sample;
  }
  return values;
}
