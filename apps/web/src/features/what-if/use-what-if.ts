import type { WhatIfChange, WhatIfParameter } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAsOf } from '../../components/as-of.tsx';
import { api } from '../../lib/api.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { readChanges, writeChanges } from './change-text.ts';

/** Long enough not to ask at every step of a slider, short enough to seem at once. */
const SETTLE_MS = 120;

const isSame = (a: Pick<WhatIfChange, 'item' | 'path'>, b: Pick<WhatIfChange, 'item' | 'path'>) =>
  a.item === b.item && a.path === b.path;

/** What is asked, kept in the address, and its answer; parameters answer at once and ask when they rest. */
export function useWhatIf(version: string | undefined) {
  const { i18n } = useTranslation();
  const [params, setParams] = useSearchParams();
  const { asOf, setAsOf } = useAsOf();
  const [changes, setChanges] = useState(() => readChanges(params.get('set')));
  const { value: settled, waiting } = useSettled(changes, SETTLE_MS);
  const paid = params.get('paid') === 'ignore' ? ('ignore' as const) : ('count' as const);
  const question = useMemo(
    () => ({ version: version ?? '', changes: settled, paid, ...(asOf === undefined ? {} : { asOf }) }),
    [version, settled, paid, asOf],
  );
  const put = useCallback(
    (patch: Readonly<Record<string, string | undefined>>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [key, value] of Object.entries(patch)) {
            if (value) next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  useEffect(() => {
    if ((params.get('set') ?? '') !== writeChanges(settled)) put({ set: writeChanges(settled) });
  }, [settled, params, put]);
  const query = useQuery({
    queryKey: ['what-if', question, i18n.language],
    queryFn: ({ signal }) => api.runWhatIf({ body: question }, signal),
    placeholderData: keepPreviousData,
    enabled: version !== undefined,
    retry: false,
  });
  // A refused change must not take away the field it was made in.
  const last = useRef(query.data);
  if (query.data !== undefined) last.current = query.data;
  return {
    question,
    query,
    /** The latest answer there was, also when the present question is refused. */
    lastResult: last.current,
    changes,
    /** The figures on screen are not yet of the parameters on screen. */
    isBehind: waiting || query.isPlaceholderData,
    put,
    setAsOf,
    asOf,
    paid,
    change: (parameter: WhatIfParameter, value: WhatIfParameter['value']) =>
      setChanges((before) => {
        const others = before.filter((one) => !isSame(one, parameter));
        return value === parameter.base ? others : [...others, { item: parameter.item, path: parameter.path, value }];
      }),
    reset: (item?: string | null) =>
      setChanges((before) => (item === undefined ? [] : before.filter((one) => one.item !== item))),
    valueOf: (parameter: WhatIfParameter) => {
      const changed = changes.find((one) => isSame(one, parameter));
      return changed === undefined ? parameter.base : changed.value;
    },
  };
}
export type WhatIfState = ReturnType<typeof useWhatIf>;

/** The policy is thought back to this year, and lists of later years go on from it. */
export const FIRST_YEAR = 2023;

/** A list behind a figure, as it stands in the address. */
export const LIST_FILTERS = ['list', 'item', 'town', 'section', 'size', 'month', 'q', 'year'] as const;
export type ListFilter = Partial<Record<(typeof LIST_FILTERS)[number], string>>;

/** What opens a list and leaves everything else as it is. */
export function listPatch(filter: ListFilter): Record<string, string | undefined> {
  return { ...Object.fromEntries(LIST_FILTERS.map((key) => [key, filter[key]])), page: undefined, sort: undefined };
}
