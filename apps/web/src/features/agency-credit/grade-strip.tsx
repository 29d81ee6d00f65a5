import { useTranslation } from 'react-i18next';
import type { ListState } from '../../lib/list-state.ts';
import type { Scores } from './credit-query.ts';
import { gradeClass } from './grade-mark.tsx';

/** How many stand in each grade, as one strip; a click shows them. */
export function GradeStrip({ scores, state }: { scores: Scores; state: ListState }) {
  const { t } = useTranslation('agency-credit');
  const all = scores.distribution.reduce((sum, one) => sum + one.count, 0);
  const chosen = state.filters.grade;
  return (
    <div className="grade-strip panel">
      <div className="grade-bar" aria-hidden="true">
        {scores.distribution.map(({ grade, count }) =>
          count === 0 ? null : <i key={grade} className={gradeClass(grade)} style={{ flexGrow: count }} />,
        )}
      </div>
      <div className="grade-counts">
        {scores.distribution.map(({ grade, count }) => (
          <button
            key={grade}
            type="button"
            aria-pressed={chosen === grade}
            onClick={() => state.set({ grade: chosen === grade ? undefined : grade, page: undefined })}
          >
            <b className={`grade-mark ${gradeClass(grade)}`}>{grade}</b>
            <span className="grade-count">{count}</span>
            <small>{t('share', { share: all === 0 ? 0 : Math.round((count / all) * 100) })}</small>
          </button>
        ))}
        {scores.unscored > 0 && (
          <button
            type="button"
            aria-pressed={chosen === 'none'}
            onClick={() => state.set({ grade: chosen === 'none' ? undefined : 'none', page: undefined })}
          >
            <b className="grade-mark grade-none">
              <small>{t('unrated')}</small>
            </b>
            <span className="grade-count">{scores.unscored}</span>
            <small>{t('filedOnly')}</small>
          </button>
        )}
        <p className="grade-sum">
          {t(`summary.${scores.items[0]?.subjectType ?? 'agency'}`, {
            scored: all,
            average: scores.average ?? '—',
            withEvents: scores.withEvents,
          })}
        </p>
      </div>
    </div>
  );
}
