import { ApiError } from '@jince/contract';
import { useState } from 'react';
import { useFieldWords } from './field-words.ts';
import type { FileAction } from './file-query.ts';
import { emptyValues, type FieldSpec, type FormValues, findProblems, readFields, toFields } from './schema-fields.ts';

interface Kept {
  readonly note: string;
  readonly values: FormValues;
}

function recall(key: string): Kept | undefined {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Kept);
  } catch {
    return undefined;
  }
}

function keep(key: string, kept: Kept | undefined): void {
  try {
    if (kept === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing still lets one work.
  }
}

/** Sentences the server gave for single fields. */
function serverWords(error: unknown): ReadonlyMap<string, string> {
  const errors = error instanceof ApiError ? (error.problem?.errors ?? []) : [];
  return new Map(errors.map((one) => [one.path.replace(/^(body\.)?fields\./, ''), one.message]));
}

function specAt(fields: readonly FieldSpec[], path: string): FieldSpec | undefined {
  const [name, , ...rest] = path.split('.');
  const field = fields.find((one) => one.name === name);
  return field && rest.length > 0 ? specAt(field.columns, rest.join('.')) : field;
}

interface FormStart {
  /** Fields that need not be asked for. */
  readonly hidden?: readonly string[] | undefined;
  /** What stands in the form before anything was typed. */
  readonly initial?: FormValues | undefined;
}

/** What is being filled in for one action of one file: kept in this tab until it was done, checked before it is sent. */
export function useActionForm(fileId: string, action: FileAction, given: FormStart = {}) {
  const words = useFieldWords();
  const key = `file-action/${fileId}/${action.action}`;
  const fields = readFields(action.fields).filter((field) => !given.hidden?.includes(field.name));
  const [form, setForm] = useState<Kept>(() => ({ note: '', values: given.initial ?? {}, ...recall(key) }));
  const [asked, setAsked] = useState(false);
  const values: FormValues = { ...emptyValues(fields), ...form.values };
  const change = (next: Kept) => {
    setForm(next);
    keep(key, next);
  };
  const found = findProblems(fields, values);
  const problemWords = (error: unknown): ReadonlyMap<string, string> => {
    if (!asked) return new Map();
    const own = [...found].map(([path, problem]): [string, string] => {
      const field = specAt(fields, path);
      return [path, field ? words.problem(field, problem) : problem];
    });
    return new Map([...serverWords(error), ...own]);
  };
  return {
    fields,
    values,
    note: form.note,
    setNote: (note: string) => change({ ...form, note }),
    setValues: (next: FormValues) => change({ ...form, values: next }),
    problemWords,
    /** What to send, or undefined while something is wrong; from then on problems are shown. */
    read: () => {
      setAsked(true);
      if (found.size > 0) return undefined;
      return { note: form.note.trim() || null, fields: toFields(fields, values) };
    },
    forget: () => keep(key, undefined),
  };
}
