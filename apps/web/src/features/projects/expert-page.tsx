import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatDay } from '../../lib/format.ts';
import { DeclareConflict } from './declare-conflict.tsx';
import { ExpertForm } from './expert-form.tsx';
import { base, type ExpertDetail, expertQuery, expertsHref, projectHref } from './project-query.ts';
import './projects.css';

function Barred({ expert }: { expert: ExpertDetail }) {
  const { t } = useTranslation('projects');
  return (
    <Section title={t('expert.barred')} note={t('expert.barredNote')}>
      {expert.barred.length === 0 ? (
        <p className="soft">{t('expert.notBarred')}</p>
      ) : (
        <ul className="matters">
          {expert.barred.map((one) => (
            <li key={one.projectId}>
              <Link className="cell-title" to={projectHref(one.projectId)}>
                {one.project}
              </Link>{' '}
              <small className="muted">{one.lead}</small>
              <ul className="conflict-reasons">
                {one.conflicts.map((conflict) => (
                  <li key={conflict.text}>
                    <StatusTag tone="late">{t(`conflict.${conflict.kind}`)}</StatusTag> {conflict.text}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Reviews({ expert }: { expert: ExpertDetail }) {
  const { t } = useTranslation('projects');
  return (
    <Section title={t('expert.reviews')} flush>
      {expert.reviews.length === 0 ? (
        <EmptyState title={t('expert.noReviews')} />
      ) : (
        <div className="table-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('list.project')}</th>
                <th scope="col">{t('list.state')}</th>
                <th scope="col" className="right">
                  {t('review.total')}
                </th>
                <th scope="col" className="right">
                  {t('expert.off')}
                </th>
                <th scope="col">{t('expert.day')}</th>
              </tr>
            </thead>
            <tbody>
              {expert.reviews.map((one) => (
                <tr key={one.projectId}>
                  <td className="phone-title">
                    <Link className="cell-title" to={projectHref(one.projectId)}>
                      {one.project}
                    </Link>
                    <span className="cell-sub">{one.call}</span>
                  </td>
                  <td data-label={t('list.state')}>
                    {t(`review.state.${one.state}`)}
                    {one.reason && <span className="cell-sub">{one.reason}</span>}
                  </td>
                  <td className="right" data-label={t('review.total')}>
                    {one.total ?? '—'}
                  </td>
                  <td className={one.outlier ? 'right late' : 'right'} data-label={t('expert.off')}>
                    {one.deviation === null ? '—' : `${one.deviation > 0 ? '+' : ''}${one.deviation}`}
                    {one.outlier && ` ${t('rank.outlierMark')}`}
                  </td>
                  <td className="mono" data-label={t('expert.day')}>
                    {formatDay(one.at)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function Declared({ expert }: { expert: ExpertDetail }) {
  const { t } = useTranslation('projects');
  const [declaring, setDeclaring] = useState(false);
  return (
    <Section
      title={t('expert.declared')}
      extra={
        expert.mayEdit && (
          <Button size="small" onClick={() => setDeclaring(true)}>
            {t('expert.declare')}
          </Button>
        )
      }
    >
      {expert.conflicts.length === 0 ? (
        <p className="soft">{t('expert.noDeclared')}</p>
      ) : (
        <ul className="matters">
          {expert.conflicts.map((one) => (
            <li key={one.id}>
              <b>{one.body}</b> <span className="mono">{one.declaredOn}</span>
              <p className="soft">
                {one.reason} · {one.declaredBy}
              </p>
            </li>
          ))}
        </ul>
      )}
      {declaring && <DeclareConflict expertId={expert.id} onClose={() => setDeclaring(false)} />}
    </Section>
  );
}

/** One expert: what they may not review and why, what they reviewed and how far off, what they declared. */
export function Page() {
  const { t, i18n } = useTranslation('projects');
  const { id = '' } = useParams();
  const [editing, setEditing] = useState(false);
  const query = useQuery(expertQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const expert = query.data;
  return (
    <div className="page">
      <PageHeader
        title={expert.name}
        crumbs={[
          { label: t('title'), to: base },
          { label: t('expert.title'), to: expertsHref },
        ]}
        tags={
          <>
            {!expert.active && <StatusTag>{t('expert.inactive')}</StatusTag>}
            {expert.demo && <ExampleMark />}
          </>
        }
        meta={
          <>
            <span>{[expert.employer, expert.title].filter(Boolean).join(' · ')}</span>
            {expert.fields.length > 0 && <MetaItem label={t('expert.fields')}>{expert.fields.join('、')}</MetaItem>}
            {expert.agencies.length > 0 && (
              <MetaItem label={t('expert.agencies')}>{expert.agencies.join('、')}</MetaItem>
            )}
          </>
        }
        actions={expert.mayEdit && <Button onClick={() => setEditing(true)}>{t('expert.edit')}</Button>}
      />
      <div className="expert-sections">
        <Barred expert={expert} />
        <Reviews expert={expert} />
        <Declared expert={expert} />
      </div>
      {editing && <ExpertForm expert={expert} onClose={() => setEditing(false)} />}
    </div>
  );
}
