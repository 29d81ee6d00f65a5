import { normaliseName, type RegisterEntry } from '@jince/matching';
import { readHeader, registerColumns } from './columns.ts';
import { MatchInputError, readRecord } from './read-table.ts';

export interface LoadedRegister {
  entries: RegisterEntry[];
  /** Sentences about rows that were joined or left out. */
  notes: string[];
}

const WHAT = '登记册（--register）';

/**
 * Register rows as entries. A repeated uscc with the same name is one row; with another name it adds that name as a
 * further (former) name of the first. Rows without a name are left out. Both are noted.
 */
export function loadRegister(text: string): LoadedRegister {
  const { columns, start } = readHeader(text, registerColumns, ['uscc', 'name'], WHAT);
  const entries: RegisterEntry[] = [];
  const byUscc = new Map<string, number>();
  const repeated: string[] = [];
  const nameless: number[] = [];
  const fields: string[] = [];
  const field = (column: number): string => (column < 0 ? '' : (fields[column] ?? ''));
  let line = 1;
  for (let at = start; at < text.length; ) {
    at = readRecord(text, at, fields);
    line++;
    if (fields.length === 1 && fields[0] === '') continue;
    const name = field(columns.name).trim();
    if (name === '') {
      nameless.push(line);
      continue;
    }
    const uscc = field(columns.uscc).trim();
    const formerNames = splitNames(field(columns.former_names));
    const known = uscc === '' ? undefined : byUscc.get(uscc);
    if (known !== undefined) {
      repeated.push(uscc);
      join(entries[known]!, name, formerNames);
      continue;
    }
    if (uscc !== '') byUscc.set(uscc, entries.length);
    const id = uscc === '' ? `第${line}行` : uscc;
    entries.push({ id, name, uscc, formerNames, address: field(columns.address), scope: field(columns.scope) });
  }
  if (entries.length === 0) throw new MatchInputError(`${WHAT}没有数据行。`);
  return { entries, notes: notesOf(repeated, nameless) };
}

function splitNames(text: string): string[] | undefined {
  if (text === '') return undefined;
  const names = text.split(/[;；、|｜]/).map((name) => name.trim());
  return names.filter((name) => name !== '' && !/^[-—/无]+$/.test(name));
}

function join(entry: RegisterEntry, name: string, formerNames: string[] | undefined): void {
  const known = new Set([entry.name, ...(entry.formerNames ?? [])].map((one) => normaliseName(one)));
  const added = [name, ...(formerNames ?? [])].filter((one) => !known.has(normaliseName(one)));
  if (added.length > 0) entry.formerNames = [...(entry.formerNames ?? []), ...added];
}

function notesOf(repeated: string[], nameless: number[]): string[] {
  const notes: string[] = [];
  const some = (list: (string | number)[]): string => `${list.slice(0, 5).join('、')}${list.length > 5 ? ' 等' : ''}`;
  if (repeated.length > 0) {
    notes.push(`登记册中统一社会信用代码重复 ${repeated.length} 行，已并入首次出现的一行：${some(repeated)}`);
  }
  if (nameless.length > 0) notes.push(`登记册中 ${nameless.length} 行没有名称，已略过：第 ${some(nameless)} 行`);
  return notes;
}
