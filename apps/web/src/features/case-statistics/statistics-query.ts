import type { RouteOutput, routes, StatisticsColumn } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addressQuery, api } from '../../lib/api.ts';
import type { ListState } from '../../lib/list-state.ts';

export type Form = RouteOutput<typeof routes.getCaseStatistics>;
export interface OpenCell {
  readonly row: number;
  readonly column: StatisticsColumn;
}

export const FILTERS = ['year', 'quarter', 'month', 'from', 'to', 'by', 'organisation'];

export function useForm(state: ListState) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['case-statistics', state.filters, i18n.language],
    queryFn: ({ signal }) => api.getCaseStatistics({ query: addressQuery<'getCaseStatistics'>(state.filters) }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useCellCases(filters: ListState['filters'], cell: OpenCell) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['case-statistics-cell', filters, cell, i18n.language],
    queryFn: ({ signal }) =>
      api.listStatisticCases(
        {
          query: {
            ...addressQuery<'listStatisticCases'>(filters),
            row: String(cell.row),
            column: cell.column,
          } as Parameters<typeof api.listStatisticCases>[0]['query'],
        },
        signal,
      ),
  });
}

const FEN_PER_WAN = 1_000_000;

/** A value of the form as it is read: cases as they are, fen in ten thousand yuan. */
export function figure(value: number, unit: 'case' | 'wan'): string {
  if (value === 0) return '';
  if (unit === 'case') return String(value);
  return (value / FEN_PER_WAN).toLocaleString(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
