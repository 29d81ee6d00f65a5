import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatExact, today } from '../../lib/format.ts';
import { useMe } from '../../lib/meta.ts';
import { type PartyDetail, partyPatentsQuery, partyTrademarksQuery } from './party-query.ts';
import { PartyFields } from './register-tab.tsx';
import './party-brief.css';

/** The one page an officer takes along on a visit. On screen it is hidden; printing shows it alone. */
export function PartyBrief({ party, asOf }: { party: PartyDetail; asOf: string | undefined }) {
  const { t } = useTranslation(['parties', 'labels', 'common', 'shell']);
  const me = useMe();
  const patents = useQuery(partyPatentsQuery(party.id, asOf)).data?.items ?? [];
  const marks = useQuery(partyTrademarksQuery(party.id, asOf)).data?.items ?? [];
  const counts = [
    ...party.rights.patents,
    ...party.rights.trademarks,
    { code: 'madrid', label: t('madrid'), count: party.rights.madrid },
    { code: 'gis', label: t('gis'), count: party.rights.gis },
  ].filter((one) => one.count > 0);
  const rights = [
    ...patents.map((row) => ({
      id: row.id,
      cells: [row.title, row.applicationNo, t(`labels:patentStatus.${row.status}`), row.nextDueOn],
    })),
    ...marks.map((row) => ({
      id: row.id,
      cells: [
        `${row.name} ${t('labels:niceClass', { n: row.niceClass })}`,
        row.registrationNo,
        t(`labels:trademarkStatus.${row.status}`),
        row.expiresOn,
      ],
    })),
  ];
  return (
    <article className="brief" aria-hidden="true">
      <header>
        <h1>{party.name}</h1>
        <p>
          {t('brief.title')} · {me.district.name} · {t('common:asOf', { date: party.rights.asOf })}
        </p>
      </header>
      <PartyFields party={party} />
      <h2>{t('brief.next')}</h2>
      {party.nextSteps.length === 0 && <p>{t('next.none')}</p>}
      <ul>
        {party.nextSteps.map((step) => (
          <li key={`${step.code}${step.title}${step.dueOn}`}>
            <b>{step.title}</b> {step.dueOn} {step.text}
          </li>
        ))}
      </ul>
      <h2>{t('holdings')}</h2>
      <p>{counts.map((one) => `${one.label} ${formatExact(one.count)}`).join(' · ') || t('common:none')}</p>
      {rights.length > 0 && (
        <table>
          <thead>
            <tr>
              {['name', 'number', 'status', 'due'].map((key) => (
                <th key={key}>{t(`right.${key}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rights.map((row) => (
              <tr key={row.id}>
                {row.cells.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row have fixed places
                  <td key={index}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>{t('memberships')}</h2>
      <ul>
        {party.membershipDetails.map((one) => (
          <li key={one.id}>
            <b>{one.kindLabel}</b> {one.level} {one.certificateNo} {one.from} – {one.to} {one.reason}
          </li>
        ))}
      </ul>
      <h2>{t('brief.notes')}</h2>
      <div className="brief-notes" />
      <footer>
        {t('brief.foot', { date: today(), name: me.displayName })}
        {me.district.demo && ` · ${t('shell:demo.mark')}`}
      </footer>
    </article>
  );
}
