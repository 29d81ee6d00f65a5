import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { MadridList } from './madrid-list.tsx';

/** International registrations: the endangered first. */
export function MadridTab({ party }: { party?: string }) {
  const { t, i18n } = useTranslation('trademark-portfolio');
  const query = useQuery({
    queryKey: ['madrid-ties', party ?? '', i18n.language],
    queryFn: ({ signal }) => api.listMadridTies({ query: { party } }, signal),
  });
  return (
    <Section title={t('tab.madrid')} note={query.data?.note}>
      {query.error && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonLines />}
      {query.data?.items.length === 0 && <EmptyState title={t('madrid.empty')} />}
      {query.data && <MadridList ties={query.data.items} />}
    </Section>
  );
}
