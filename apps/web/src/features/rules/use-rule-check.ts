import type { RouteOutput, routes } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';

export type RuleCheck = RouteOutput<typeof routes.checkRule>;
const PAUSE_MS = 250;

/** What the server says of a rule while it is typed, a moment after the last stroke. */
export function useRuleCheck(subject: string, text: string): { check: RuleCheck | undefined; checking: boolean } {
  const { i18n } = useTranslation();
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const query = useQuery({
    queryKey: ['rule-check', subject, settled, i18n.language],
    queryFn: ({ signal }) => api.checkRule({ body: { subject, text: settled } }, signal),
    enabled: settled.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return {
    check: text.trim() === '' ? undefined : query.data,
    checking: settled !== text || query.isFetching,
  };
}
