import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import { toneOfState, Wan } from './amounts.tsx';
import { BeginApplication } from './begin-application.tsx';
import { CallState } from './call-row.tsx';
import { CallTerms } from './call-terms.tsx';
import { CloseCall } from './close-call.tsx';
import { Guideline } from './guideline.tsx';
import { base, type CallDetail, callHref, callQuery, projectKeys } from './project-query.ts';
import { Ranking } from './ranking.tsx';
import './projects.css';
import './call-page.css';

function Actions({ call }: { call: CallDetail }) {
  const { t } = useTranslation(['projects', 'common']);
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [beginning, setBeginning] = useState(false);
  const [closing, setClosing] = useState(false);
  const done = () => {
    for (const queryKey of projectKeys) void queries.invalidateQueries({ queryKey });
  };
  const publish = useMutation({
    mutationFn: () => api.publishProgramCall({ params: { id: call.id } }),
    onSuccess: done,
  });
  const rank = useMutation({
    mutationFn: () => api.rankProgramCall({ params: { id: call.id } }),
    onSuccess: (result) => {
      done();
      message.success(t('rank.done', { ranked: result.ranked, waiting: result.waiting.length }));
    },
  });
  const error = publish.error ?? rank.error;
  return (
    <>
      {call.mayEdit && <Button onClick={() => navigate(`${callHref(call.id)}/edit`)}>{t('call.edit')}</Button>}
      {call.mayRank && (
        <Button loading={rank.isPending} onClick={() => rank.mutate()}>
          {t('rank.do')}
        </Button>
      )}
      {call.mayClose && <Button onClick={() => setClosing(true)}>{t('call.close')}</Button>}
      {call.mayPublish && (
        <Button
          type="primary"
          loading={publish.isPending}
          onClick={() =>
            modal.confirm({
              title: t('call.publishTitle'),
              content: t('call.publishText'),
              okText: t('call.publish'),
              cancelText: t('common:cancel'),
              onOk: () => publish.mutateAsync(),
            })
          }
        >
          {t('call.publish')}
        </Button>
      )}
      {call.mayFile && (
        <Button type="primary" onClick={() => setBeginning(true)}>
          {t('begin.do')}
        </Button>
      )}
      {error && <ErrorBox error={error} />}
      {closing && <CloseCall callId={call.id} onClose={() => setClosing(false)} />}
      {beginning && <BeginApplication callId={call.id} onClose={() => setBeginning(false)} />}
    </>
  );
}

function Money({ call }: { call: CallDetail }) {
  const { t } = useTranslation('projects');
  const of = (fen: number) => (call.budgetFen === 0 ? 0 : Math.min(100, (fen / call.budgetFen) * 100));
  return (
    <Section title={t('call.funds')} note={`${call.fund} · ${call.fundYear}`}>
      <div className="budget-wide" role="img" aria-label={t('call.funds')}>
        <i className="paid" style={{ width: `${of(call.paidFen)}%` }} />
        <i className="granted" style={{ width: `${of(call.grantedFen - call.paidFen)}%` }} />
      </div>
      <dl className="call-figures">
        <div>
          <dt>{t('call.budget')}</dt>
          <dd>
            <Wan fen={call.budgetFen} />
          </dd>
        </div>
        <div>
          <dt>{t('call.granted')}</dt>
          <dd>
            <Wan fen={call.grantedFen} />
          </dd>
        </div>
        <div>
          <dt>{t('call.paid')}</dt>
          <dd>
            <Wan fen={call.paidFen} />
          </dd>
        </div>
        <div>
          <dt>{t('call.left')}</dt>
          <dd>
            <Wan fen={call.budgetFen - call.grantedFen} />
          </dd>
        </div>
      </dl>
    </Section>
  );
}

function Applications({ call }: { call: CallDetail }) {
  const { t } = useTranslation('projects');
  return (
    <Section
      title={t('call.applications')}
      extra={
        <Link className="link" to={`${base}?call=${call.id}`}>
          {t('call.allProjects', { count: call.projects })}
        </Link>
      }
    >
      {call.byState.length === 0 ? (
        <p className="soft">{t('call.noProjects')}</p>
      ) : (
        <ul className="state-counts">
          {call.byState.map((one) => (
            <li key={one.state}>
              <StatusTag tone={toneOfState(one.state, one.standing)}>{one.label}</StatusTag>
              <Link className="number" to={`${base}?call=${call.id}&state=${one.state}`}>
                {formatExact(one.count)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** One call: its text as it was published, terms, window, quota, funds, and the ranking with the experts' scores. */
export function Page() {
  const { t, i18n } = useTranslation('projects');
  const { id = '' } = useParams();
  const query = useQuery(callQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const call = query.data;
  return (
    <div className="page">
      <PageHeader
        title={call.title}
        crumbs={[{ label: t('title'), to: base }, { label: call.kindLabel }]}
        tags={
          <>
            <CallState call={call} /> {call.example && <ExampleMark />}
          </>
        }
        meta={
          <>
            <MetaItem label={t('call.windowLabel')}>
              <span className="mono">
                {call.opensOn} – {call.closesOn}
              </span>
            </MetaItem>
            <MetaItem label={t('call.quota')}>{t('call.ofQuota', { quota: call.quota })}</MetaItem>
            {call.publishedOn && (
              <MetaItem label={t('call.published')}>
                {call.publishedOn} {call.publishedBy}
              </MetaItem>
            )}
            {call.closeNote && (
              <MetaItem label={t('call.closed')}>
                {call.closedOn} {call.closeNote}
              </MetaItem>
            )}
          </>
        }
        actions={<Actions call={call} />}
      />
      <div className="call-columns">
        <div className="call-main">
          {call.ranking && call.ranking.length > 0 && <Ranking call={call} ranking={call.ranking} />}
          <Guideline call={call} />
        </div>
        <div className="call-side">
          <Applications call={call} />
          <Money call={call} />
          <CallTerms terms={call.terms} />
        </div>
      </div>
    </div>
  );
}
