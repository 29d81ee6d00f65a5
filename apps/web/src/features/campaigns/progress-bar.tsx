import { useTranslation } from 'react-i18next';
import { formatExact } from '../../lib/format.ts';
import './progress-bar.css';

interface Progress {
  readonly targets: number;
  readonly contacted: number;
  readonly succeeded: number;
  readonly goal: number | null;
}

/** How far a campaign is, from zero to all its targets: visited, done, and a mark where the goal stands. */
export function ProgressBar({ of, big }: { of: Progress; big?: boolean }) {
  const { t } = useTranslation('campaigns');
  const end = Math.max(of.targets, of.goal ?? 0, 1);
  const at = (value: number) => `${Math.min(100, (value / end) * 100)}%`;
  const values = {
    targets: formatExact(of.targets),
    contacted: formatExact(of.contacted),
    succeeded: formatExact(of.succeeded),
  };
  const label =
    of.goal === null ? t('progress.label', values) : t('progress.labelGoal', { ...values, goal: formatExact(of.goal) });
  return (
    <div className={big ? 'progress-bar big' : 'progress-bar'} role="img" aria-label={label} title={label}>
      <i className="contacted" style={{ width: at(of.contacted) }} />
      <i className="succeeded" style={{ width: at(of.succeeded) }} />
      {of.goal !== null && <u style={{ left: at(of.goal) }} />}
    </div>
  );
}
