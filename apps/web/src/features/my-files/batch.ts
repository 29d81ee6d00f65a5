import type { FilePanel } from '@jince/contract';
import { readFields } from '../../components/procedure-panel/schema-fields.ts';

export interface BatchChoice {
  /** `procedure action`: equal names of two procedures are two things. */
  readonly key: string;
  readonly action: string;
  readonly label: string;
  readonly procedure: string;
  readonly confirm: string | null;
  readonly onward: boolean;
  /** Files it can be done on now. */
  readonly possible: readonly FilePanel[];
  /** Files of the same procedure it cannot be done on, with the sentence that says why. */
  readonly refused: readonly { readonly panel: FilePanel; readonly reason: string | null }[];
}

/** Only what the server lets this person do now and that asks for nothing but a note can be done on many files at once. */
const fitsMany = (action: FilePanel['actions'][number]) =>
  action.possible && readFields(action.fields).every((field) => !field.required && field.kind !== 'boolean');

/** What takes the files on first, then most files: withdrawing or refusing many is never what is offered. */
const byEase = (a: BatchChoice, b: BatchChoice) =>
  Number(b.onward) - Number(a.onward) || b.possible.length - a.possible.length;

/** What can be done on several files together. */
export function readChoices(panels: readonly FilePanel[]): BatchChoice[] {
  const choices = new Map<string, BatchChoice>();
  for (const panel of panels)
    for (const action of panel.actions.filter(fitsMany)) {
      const key = `${panel.file.procedure} ${action.action}`;
      if (choices.has(key)) continue;
      const alike = panels.filter((one) => one.file.procedure === panel.file.procedure);
      const here = (one: FilePanel) => one.actions.find((other) => other.action === action.action);
      const can = (one: FilePanel) => {
        const found = here(one);
        return found !== undefined && fitsMany(found);
      };
      choices.set(key, {
        key,
        action: action.action,
        label: action.label,
        procedure: panel.file.procedureLabel,
        confirm: action.confirm,
        onward: action.onward,
        possible: alike.filter(can),
        refused: alike.filter((one) => !can(one)).map((one) => ({ panel: one, reason: here(one)?.reason ?? null })),
      });
    }
  return [...choices.values()].sort(byEase);
}
