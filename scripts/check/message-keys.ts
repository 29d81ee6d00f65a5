import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../lib/list-files.ts';
import { ROOT } from '../lib/run-command.ts';

const WEB = 'apps/web/src';
const LANGUAGES = ['zh-CN', 'en'] as const;
const DEFAULT_NAMESPACE = 'common';

/** Namespace → flat key → text. */
export type Messages = ReadonlyMap<string, ReadonlyMap<string, string>>;

function flatten(value: unknown, prefix: string, into: Map<string, string>): void {
  if (typeof value === 'string') into.set(prefix, value);
  else
    for (const [key, child] of Object.entries(value as object))
      flatten(child, prefix === '' ? key : `${prefix}.${key}`, into);
}

export function readMessages(folder: string): Messages {
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const flat = new Map<string, string>();
    flatten(JSON.parse(readFileSync(join(folder, file), 'utf8')), '', flat);
    found.set(file.replace(/\.json$/, ''), flat);
  }
  return found;
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

/** Measure words (个, 家) have no English counterpart. */
const MAY_BE_EMPTY = /(^|\.)unit(\.|$)/;

/** What one language has and the other lacks, empty sentences, and placeholders that differ. `a` is the Chinese. */
export function compareLanguages(a: Messages, b: Messages, [nameA, nameB]: readonly [string, string]): string[] {
  const problems: string[] = [];
  for (const namespace of new Set([...a.keys(), ...b.keys()])) {
    const [left, right] = [a.get(namespace), b.get(namespace)];
    if (left === undefined || right === undefined) {
      problems.push(`${namespace}.json is missing in ${left === undefined ? nameA : nameB}`);
      continue;
    }
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      const [one, two] = [left.get(key), right.get(key)];
      const at = `${namespace}:${key}`;
      if (one === undefined || two === undefined)
        problems.push(`${at} is missing in ${one === undefined ? nameA : nameB}`);
      else if (one.trim() === '' || (two.trim() === '' && !MAY_BE_EMPTY.test(key))) problems.push(`${at} is empty`);
      else if (placeholders(one).join() !== placeholders(two).join()) problems.push(`${at} has different placeholders`);
    }
  }
  return problems;
}

const CALL = /\bt\(\s*(?:'([^'\n]+)'|"([^"\n]+)"|`([^`]+)`)/g;
const HOOK = /useTranslation\(\s*(?:\[\s*)?(?:'([\w-]+)')?/g;

/** Keys that a source file asks for and no message file has. A template asks for any key with its fixed beginning. */
export function findUnknownKeys(path: string, source: string, messages: Messages): string[] {
  const hooks = [...source.matchAll(HOOK)].map((match) => match[1] ?? DEFAULT_NAMESPACE);
  // A file that is handed its `t` may be handed any.
  const own = hooks.length === 0 ? [...messages.keys()] : [...new Set(hooks)];
  const has = (namespaces: readonly string[], test: (key: string) => boolean) =>
    namespaces.some((namespace) => [...(messages.get(namespace)?.keys() ?? [])].some(test));
  return [...source.matchAll(CALL)].flatMap((match) => {
    const asked = match[1] ?? match[2] ?? match[3] ?? '';
    const [, namespace, key = ''] = /^(?:([\w-]+):)?(.*)$/s.exec(asked) ?? [];
    const fixed = key.split('${')[0] as string;
    const test = fixed === key ? (known: string) => known === key : (known: string) => known.startsWith(fixed);
    return has(namespace === undefined ? own : [namespace], test) ? [] : [`${path}: no message '${asked}'`];
  });
}

/** Comments may quote Chinese as an example; what is left is code. Lines keep their numbers. */
function withoutComments(source: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  return source.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|[\s;{}(,])\/\/.*$/gm, blank);
}

/** Chinese in the code of the console, where every word belongs in a message file. */
export function findChineseLiterals(path: string, source: string): string[] {
  return withoutComments(source)
    .split('\n')
    .flatMap((line, index) =>
      /\p{Script=Han}/u.test(line) ? [`${path}:${index + 1}: Chinese outside a message file`] : [],
    );
}

export function findMessageProblems(): string[] {
  const [zh, en] = LANGUAGES.map((language) => readMessages(join(ROOT, WEB, 'messages', language))) as [
    Messages,
    Messages,
  ];
  const sources = listFiles().filter((path) => path.startsWith(`${WEB}/`) && /(?<!\.test)\.tsx?$/.test(path));
  return [
    ...compareLanguages(zh, en, LANGUAGES),
    ...sources.flatMap((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return [...findUnknownKeys(path, text, zh), ...findChineseLiterals(path, text)];
    }),
  ];
}
