import { useTranslation } from 'react-i18next';
import type { ListState } from '../../lib/list-state.ts';
import { BUCKETS, type Desk } from './desk-query.ts';

/** The day in five figures; each opens its files. */
export function DeskBuckets({ desk, state }: { desk: Desk; state: ListState }) {
  const { t } = useTranslation('desk');
  const chosen = state.filters.bucket;
  return (
    <nav className="desk-buckets" aria-label={t('buckets')}>
      {BUCKETS.filter((bucket) => bucket !== 'undated' || desk.counts.undated > 0).map((bucket) => (
        <button
          key={bucket}
          type="button"
          className={`desk-bucket ${bucket}${desk.counts[bucket] === 0 ? ' none' : ''}`}
          aria-pressed={chosen === bucket}
          onClick={() => state.set({ bucket: chosen === bucket ? undefined : bucket })}
        >
          <span className="desk-bucket-name">{t(`bucket.${bucket}`)}</span>
          <span className="desk-bucket-figure">{desk.counts[bucket]}</span>
          <span className="desk-bucket-note">{t(`bucketNote.${bucket}`)}</span>
        </button>
      ))}
    </nav>
  );
}
