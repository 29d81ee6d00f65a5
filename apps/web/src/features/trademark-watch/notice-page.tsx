import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { StandingState } from '../../components/clock-cell.tsx';
import { Descriptions } from '../../components/descriptions.tsx';
import { EvidenceList } from '../../components/evidence-list/evidence-list.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { hitHref, noticeKeys, noticeQuery, noticesBase } from './watch-query.ts';
import './trademark-watch.css';

/** One notice to a platform. */
export function Page() {
  const { t, i18n } = useTranslation('trademark-watch');
  const { id = '' } = useParams();
  const me = useMe();
  const query = useQuery(noticeQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const notice = query.data;
  return (
    <div className="page">
      <PageHeader
        title={`${notice.platform} ${notice.shop}`}
        crumbs={[{ label: t('notice.title'), to: noticesBase }]}
        tags={
          <>
            <StandingState row={notice} />
            {notice.outcomeLabel !== null && <StatusTag tone="info">{notice.outcomeLabel}</StatusTag>}
          </>
        }
        meta={
          <>
            <span className="mono">{notice.number}</span>
            <MetaItem label={t('mark.holder')}>{notice.owner}</MetaItem>
            <MetaItem label={t('hit.mark')}>{notice.marks.join('、')}</MetaItem>
          </>
        }
      />
      <ProcedurePanel fileId={notice.fileId} refreshes={noticeKeys}>
        <Section title={t('notice.what')}>
          <Descriptions
            items={[
              {
                key: 'facts',
                label: t('notice.facts'),
                value: <span className="pre">{notice.facts}</span>,
                wide: true,
              },
              {
                key: 'demand',
                label: t('notice.demand'),
                value: <span className="pre">{notice.demand}</span>,
                wide: true,
              },
              {
                key: 'urls',
                label: t('notice.links'),
                wide: true,
                value:
                  notice.urls.length === 0 ? null : <span className="pre breakable">{notice.urls.join('\n')}</span>,
              },
              { key: 'notified', label: t('notice.notifiedOn'), value: notice.notifiedOn },
              { key: 'forwarded', label: t('notice.forwardedOn'), value: notice.forwardedOn },
              {
                key: 'measure',
                label: t('notice.measure'),
                value: [notice.measureOn, notice.measure].filter(Boolean).join(' '),
              },
              { key: 'removed', label: t('notice.removed'), value: notice.removed },
              {
                key: 'statement',
                label: t('notice.statement'),
                wide: true,
                value: [notice.statementOn, notice.statement].filter(Boolean).join(' '),
              },
              { key: 'told', label: t('notice.toldOn'), value: notice.toldOn },
            ]}
          />
        </Section>
        <Section title={t('notice.hits')}>
          <ul className="watch-list">
            {notice.hits.map((hit) => (
              <li key={hit.id}>
                <div>
                  <Link className="link" to={hitHref(hit.id)}>
                    {hit.title}
                  </Link>
                  <span className="cell-sub">
                    {hit.markName} ← {hit.found}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </Section>
        {can(me, permissions.readEvidence) && (
          <Section title={t('evidence.title')}>
            <EvidenceList fileId={notice.fileId} />
          </Section>
        )}
      </ProcedurePanel>
    </div>
  );
}
