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
  /** Only a right that still stands can miss a deadline. */
  readonly live: boolean;
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
              <td className={row.live && row.due !== null && row.due < now ? 'r mono late' : 'r mono'}>
                {row.due ?? '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CountLine({ label, count, href }: { label: string; count: number; href: string }) {
  return (
    <li>
      <span>{label}</span>
      <b>
        {count === 0 ? <span className="muted">0</span> : <NumberLink value={count} href={href} label={label} exact />}
      </b>
    </li>
  );
}

function Counts({ party, asOf }: { party: PartyDetail; asOf: string | undefined }) {
  const { t } = useTranslation('parties');
  const { patents, trademarks, madrid, gis } = party.rights;
  const day = asOf ? `&asOf=${asOf}` : '';
  // A bar of patents is `kind.status`; a bar of marks is a status.
  const patentsHref = (code: string) => {
    const [kind, status] = code.split('.');
    return `/patents?party=${party.id}&kind=${kind}${status ? `&status=${status}` : ''}${day}`;
  };
  return (
    <div className="right-counts">
      <ul aria-label={t('patents')}>
        <li className="head">{t('patents')}</li>
        {patents.map((one) => (
          <CountLine key={one.code} label={one.label} count={one.count} href={patentsHref(one.code)} />
        ))}
      </ul>
      <ul aria-label={t('trademarks')}>
        <li className="head">{t('trademarks')}</li>
        {trademarks.map((one) => (
          <CountLine
            key={one.code}
            label={one.label}
            count={one.count}
            href={`/trademarks?party=${party.id}&status=${one.code}${day}`}
          />
        ))}
        <CountLine label={t('madrid')} count={madrid} href={`/madrid?party=${party.id}`} />
        <CountLine label={t('gis')} count={gis} href="/gis" />
      </ul>
    </div>
  );
}

function Patents({ party, asOf }: { party: PartyDetail; asOf: string | undefined }) {
  const { t } = useTranslation(['parties', 'labels']);
  const query = useQuery(partyPatentsQuery(party.id, asOf));
  const all = `/patents?party=${party.id}${asOf ? `&asOf=${asOf}` : ''}`;
  return (
    <Section
      title={t('patentsInForce')}
      note={query.data && t('total', { total: query.data.total })}
      extra={
        <Link className="link" to={all}>
          {t('allPatents')}
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
            live: row.status === 'granted',
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
        <Link className="link" to={`/trademarks?party=${party.id}${asOf ? `&asOf=${asOf}` : ''}`}>
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
            live: row.status === 'registered' || row.status === 'grace',
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
          <Counts party={party} asOf={asOf} />
        </Section>
        <Memberships party={party} />
      </div>
    </div>
  );
}
