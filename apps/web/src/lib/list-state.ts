import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** Page, order and filters of a list, kept in the address so that a link shows the same list to a colleague. */
export interface ListState {
  readonly page: number;
  readonly pageSize: number;
  readonly sort: string | undefined;
  /** Filter values as in the address; several values of one filter are joined by commas. */
  readonly filters: Readonly<Record<string, string>>;
  /** Everything to send to the server. */
  readonly query: Record<string, string | number>;
  readonly set: (patch: Record<string, string | undefined>) => void;
  readonly setPage: (page: number, pageSize: number) => void;
  readonly setSort: (sort: string | undefined) => void;
  readonly replaceAll: (values: Record<string, string>) => void;
  readonly clear: () => void;
  readonly isFiltered: boolean;
}

export interface ListDefaults {
  readonly pageSize?: number;
  readonly sort?: string;
  /** Names of the filters this list understands; others in the address are left alone and not sent. */
  readonly filters: readonly string[];
}

function readNumber(value: string | null, fallback: number, max: number): number {
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 && number <= max ? number : fallback;
}

/** `prefix` keeps two lists of one page apart (`r.page=2`). */
export function useListState(defaults: ListDefaults, prefix = ''): ListState {
  const [params, setParams] = useSearchParams();
  const names = defaults.filters.join(',');
  const base = defaults.pageSize ?? 50;
  return useMemo(() => {
    const name = (key: string) => `${prefix}${key}`;
    const filters: Record<string, string> = {};
    for (const key of names.split(',')) {
      const value = params.get(name(key));
      if (value) filters[key] = value;
    }
    const page = readNumber(params.get(name('page')), 1, 1_000_000);
    const pageSize = readNumber(params.get(name('pageSize')), base, 500);
    const sort = params.get(name('sort')) ?? defaults.sort;
    const write = (patch: Record<string, string | undefined>, push = false) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [key, value] of Object.entries(patch)) {
            if (value === undefined || value === '') next.delete(name(key));
            else next.set(name(key), value);
          }
          return next;
        },
        { replace: !push, preventScrollReset: true },
      );
    const none = Object.fromEntries([...names.split(','), 'page', 'sort', 'pageSize'].map((key) => [key, undefined]));
    return {
      page,
      pageSize,
      sort,
      filters,
      query: { page, pageSize, ...(sort ? { sort } : {}), ...filters },
      set: (patch) => write({ ...patch, page: undefined }),
      setPage: (next, size) =>
        write(
          { page: next === 1 ? undefined : String(next), pageSize: size === base ? undefined : String(size) },
          true,
        ),
      setSort: (next) => write({ sort: next === defaults.sort ? undefined : next, page: undefined }),
      replaceAll: (values) => write({ ...none, ...values }, true),
      clear: () => write(none),
      isFiltered: Object.keys(filters).length > 0,
    };
  }, [params, setParams, names, base, defaults.sort, prefix]);
}
