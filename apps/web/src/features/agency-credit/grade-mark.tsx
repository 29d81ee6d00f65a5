import { useTranslation } from 'react-i18next';

/** Shade of a grade; the letter itself always stands beside it. */
export const gradeClass = (grade: string | null) => `grade-${(grade ?? 'none').replace('+', 'plus').toLowerCase()}`;

/** A grade as a letter on its ground; unrated ones say so. */
export function GradeMark({ grade, large }: { grade: string | null; large?: boolean }) {
  const { t } = useTranslation('agency-credit');
  return (
    <span className={`grade-mark ${gradeClass(grade)} ${large ? 'large' : ''}`}>
      {grade ?? <small>{t('unrated')}</small>}
    </span>
  );
}
