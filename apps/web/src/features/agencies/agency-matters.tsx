import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { formatYuan } from '../../lib/format.ts';
import type { AgencyDetail } from './agency-query.ts';

type Ground = AgencyDetail['grounds'][number];

const TONES: Partial<Record<Ground['sort'], Tone>> = {
  penalty: 'late',
  'serious-dishonesty': 'late',
  'abnormal-operation': 'warn',
  'late-annual-report': 'warn',
  'missing-annual-report': 'warn',
  'association-discipline': 'warn',
  honour: 'good',
};

function Matter({ ground }: { ground: Ground }) {
  const { t } = useTranslation('agencies');
  return (
    <li className={ground.revokedOn ? 'revoked' : undefined}>
      <span className="mono">{ground.on}</span>
      <div>
        <p>
          <StatusTag tone={ground.revokedOn ? 'plain' : (TONES[ground.sort] ?? 'plain')}>
            {t(`sort.${ground.sort}`)}
          </StatusTag>{' '}
          {ground.person && <b>{ground.person} </b>}
          <span className="matter-text">{ground.text}</span>
          {ground.amountFen !== null && <b> {t('fine', { amount: formatYuan(ground.amountFen) })}</b>}
        </p>
        <span className="cell-sub">
          {[ground.documentNo, ground.authority, ground.expiresOn && t('expires', { date: ground.expiresOn })]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {ground.revokedOn && (
          <p className="matter-revoked">
            {t('revokedOn', { date: ground.revokedOn })}
            {ground.revokedBasis && ` · ${ground.revokedBasis}`}
          </p>
        )}
      </div>
    </li>
  );
}

/** What counts for and against the agency and its people; what was withdrawn stays, struck through. */
export function AgencyMatters({ agency }: { agency: AgencyDetail }) {
  const { t } = useTranslation('agencies');
  if (agency.grounds.length === 0) return <EmptyState title={t('noMatters')}>{t('noMattersText')}</EmptyState>;
  return (
    <Section title={t('mattersTitle')} note={t('mattersNote')}>
      <ul className="agency-matters">
        {agency.grounds.toReversed().map((ground) => (
          <Matter key={ground.id} ground={ground} />
        ))}
      </ul>
    </Section>
  );
}
