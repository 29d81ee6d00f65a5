import type { PolicySummary } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { formatDay, today } from '../../lib/format.ts';

type Standing = 'draft' | 'in-force' | 'to-come' | 'ended' | 'retired' | 'legacy';

export function standingOf(policy: Pick<PolicySummary, 'state' | 'inForce' | 'effectiveFrom'>): Standing {
  if (policy.state !== 'published') return policy.state;
  if (policy.inForce) return 'in-force';
  return policy.effectiveFrom > today() ? 'to-come' : 'ended';
}

/** First and last day of a version; a retired one ends when it was retired. */
export function useLifetime(policy: Pick<PolicySummary, 'effectiveFrom' | 'effectiveTo' | 'retiredAt'>): string {
  const { t } = useTranslation('policies');
  const to = policy.retiredAt === null ? (policy.effectiveTo ?? t('open')) : formatDay(policy.retiredAt);
  return t('span', { from: policy.effectiveFrom, to });
}

const tones: Record<Standing, Tone> = {
  draft: 'warn',
  'in-force': 'good',
  'to-come': 'info',
  ended: 'plain',
  retired: 'plain',
  legacy: 'plain',
};

/** Where a version stands, as one word. */
export function PolicyStateTag({ policy }: { policy: Pick<PolicySummary, 'state' | 'inForce' | 'effectiveFrom'> }) {
  const { t } = useTranslation('policies');
  const standing = standingOf(policy);
  return (
    <StatusTag tone={tones[standing]} title={t(`standingHelp.${standing}`)}>
      {t(`standing.${standing}`)}
    </StatusTag>
  );
}

/** How much analysis found; what forbids publishing stands first. */
export function FindingCount({ policy }: { policy: Pick<PolicySummary, 'blocks' | 'warnings'> }) {
  const { t } = useTranslation('policies');
  if (policy.blocks + policy.warnings === 0) return <span className="finding-count good">✓ {t('findings.none')}</span>;
  return (
    <span className="finding-count">
      {policy.blocks > 0 && <span className="late">✕ {t('findings.blocks', { n: policy.blocks })}</span>}
      {policy.warnings > 0 && <span className="warn">! {t('findings.warnings', { n: policy.warnings })}</span>}
    </span>
  );
}
