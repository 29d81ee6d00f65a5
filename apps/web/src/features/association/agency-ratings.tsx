import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import type { Agency } from './association-query.ts';
import { RatingWeight } from './rating-parts.tsx';

/** What clients gave, each with its weight and why; the sum with its method. */
export function AgencyRatings({ agency }: { agency: Agency }) {
  const { t } = useTranslation('association');
  const { summary, ratings } = agency;
  return (
    <Section title={t('tab.ratings')} note={t('rating.count', { count: summary.ratings })}>
      <div className="rating-summary">
        <span className="rating-score">{summary.score === null ? '—' : summary.score.toFixed(1)}</span>
        <div>
          <p>{summary.sentence}</p>
          <details>
            <summary className="link">{t('rating.how')}</summary>
            <p className="soft">{summary.method}</p>
          </details>
        </div>
      </div>
      <ul className="ratings">
        {ratings.map((rating) => (
          <li key={rating.id} className={rating.percent === 0 ? 'left-out' : undefined}>
            <b className="rating-one">{rating.score.toFixed(1)}</b>
            <div>
              <p>{rating.comment ?? <span className="muted">{t('rating.noComment')}</span>}</p>
              <small className="muted">
                {rating.ratedOn} · {rating.client ?? t('rating.hidden')}
                {rating.matterTitle && ` · ${rating.matterTitle}`} ·{' '}
                {rating.scores.map((one) => `${one.label} ${one.score}`).join('，')}
              </small>
            </div>
            <RatingWeight rating={rating} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
