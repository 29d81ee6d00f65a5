import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { ActDialog } from './act-dialog.tsx';
import type { Rating } from './association-query.ts';

/** How much a rating counts, with the reasons where it is less than in full. */
export function RatingWeight({ rating }: { rating: Rating }) {
  const { t } = useTranslation('association');
  if (rating.removedOn !== null)
    return <span className="late">{t('rating.removed', { day: rating.removedOn, why: rating.removedReason })}</span>;
  if (rating.percent === 100) return <span>{t('rating.full')}</span>;
  return (
    <span>
      <b className="warn">
        {rating.percent === 0 ? t('rating.none') : t('rating.percent', { percent: rating.percent })}
      </b>
      {rating.reasons.map((reason) => (
        <span key={reason} className="cell-sub">
          {reason}
        </span>
      ))}
    </span>
  );
}

export function RemoveRating({ rating, onClose }: { rating: Rating; onClose: () => void }) {
  const { t } = useTranslation('association');
  return (
    <ActDialog
      title={t('rating.remove')}
      note={t('rating.removeNote')}
      ok={t('rating.remove')}
      danger
      fields={[{ name: 'reason', label: t('act.reason'), type: 'long', least: 2 }]}
      run={({ reason = '' }) => api.removeRating({ params: { id: rating.id }, body: { reason } })}
      onClose={onClose}
    />
  );
}
