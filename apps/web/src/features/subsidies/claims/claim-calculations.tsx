import { useTranslation } from 'react-i18next';
import { Money } from '../../../components/money.tsx';
import { Section } from '../../../components/section.tsx';
import { formatMoment } from '../../../lib/format.ts';
import type { Claim } from './claim-query.ts';

/** Every time the amounts were worked out: by whom, with the facts of which day, and what differed from the time before. */
export function ClaimCalculations({ claim }: { claim: Claim }) {
  const { t } = useTranslation(['claims', 'subsidies']);
  if (claim.calculations.length === 0) return null;
  return (
    <Section title={t('calculation.title')} note={t('calculation.note')}>
      <ol className="calculations">
        {claim.calculations.toReversed().map((one) => (
          <li key={`${one.stage}${one.at}`}>
            <p>
              <b>{t(`stage.${one.stage}`)}</b> <Money fen={one.totalFen} example={claim.policy.example} unit />
            </p>
            <p className="muted">
              {one.by} · {formatMoment(one.at)} ·{' '}
              {t('subsidies:versionFacts', { n: one.policyVersion, on: one.factsAsOf })}
            </p>
            {one.changes.length > 0 && (
              <ul className="change-list">
                {one.changes.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
            {one.confirmation && <p className="soft">{t('calculation.confirmed', { why: one.confirmation })}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
