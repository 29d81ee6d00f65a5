import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { TargetStateTag } from '../../components/target-state.tsx';
import { api } from '../../lib/api.ts';
import { toneOf } from '../../lib/tones.ts';
import './programmes-tab.css';

const SHOWN_VISITS = 8;

const useBrief = (id: string, language: string) =>
  useQuery({
    queryKey: ['brief', id, language],
    queryFn: ({ signal }) => api.getBrief({ params: { id } }, signal),
  });

function Campaigns({ id }: { id: string }) {
  const { t, i18n } = useTranslation(['parties', 'cultivation']);
  const query = useBrief(id, i18n.language);
  return (
    <Section title={t('programmes.campaigns')} note={t('programmes.campaignsNote')}>
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <SkeletonLines lines={3} />}
      {query.data?.campaigns.length === 0 && <p className="soft">{t('programmes.campaignsNone')}</p>}
      <ul className="programme-list">
        {query.data?.campaigns.map((campaign) => (
          <li key={campaign.title}>
            <div>
              {campaign.targetId ? (
                <Link className="cell-link" to={`/cultivation/targets/${campaign.targetId}`}>
                  {campaign.title}
                </Link>
              ) : (
                <b>{campaign.title}</b>
              )}
              <TargetStateTag state={campaign.state} />
            </div>
            <p className="soft">{campaign.why}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Visits({ id }: { id: string }) {
  const { t, i18n } = useTranslation(['parties', 'cultivation']);
  const query = useQuery({
    queryKey: ['visits', { party: id }, i18n.language],
    queryFn: ({ signal }) => api.listVisits({ query: { party: id, pageSize: SHOWN_VISITS } }, signal),
  });
  return (
    <Section
      title={t('programmes.visits')}
      note={query.data && t('programmes.visitsNote', { total: query.data.total })}
      extra={
        <Link className="link" to={`/cultivation/visits?party=${id}`}>
          {t('programmes.all')}
        </Link>
      }
    >
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <SkeletonLines lines={4} />}
      {query.data?.items.length === 0 && <p className="soft">{t('programmes.visitsNone')}</p>}
      <ul className="programme-list">
        {query.data?.items.map((visit) => (
          <li key={visit.id}>
            <div>
              <Link className="cell-link mono" to={`/cultivation/targets/${visit.targetId}#visit-${visit.id}`}>
                {visit.visitedOn}
              </Link>
              <StatusTag tone={toneOf(visit.result)}>{t(`cultivation:result.${visit.result}`)}</StatusTag>
              <span className="muted">{[t(`cultivation:channel.${visit.channel}`), visit.by].join(' · ')}</span>
            </div>
            <p>{visit.summary}</p>
            {(visit.nextOn || visit.nextStep) && (
              <p className="soft">
                {t('programmes.next', { text: [visit.nextOn, visit.nextStep].filter(Boolean).join(' ') })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Classes({ id }: { id: string }) {
  const { t, i18n } = useTranslation(['parties', 'labels']);
  const query = useBrief(id, i18n.language);
  return (
    <Section
      title={t('programmes.classes')}
      note={t('programmes.classesNote')}
      extra={
        <Link className="link" to={`/cultivation/class-gaps/${id}`}>
          {t('programmes.advice')}
        </Link>
      }
    >
      {query.isPending && <SkeletonLines lines={3} />}
      {query.data?.classAdvice.length === 0 && <p className="soft">{t('programmes.classesNone')}</p>}
      <ul className="programme-list">
        {query.data?.classAdvice.map((one) => (
          <li key={one.niceClass}>
            <b>
              {t('labels:niceClass', { n: one.niceClass })} {one.label}
            </b>
            <p className="soft">{one.reason}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the district does with this subject: campaigns, visits, and what to talk about. */
export function ProgrammesTab({ id }: { id: string }) {
  return (
    <div className="record">
      <div>
        <Campaigns id={id} />
        <Visits id={id} />
      </div>
      <div>
        <Classes id={id} />
      </div>
    </div>
  );
}
