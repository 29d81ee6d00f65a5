import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Claim, claimCheckQuery, isUnpaid } from './claim-query.ts';
import { ComparisonView } from './comparison.tsx';

/** Said only when today's facts give something else than what was computed last, or stop the claim. */
export function ClaimDifference({ claim }: { claim: Claim }) {
  const { t, i18n } = useTranslation('claims');
  const check = useQuery({ ...claimCheckQuery(claim.id, i18n.language), enabled: isUnpaid(claim) });
  const found = check.data;
  if (!found || !isUnpaid(claim)) return null;
  const stopped = found.stops.length > 0;
  if (!stopped && (!found.differs || claim.calculations.length === 0)) return null;
  return (
    <section className={stopped ? 'claim-note stop' : 'claim-note'} aria-label={t('compare.title')}>
      <h2>{t(stopped ? 'compare.stopped' : 'compare.title')}</h2>
      <ComparisonView comparison={found} />
      {!stopped && <p className="soft">{t('compare.later')}</p>}
    </section>
  );
}
