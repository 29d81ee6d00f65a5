import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { toneOf } from '../../lib/tones.ts';
import type { PartyDetail } from './party-query.ts';

function Standing({ kind, valid }: { kind: string; valid: boolean }) {
  const { t } = useTranslation('parties');
  const tone = toneOf(kind);
  if (tone !== 'plain') return <StatusTag tone={valid ? tone : 'plain'}>{t(valid ? 'barred' : 'cleared')}</StatusTag>;
  return <StatusTag tone={valid ? 'good' : 'plain'}>{t(valid ? 'counts' : 'countsNot')}</StatusTag>;
}

/** Lists and certificates, those that count first, each with why it counts or not. */
export function Memberships({ party }: { party: PartyDetail }) {
  const { t } = useTranslation('parties');
  const sorted = [...party.membershipDetails].sort((a, b) => Number(b.valid) - Number(a.valid));
  return (
    <Section title={t('memberships')} note={t('membershipsNote')}>
      {sorted.length === 0 ? (
        <p className="soft">{t('membershipsNone')}</p>
      ) : (
        <ul className="memberships">
          {sorted.map((one) => (
            <li key={one.id}>
              <div>
                <b>{one.kindLabel}</b>
                <Standing kind={one.kind} valid={one.valid} />
              </div>
              <span>
                {[one.level, one.certificateNo].filter(Boolean).join(' · ')}
                {(one.from || one.to) && (
                  <span className="mono">
                    {' '}
                    {one.from ?? '…'} – {one.to ?? '…'}
                  </span>
                )}
              </span>
              <small>{one.reason}</small>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
