import { useQuery } from '@tanstack/react-query';
import { Pagination } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../../components/error-box.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { Section } from '../../../components/section.tsx';
import { SkeletonLines } from '../../../components/skeleton.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { api } from '../../../lib/api.ts';
import { useOwnParty } from '../../../lib/own-party.ts';
import { toneOf } from '../../../lib/tones.ts';
import { Deadlines } from '../deadlines.tsx';
import { useOwnAlerts } from '../own-query.ts';
import '../portal-pages.css';

const PAGE_SIZE = 20;

interface Right {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly facts: readonly (readonly [label: string, value: string | null])[];
}

interface RightsPage {
  readonly total: number;
  readonly items: readonly Right[];
}

function RightList({
  title,
  sort,
  fetch,
}: {
  title: string;
  sort: string;
  fetch: (page: number, signal: AbortSignal) => Promise<RightsPage>;
}) {
  const { t, i18n } = useTranslation(['portal', 'labels']);
  const { partyId } = useOwnParty();
  const [page, setPage] = useState(1);
  const query = useQuery({
    queryKey: ['own-rights', sort, partyId, page, i18n.language],
    queryFn: ({ signal }) => fetch(page, signal),
  });
  const rows = (right: Right): ReactNode => (
    <li key={right.id}>
      <div>
        <b>{right.name}</b>
        <span className="mono muted">{right.number}</span>
      </div>
      <StatusTag tone={toneOf(right.status)}>{right.statusLabel}</StatusTag>
      <p className="soft">
        {right.facts
          .filter(([, value]) => value !== null)
          .map(([label, value], at) => (
            <span key={label}>
              {at > 0 && ' · '}
              <span className="nowrap">
                {label} {value}
              </span>
            </span>
          ))}
      </p>
    </li>
  );
  return (
    <Section title={title} note={query.data ? t('count', { n: query.data.total }) : undefined}>
      {query.error && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonLines />}
      {query.data?.total === 0 && <p className="soft">{t('noRights')}</p>}
      {query.data && <ul className="own-rights">{query.data.items.map(rows)}</ul>}
      {query.data && query.data.total > PAGE_SIZE && (
        <Pagination
          size="small"
          current={page}
          pageSize={PAGE_SIZE}
          total={query.data.total}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </Section>
  );
}

function useRights() {
  const { t } = useTranslation(['portal', 'labels']);
  const { partyId: party } = useOwnParty();
  const of = (page: number) => ({ party, page, pageSize: PAGE_SIZE });
  return {
    patents: async (page: number, signal: AbortSignal): Promise<RightsPage> => {
      const found = await api.listPatents({ query: { ...of(page), sort: 'nextDueOn' } }, signal);
      return {
        total: found.total,
        items: found.items.map((one) => ({
          id: one.id,
          name: one.title,
          number: one.applicationNo,
          status: one.status,
          statusLabel: t(`labels:patentStatus.${one.status}`),
          facts: [
            [t('kind'), t(`labels:patentKind.${one.kind}`)],
            [t('filedOn'), one.filedOn],
            [t('nextFee'), one.nextDueOn],
          ],
        })),
      };
    },
    marks: async (page: number, signal: AbortSignal): Promise<RightsPage> => {
      const found = await api.listTrademarks({ query: { ...of(page), sort: 'expiresOn' } }, signal);
      return {
        total: found.total,
        items: found.items.map((one) => ({
          id: one.id,
          name: one.name,
          number: one.registrationNo,
          status: one.status,
          statusLabel: t(`labels:trademarkStatus.${one.status}`),
          facts: [
            [t('niceClass'), String(one.niceClass)],
            [t('registeredOn'), one.registeredOn],
            [t('expiresOn'), one.expiresOn],
          ],
        })),
      };
    },
    madrid: async (page: number, signal: AbortSignal): Promise<RightsPage> => {
      const found = await api.listMadrid({ query: of(page) }, signal);
      return {
        total: found.total,
        items: found.items.map((one) => ({
          id: one.id,
          name: one.name,
          number: one.irNo,
          status: one.status,
          statusLabel: one.status,
          facts: [
            [t('members'), one.designations.map((member) => member.memberLabel).join('、')],
            [t('registeredOn'), one.registeredOn],
            [t('expiresOn'), one.expiresOn],
          ],
        })),
      };
    },
  };
}

/** Patents, marks and international registrations of the enterprise, with what falls due first. */
export function Page() {
  const { t } = useTranslation(['portal', 'common']);
  const alerts = useOwnAlerts();
  const rights = useRights();
  return (
    <div className="page portal-page">
      <PageHeader title={t('rights')} />
      <Section title={t('deadlines')} note={t('deadlinesNote')}>
        {alerts.error && <ErrorBox error={alerts.error} onRetry={() => void alerts.refetch()} />}
        {alerts.isPending && <SkeletonLines />}
        {alerts.data?.items.length === 0 && <p className="soft">{t('noDeadlines')}</p>}
        {alerts.data && <Deadlines alerts={alerts.data.items} />}
      </Section>
      <RightList title={t('patents')} sort="patents" fetch={rights.patents} />
      <RightList title={t('marks')} sort="marks" fetch={rights.marks} />
      <RightList title={t('madrid')} sort="madrid" fetch={rights.madrid} />
    </div>
  );
}
