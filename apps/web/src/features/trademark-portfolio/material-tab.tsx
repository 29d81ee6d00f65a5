import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../components/app-link.tsx';
import { Caution } from '../../components/caution.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';

/** Files of material on well-known marks, each begun for one matter. */
export function MaterialTab({ party }: { party?: string }) {
  const { t, i18n } = useTranslation(['trademark-portfolio', 'labels']);
  const query = useQuery({
    queryKey: ['materials', party ?? '', i18n.language],
    queryFn: ({ signal }) => api.listWellKnownFiles({ query: { party } }, signal),
  });
  return (
    <Section title={t('tab.material')} note={t('material.note')}>
      {query.error && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonLines />}
      {query.data && <Caution>{query.data.caution}</Caution>}
      {query.data?.items.length === 0 && <EmptyState title={t('material.empty')}>{t('material.emptyText')}</EmptyState>}
      <ul className="tie-list">
        {query.data?.items.map((file) => (
          <li key={file.id}>
            <div className="use-head">
              <AppLink className="cell-title" to={`/trademarks/material/${file.id}`}>
                {file.mark}
              </AppLink>
              <span className="mono">{file.registrationNo}</span>
              <span>{t('labels:niceClass', { n: file.niceClass })}</span>
              <StatusTag tone={file.closedOn ? 'plain' : 'info'}>
                {file.closedOn ? t('material.closed', { on: file.closedOn }) : t('material.open')}
              </StatusTag>
            </div>
            <p className="soft">
              {file.party} · {file.occasion} · {t('material.have', { have: file.have, items: file.items })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
