import { useTranslation } from 'react-i18next';
import type { RankedProject } from './project-query.ts';

const LOWEST = 40;
const at = (total: number) => `${Math.max(0, Math.min(100, ((total - LOWEST) / (100 - LOWEST)) * 100))}%`;

/** Totals of the experts on one scale with the pass mark; an outlier is hollow and red. */
export function ScoreDots({ scores, passMark }: { scores: RankedProject['scores']; passMark: number }) {
  const { t } = useTranslation('projects');
  const shown = scores.filter((score) => score.total !== null && score.state === 'scored');
  const words = shown
    .map((score) => `${score.expert} ${score.total}${score.outlier ? t('rank.outlierMark') : ''}`)
    .join(' · ');
  return (
    <span className="score-dots" role="img" aria-label={words} title={words}>
      <u style={{ left: at(passMark) }} />
      {shown.map((score) => (
        <i
          key={score.expertId}
          className={score.outlier ? 'outlier' : undefined}
          style={{ left: at(score.total ?? 0) }}
        />
      ))}
    </span>
  );
}
