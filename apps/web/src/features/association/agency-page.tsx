import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { AgencyActs } from './agency-acts.tsx';
import { AgencyLadder } from './agency-ladder.tsx';
import { AgencyPenalties } from './agency-penalties.tsx';
import { AgencyRatings } from './agency-ratings.tsx';
import { agencyQuery, base, documentHref } from './association-query.ts';
import './association.css';

/** What the association knows of one agency. */
export function Page() {
  const { t, i18n } = useTranslation('association');
  const { id = '' } = useParams();
  const query = useQuery(agencyQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const agency = query.data;
  const member = agency.memberships.find((one) => one.leftOn === null);
  return (
    <div className="page association-page">
      <PageHeader
        title={agency.name}
        crumbs={[{ label: t('title'), to: base }]}
        tags={
          <>
            <StatusTag tone={member ? 'good' : 'plain'}>{member ? member.levelLabel : t('member.not')}</StatusTag>
            {member?.brandLabel && <StatusTag tone="info">{member.brandLabel}</StatusTag>}
            {member?.disciplined && <StatusTag tone="late">{t('member.disciplined')}</StatusTag>}
          </>
        }
        meta={
          <>
            {agency.code && <span className="mono">{agency.code}</span>}
            {member && <span>{t('member.since', { no: member.memberNo, day: member.joinedOn })}</span>}
          </>
        }
        actions={<AgencyActs agency={agency} member={member} />}
      />
      <AgencyLadder agency={agency} />
      <AgencyRatings agency={agency} />
      <AgencyPenalties agency={agency} />
      <Section title={t('document.signatures')}>
        {agency.signatures.length === 0 && <EmptyState title={t('document.noSignature')} />}
        <ul className="signers">
          {agency.signatures.map((one) => (
            <li key={one.documentId}>
              <Link className="link" to={documentHref(one.documentId)}>
                {one.title} {t('document.version', { version: one.version })}
              </Link>
              <span className="cell-sub">
                {one.signedOn} · {one.signatory} · {t(`way.${one.way}`)}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
