import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { useOwnParty } from '../../lib/own-party.ts';
import { AgencyLadder } from './agency-ladder.tsx';
import { AgencyPenalties } from './agency-penalties.tsx';
import { AgencyRatings } from './agency-ratings.tsx';
import { agencyQuery, complaintHref, KEY, toneOfComplaint } from './association-query.ts';
import './association.css';

const MOST = 100;

function Complaints({ agencyId }: { agencyId: string }) {
  const { t, i18n } = useTranslation('association');
  const query = useQuery({
    queryKey: [KEY, 'own-complaints', i18n.language],
    queryFn: ({ signal }) => api.listComplaints({ query: { pageSize: MOST } }, signal),
  });
  const items = query.data?.items ?? [];
  return (
    <Section title={t('tab.complaints')} note={t('ownAgency.complaintsNote')}>
      {query.data && items.length === 0 && <p className="muted">{t('ownAgency.noComplaint')}</p>}
      <ul className="signers">
        {items.map((one) => (
          <li key={one.id}>
            <AppLink to={complaintHref(one.id)}>
              {one.respondentId === agencyId
                ? t('ownAgency.against', { name: one.complainant })
                : t('complaint.about', { name: one.respondent })}
            </AppLink>
            <StatusTag tone={toneOfComplaint(one)}>{one.stateLabel}</StatusTag>
            <span className="cell-sub mono">
              {one.number} · {one.receivedOn}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the association knows of the own agency: membership, complaints it is a side of, penalties, ratings, the ladder. */
export function Page() {
  const { t, i18n } = useTranslation('association');
  const { partyId } = useOwnParty();
  const desk = useQuery({
    queryKey: ['agency-desk', partyId, i18n.language],
    queryFn: ({ signal }) => api.getAgencyDesk({ params: { id: partyId } }, signal),
  });
  const agencyId = desk.data?.agency?.id;
  const query = useQuery({ ...agencyQuery(agencyId ?? '', i18n.language), enabled: agencyId !== undefined });
  const error = desk.error ?? query.error;
  if (error) return <FailedState error={error} onRetry={() => query.refetch()} />;
  if (desk.data && agencyId === undefined)
    return (
      <div className="page">
        <PageHeader title={t('title')} />
        <EmptyState title={t('ownAgency.notRegistered')} />
      </div>
    );
  if (!query.data) return <PageSkeleton />;
  const agency = query.data;
  const member = agency.memberships.find((one) => one.leftOn === null);
  return (
    <div className="page association-page">
      <PageHeader
        title={t('ownAgency.title')}
        tags={<StatusTag tone={member ? 'good' : 'plain'}>{member ? member.levelLabel : t('member.not')}</StatusTag>}
        meta={
          <>
            {member && <span>{t('member.since', { no: member.memberNo, day: member.joinedOn })}</span>}
            <Link className="link" to="/discipline">
              {t('ownAgency.discipline')}
            </Link>
          </>
        }
      />
      <Complaints agencyId={agency.agencyId} />
      <AgencyPenalties agency={agency} />
      <AgencyRatings agency={agency} />
      <AgencyLadder agency={agency} />
    </div>
  );
}
