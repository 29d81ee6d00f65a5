import { useTranslation } from 'react-i18next';
import type { FieldProblem, FieldSpec, Words } from './schema-fields.ts';

/** Words of the fields of actions: those of the schema, else the console's own by the field's name. */
export function useFieldWords() {
  const { t, i18n } = useTranslation('procedures');
  const spoken = (words: Words | undefined) => words?.[i18n.language === 'en' ? 'en' : 'zh'];
  const known = (key: string) => (i18n.exists(`procedures:${key}`) ? t(key) : undefined);
  return {
    label: (field: FieldSpec) => spoken(field.label) ?? known(`field.${field.name}`) ?? field.title ?? field.name,
    help: (field: FieldSpec) => spoken(field.help) ?? known(`fieldHelp.${field.name}`),
    choice: (field: FieldSpec, value: string) =>
      spoken(field.choices.find((one) => one.value === value)?.label) ??
      known(`choice.${field.name}.${value}`) ??
      value,
    problem: (field: FieldSpec, problem: FieldProblem) =>
      t(`problem.${problem}`, { min: field.min ?? field.minLength ?? 0, max: field.max ?? 0 }),
  };
}
