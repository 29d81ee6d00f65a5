import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AppLink } from '../../components/app-link.tsx';
import { Descriptions } from '../../components/descriptions.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { agencyHref, associationKeys, base, KEY, toneOfComplaint } from './association-query.ts';
import './association.css';

/** One complaint between members: facts, answer, ruling, and the penalty that followed. */
export function Page() {
  const { t, i18n } = useTranslation('association');
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: [KEY, 'complaint', id, i18n.language],
    queryFn: ({ signal }) => api.getComplaint({ params: { id } }, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const row = query.data;
  return (
    <div className="page">
      <PageHeader
        title={t('complaint.about', { name: row.respondent })}
        crumbs={[
          { label: t('title'), to: base },
          { label: t('tab.complaints'), to: `${base}?tab=complaints` },
        ]}
        tags={<StatusTag tone={toneOfComplaint(row)}>{row.stateLabel}</StatusTag>}
        meta={
          <>
            <span className="mono">{row.number}</span>
            <MetaItem label={t('complaint.complainant')}>
              <AppLink to={agencyHref(row.complainantId)}>{row.complainant}</AppLink>
            </MetaItem>
            <MetaItem label={t('complaint.respondent')}>
              <AppLink to={agencyHref(row.respondentId)}>{row.respondent}</AppLink>
            </MetaItem>
          </>
        }
      />
      <ProcedurePanel fileId={row.fileId} refreshes={associationKeys}>
        <Section title={t('complaint.facts')} note={row.clause && t('complaint.ofClause', { clause: row.clause })}>
          <p className="complaint-text">{row.facts}</p>
          <Descriptions
            items={[
              { key: 'request', label: t('complaint.request'), value: row.request, wide: true },
              { key: 'received', label: t('complaint.received'), value: row.receivedOn },
            ]}
          />
        </Section>
        <Section title={t('complaint.answer')} note={row.answeredOn}>
          {row.answer ? (
            <p className="complaint-text">{row.answer}</p>
          ) : (
            <p className="muted">{t('complaint.noAnswer')}</p>
          )}
        </Section>
        {row.ruling && (
          <Section title={t('complaint.ruling')} note={row.ruledOn}>
            <p className="complaint-text">{row.ruling}</p>
            {row.penalty && (
              <p className={row.penalty.withdrawnOn ? 'soft' : 'late'}>
                {row.penalty.sortLabel} · {row.penalty.documentNo} · {row.penalty.decidedOn}
                {row.penalty.withdrawnOn && ` · ${t('penalty.withdrawn', { day: row.penalty.withdrawnOn })}`}
              </p>
            )}
          </Section>
        )}
      </ProcedurePanel>
    </div>
  );
}
