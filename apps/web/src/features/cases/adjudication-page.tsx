import type { RouteOutput, routes } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Caution } from '../../components/caution.tsx';
import { Descriptions } from '../../components/descriptions.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import './cases.css';

type Hearing = NonNullable<RouteOutput<(typeof routes)['getAdjudication']>['hearing']>;

/** The oral hearing that was set, with the last day for its notice and what is still to be confirmed about it. */
function Hearing({ hearing: { when, place, notice } }: { hearing: Hearing }) {
  const { t } = useTranslation('cases');
  return (
    <>
      {when} · {place}
      {notice && (
        <>
          <br />
          <small className="soft">
            {t('adjudication.noticeBy', { on: notice.on, article: notice.article })}
            {notice.verify && `（${notice.verify}）`}
          </small>
        </>
      )}
    </>
  );
}

/** One request to adjudicate: who against whom over which patent, what is missing, and who decides. */
export function Page() {
  const { t, i18n } = useTranslation('cases');
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['adjudication', id, i18n.language],
    queryFn: ({ signal }) => api.getAdjudication({ params: { id } }, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const one = query.data;
  const list = (items: readonly { label: string }[]) => items.map(({ label }) => label).join('、');
  return (
    <div className="page">
      <PageHeader
        title={`${one.petitioner.name} / ${one.respondent.name}`}
        crumbs={[{ label: t('adjudication.title'), to: '/protection/adjudications' }]}
        tags={<StatusTag tone="info">{one.stateLabel}</StatusTag>}
        meta={
          <>
            <span className="mono">{one.number}</span>
            <span>{one.organisation}</span>
          </>
        }
      />
      <ProcedurePanel fileId={id} refreshes={[['adjudication'], ['adjudications']]}>
        {!one.competence.own && (
          <Caution>
            {one.competence.text}（{one.competence.article}）{one.competence.verify && ` ${one.competence.verify}`}
          </Caution>
        )}
        <Section title={t('adjudication.request')}>
          <Descriptions
            items={[
              { key: 'petitioner', label: t('adjudication.petitioner'), value: one.petitioner.name },
              {
                key: 'respondent',
                label: t('adjudication.respondent'),
                value: one.respondent.name + (one.respondentAbroad ? ` · ${t('adjudication.abroad')}` : ''),
              },
              {
                key: 'patent',
                label: t('adjudication.patentNumber'),
                value: <span className="mono">{one.patentNumber}</span>,
              },
              { key: 'name', label: t('adjudication.patentName'), value: one.patentName },
              { key: 'received', label: t('list.received'), value: one.receivedOn },
              { key: 'accepted', label: t('adjudication.acceptedOn'), value: one.acceptedOn },
              {
                key: 'handed',
                label: t('adjudication.handedTo'),
                value: one.handedTo && `${one.handedTo} ${one.handedOn ?? ''}`,
              },
              { key: 'panel', label: t('adjudication.panel'), value: one.panel.join('、') || null },
              ...(one.hearing
                ? [{ key: 'hearing', label: t('adjudication.hearing'), value: <Hearing hearing={one.hearing} /> }]
                : []),
              { key: 'concluded', label: t('adjudication.concludedOn'), value: one.concludedOn },
              { key: 'claims', label: t('adjudication.claims'), value: one.claims, wide: true },
              { key: 'facts', label: t('adjudication.facts'), value: one.facts, wide: true },
              { key: 'materials', label: t('adjudication.materials'), value: list(one.materials), wide: true },
              {
                key: 'missing',
                label: t('adjudication.missing'),
                value: one.missing.length === 0 ? null : <span className="late">{list(one.missing)}</span>,
                wide: true,
              },
              ...(one.outcome
                ? [{ key: 'outcome', label: t('adjudication.outcome'), value: one.outcome, wide: true }]
                : []),
            ]}
          />
        </Section>
      </ProcedurePanel>
    </div>
  );
}
