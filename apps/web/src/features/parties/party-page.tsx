import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { AsOfPicker, useAsOf } from '../../components/as-of.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { type PageTab, PageTabs } from '../../components/page-tabs.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { SourcePanel } from '../../components/source-panel.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { formatDay } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import { listTone, toneOf } from '../../lib/tones.ts';
import { IdentityTab } from './identity-tab.tsx';
import { IncentivesTab } from './incentives-tab.tsx';
import { PartySteps } from './next-steps.tsx';
import { type PartyDetail, partyQuery } from './party-query.ts';
import { ProgrammesTab } from './programmes-tab.tsx';
import { RegisterTab } from './register-tab.tsx';
import { RightsTab } from './rights-tab.tsx';
import '../../components/record-layout.css';

/** Tabs whose modules do not exist yet: listed and said to be so. */
const toCome = ['finance', 'cases', 'credit', 'activity'] as const;

function useTabs(party: PartyDetail, asOf: string | undefined, onSource: (field: string) => void): PageTab[] {
  const { t } = useTranslation(['parties', 'shell']);
  const me = useMe();
  const count = (list: readonly { count: number }[]) => list.reduce((sum, one) => sum + one.count, 0);
  const rights = count(party.rights.patents) + count(party.rights.trademarks) + party.rights.madrid + party.rights.gis;
  return [
    { key: 'rights', label: t('tab.rights'), count: rights, render: () => <RightsTab party={party} asOf={asOf} /> },
    ...(can(me, permissions.readVisits)
      ? [{ key: 'programmes', label: t('tab.programmes'), render: () => <ProgrammesTab id={party.id} /> }]
      : []),
    ...(can(me, permissions.readEntitlements)
      ? [
          {
            key: 'incentives',
            label: t('tab.incentives'),
            render: () => <IncentivesTab id={party.id} name={party.name} />,
          },
        ]
      : []),
    { key: 'identity', label: t('tab.identity'), render: () => <IdentityTab party={party} /> },
    { key: 'register', label: t('tab.register'), render: () => <RegisterTab party={party} onSource={onSource} /> },
    ...toCome.map(
      (key): PageTab => ({
        key,
        label: t(`tab.${key}`),
        notBuilt: true,
        render: () => (
          <div className="panel">
            <EmptyState title={t('toComeTitle', { name: t(`tab.${key}`) })}>{t(`toCome.${key}`)}</EmptyState>
          </div>
        ),
      }),
    ),
  ];
}

function Head({
  party,
  asOf,
  setAsOf,
  onSources,
}: {
  party: PartyDetail;
  asOf: string | undefined;
  setAsOf: (date: string | undefined) => void;
  onSources: () => void;
}) {
  const { t } = useTranslation(['parties', 'labels', 'shell']);
  const me = useMe();
  const former = party.names.filter((name) => name.kind === 'former');
  return (
    <PageHeader
      title={party.name}
      crumbs={[
        { label: t('shell:chapter.inventory'), to: '/inventory' },
        { label: t('title'), to: '/enterprises' },
        ...(party.town && party.townCode ? [{ label: party.town, to: `/enterprises?town=${party.townCode}` }] : []),
      ]}
      tags={
        <>
          {party.status !== 'active' && (
            <StatusTag tone={toneOf(party.status)}>{t(`labels:partyStatus.${party.status}`)}</StatusTag>
          )}
          {party.memberships.map((kind) => (
            <StatusTag key={kind} tone={listTone(kind)}>
              {t(`labels:membership.${kind}`)}
            </StatusTag>
          ))}
        </>
      }
      meta={
        <>
          <MetaItem label={t('uscc')}>{party.uscc ?? t('noUscc')}</MetaItem>
          {former.length > 0 && (
            <MetaItem label={t('formerName')}>{former.map((name) => name.name).join(' · ')}</MetaItem>
          )}
          {party.industryCode && (
            <MetaItem label={t('industry')}>
              {party.industryCode} {party.industry}
            </MetaItem>
          )}
          <MetaItem label={t('from')}>
            <button type="button" className="link" onClick={onSources}>
              {t('sourceCount', { total: party.sourceCount })}
            </button>
          </MetaItem>
          <MetaItem label={t('updated')}>{formatDay(party.updatedAt)}</MetaItem>
        </>
      }
      actions={
        <>
          <AsOfPicker asOf={asOf} onChange={setAsOf} />
          {can(me, permissions.readAdvice) && (
            <Link to={`/cultivation/briefs/${party.id}`}>
              <Button>{t('brief')}</Button>
            </Link>
          )}
        </>
      }
    />
  );
}

/** Everything about one subject. */
function Party({
  party,
  asOf,
  setAsOf,
}: {
  party: PartyDetail;
  asOf: string | undefined;
  setAsOf: (date: string | undefined) => void;
}) {
  const { t, i18n } = useTranslation('parties');
  const [source, setSource] = useState<{ field?: string }>();
  const tabs = useTabs(party, asOf, (field) => setSource({ field }));
  return (
    <>
      <div className="page">
        <Head party={party} asOf={asOf} setAsOf={setAsOf} onSources={() => setSource({})} />
        <PartySteps party={party} asOf={asOf} />
        <PageTabs tabs={tabs} label={t('tabs')} />
      </div>
      <SourcePanel
        open={source !== undefined}
        onClose={() => setSource(undefined)}
        queryKey={['party-sources', party.id, i18n.language]}
        fetchSources={(signal) => api.listPartySources({ params: { id: party.id } }, signal)}
        field={source?.field}
      />
    </>
  );
}

/** The page of one enterprise, co-operative, school… */
export function Page() {
  const { i18n } = useTranslation();
  const { id = '' } = useParams();
  const { asOf, setAsOf } = useAsOf();
  const query = useQuery(partyQuery(id, asOf, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  return <Party key={id} party={query.data} asOf={asOf} setAsOf={setAsOf} />;
}
