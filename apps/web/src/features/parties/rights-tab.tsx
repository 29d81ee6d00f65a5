import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { NumberLink } from '../../components/number-link.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { today } from '../../lib/format.ts';
import { toneOf } from '../../lib/tones.ts';
import { Memberships } from './memberships.tsx';
import { type PartyDetail, partyPatentsQuery, partyTrademarksQuery } from './party-query.ts';
import './rights-tab.css';

interface Row {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly number: string;
  readonly kind: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly due: string | null;
}

function RightsTable({ rows, dueLabel }: { rows: readonly Row[]; dueLabel: string }) {
  const { t } = useTranslation('parties');
  const now = today();
  return (
    <div className="rights-scroll">
      <table className="rights">
        <thead>
          <tr>
            <th>{t('right.name')}</th>
            <th>{t('right.number')}</th>
            <th>{t('right.kind')}</th>
            <th>{t('right.status')}</th>
            <th className="r">{dueLabel}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link className="cell-link" to={row.href}>
                  {row.name}
                </Link>
              </td>
              <td className="mono">{row.number}</td>
              <td className="nowrap">{row.kind}</td>
              <td>
                <StatusTag tone={toneOf(row.status)}>{row.statusLabel}</StatusTag>
              </td>
              <td className={row.due !== null && row.due < now ? 'r mono late' : 'r mono'}>{row.due ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Counts({ party }: { party: PartyDetail }) {
  const { t } = useTranslation(['parties', 'common']);
  const items = [
    ...party.rights.patents.map((one) => ({ ...one, key: `p${one.code}`, href: `/patents?party=${party.id}` })),
    ...party.rights.trademarks.map((one) => ({ ...one, key: `t${one.code}`, href: `/trademarks?party=${party.id}` })),
    { key: 'madrid', label: t('madrid'), count: party.rights.madrid, href: `/madrid?party=${party.id}` },
    { key: 'gis', label: t('gis'), count: party.rights.gis, href: '/gis' },
  ];
  return (
    <ul className="right-counts">
      {items.map((item) => (
        <li key={item.key}>
          <span>{item.label}</span>
          {item.count === 0 ? (
            <b className="muted">0</b>
          ) : (
            <b>
              <NumberLink value={item.count} href={item.href} label={item.label} exact />
            </b>
          )}
        </li>
      ))}
    </ul>
  );
}

function Patents({ party, asOf }: { party: PartyDetail; asOf: string | undefined }) {
  const { t } = useTranslation(['parties', 'labels']);
  const query = useQuery(partyPatentsQuery(party.id, asOf));
  const all = `/patents?party=${party.id}`;
  return (
    <Section
      title={t('patents')}
      note={query.data && t('total', { total: query.data.total })}
      extra={
        <Link className="link" to={all}>
          {t('all')}
        </Link>
      }
      flush={query.data !== undefined && query.data.items.length > 0}
    >
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <SkeletonLines lines={4} />}
      {query.data?.items.length === 0 && <p className="soft">{t('patentsNone')}</p>}
      {query.data && query.data.items.length > 0 && (
        <RightsTable
          dueLabel={t('right.due')}
          rows={query.data.items.map((row) => ({
            id: row.id,
            href: `/patents/${row.id}`,
            name: row.title,
            number: row.applicationNo,
            kind: t(`labels:patentKind.${row.kind}`),
            status: row.status,
            statusLabel: t(`labels:patentStatus.${row.status}`),
            due: row.nextDueOn,
          }))}
        />
      )}
    </Section>
  );
}

function Trademarks({ party, asOf }: { party: PartyDetail; asOf: string | undefined }) {
  const { t } = useTranslation(['parties', 'labels']);
  const query = useQuery(partyTrademarksQuery(party.id, asOf));
  return (
    <Section
      title={t('trademarks')}
      note={query.data && t('total', { total: query.data.total })}
      extra={
        <Link className="link" to={`/trademarks?party=${party.id}`}>
          {t('all')}
        </Link>
      }
      flush={query.data !== undefined && query.data.items.length > 0}
    >
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <SkeletonLines lines={4} />}
      {query.data?.items.length === 0 && <p className="soft">{t('trademarksNone')}</p>}
      {query.data && query.data.items.length > 0 && (
        <RightsTable
          dueLabel={t('right.expires')}
          rows={query.data.items.map((row) => ({
            id: row.id,
            href: `/trademarks/${row.id}`,
            name: row.name || row.registrationNo,
            number: row.registrationNo,
            kind: t('labels:niceClass', { n: row.niceClass }),
            status: row.status,
            statusLabel: t(`labels:trademarkStatus.${row.status}`),
            due: row.expiresOn,
          }))}
        />
      )}
    </Section>
  );
}

/** What the subject owns on the day asked, and on which lists it stands. */
export function RightsTab({ party, asOf }: { party: PartyDetail; asOf: string | undefined }) {
  const { t } = useTranslation(['parties', 'common']);
  return (
    <div className="record">
      <div>
        <Patents party={party} asOf={asOf} />
        <Trademarks party={party} asOf={asOf} />
      </div>
      <div>
        <Section title={t('holdings')} note={t('common:asOf', { date: party.rights.asOf })}>
          <Counts party={party} />
        </Section>
        <Memberships party={party} />
      </div>
    </div>
  );
}
