import { PlusOutlined } from '@ant-design/icons';
import type { MeasureView } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { MeasureCard } from './measure-card.tsx';
import { MeasureForm } from './measure-form.tsx';
import { measuresQuery } from './measure-query.ts';
import './measures.css';

/** Measures of a file, those under way first. */
export function MeasureTab({ fileId }: { fileId: string }) {
  const { t, i18n } = useTranslation('evidence');
  const query = useQuery(measuresQuery(fileId, i18n.language));
  const [adding, setAdding] = useState<MeasureView | true>();
  if (query.error) return <ErrorBox error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={8} />;
  const { items, may } = query.data;
  const add = may.order && (
    <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t('measure.add')}
    </Button>
  );
  /** Ended as seized, and no seizure has its things yet. */
  const waits = (one: MeasureView) =>
    may.order && one.outcome === 'seized' && !items.some((other) => other.carriedFrom === one.id);
  const ordered = items.toSorted((a, b) => Number(a.endedOn !== null) - Number(b.endedOn !== null));
  return (
    <div className="measures">
      {items.length > 0 && (
        <div className="measures-bar">
          <span className="muted">{t('measure.note')}</span>
          {add}
        </div>
      )}
      {items.length === 0 ? (
        <EmptyState title={t('measure.empty')} action={add}>
          {t('measure.emptyText')}
        </EmptyState>
      ) : (
        ordered.map((measure) => (
          <MeasureCard
            key={measure.id}
            fileId={fileId}
            measure={measure}
            may={may}
            {...(waits(measure) ? { onTakeOver: () => setAdding(measure) } : {})}
          />
        ))
      )}
      {adding !== undefined && (
        <MeasureForm fileId={fileId} from={adding === true ? undefined : adding} onClose={() => setAdding(undefined)} />
      )}
    </div>
  );
}
