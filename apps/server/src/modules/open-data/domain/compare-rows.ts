import type { Row } from './dataset.ts';

export interface RowChange {
  readonly key: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before: Row | null;
  readonly after: Row | null;
}

type Keyed = readonly { readonly key: string; readonly row: Row }[];

const same = (a: Row, b: Row): boolean => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => (a[name] ?? null) === (b[name] ?? null));
};

/** What is different, in order of the keys. */
export function compareRows(before: Keyed, after: Keyed): RowChange[] {
  const old = new Map(before.map(({ key, row }) => [key, row]));
  const fresh = new Map(after.map(({ key, row }) => [key, row]));
  const keys = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return keys.flatMap((key): RowChange[] => {
    const [was, is] = [old.get(key) ?? null, fresh.get(key) ?? null];
    if (was === null) return [{ key, kind: 'added', before: null, after: is }];
    if (is === null) return [{ key, kind: 'removed', before: was, after: null }];
    return same(was, is) ? [] : [{ key, kind: 'changed', before: was, after: is }];
  });
}
