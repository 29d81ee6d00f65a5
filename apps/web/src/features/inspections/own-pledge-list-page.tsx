import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { useOwnParty } from '../../lib/own-party.ts';
import { choicesQuery, pledgeKeys } from './inspection-query.ts';
import { pledgeTone } from './pledge-list-page.tsx';
import './inspections.css';

/** Begins a pledge of one kind for the own enterprise. */
function Begin({ partyId }: { partyId: string }) {
  const { t, i18n } = useTranslation('inspections');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const choices = useQuery(choicesQuery(i18n.language));
  const create = useMutation({
    mutationFn: (kind: string) => api.createPledge({ body: { kind, partyId, name: null } }),
    onSuccess: ({ id }) => {
      for (const queryKey of pledgeKeys) void queries.invalidateQueries({ queryKey });
      void navigate(`/pledges/${id}`);
    },
  });
  return (
    <Section title={t('own.apply')} note={t('own.applyNote')}>
      <div className="insp-tools">
        {(choices.data?.pledgeKinds ?? []).map((one) => (
          <Button
            key={one.code}
            loading={create.isPending && create.variables === one.code}
            onClick={() => create.mutate(one.code)}
          >
            {one.label}
          </Button>
        ))}
      </div>
      {create.error && <ErrorBox error={create.error} />}
    </Section>
  );
}

/** The enterprise's own pledges of genuine goods and its market. */
export function Page() {
  const { t, i18n } = useTranslation('inspections');
  const { partyId } = useOwnParty();
  const query = useQuery({
    queryKey: ['inspection-pledges', 'own', partyId, i18n.language],
    queryFn: ({ signal }) => api.listPledges({ query: { pageSize: 100 } }, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const items = query.data.items.filter((one) => one.partyId === partyId);
  return (
    <div className="page portal-page insp-own-page">
      <PageHeader title={t('own.pledges')} meta={<span>{t('own.pledgesMeta')}</span>} />
      {items.length === 0 ? (
        <EmptyState title={t('own.noPledge')}>{t('own.noPledgeText')}</EmptyState>
      ) : (
        <Section title={t('own.pledgeList')}>
          <ul className="insp-own">
            {items.map((one) => (
              <li key={one.id}>
                <div>
                  <Link className="cell-title" to={`/pledges/${one.id}`}>
                    {one.name}
                  </Link>
                  <span className="cell-sub">
                    <span className="mono">{one.number}</span> {one.kindLabel}
                  </span>
                </div>
                <div>
                  <StatusTag tone={pledgeTone(one)}>{one.stateLabel}</StatusTag>
                  {one.reviewDue && <span className="cell-sub warn">{t('pledge.reviewDue')}</span>}
                </div>
                <span className="mono">{one.fromOn === null ? '' : `${one.fromOn} – ${one.untilOn ?? ''}`}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {query.data.mayFile && <Begin partyId={partyId} />}
    </div>
  );
}
