import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/status-tag.tsx';
import type { Batch } from './use-batch.ts';

const tones = { waiting: 'plain', running: 'info', done: 'good', refused: 'late' } as const;

/** How far it has come, and what became of each file. */
export function BatchResult({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const { t } = useTranslation(['my-files', 'common']);
  const over = batch.results.filter((one) => one.standing === 'done' || one.standing === 'refused').length;
  return (
    <div className="batch">
      <Progress percent={Math.round((over / batch.results.length) * 100)} aria-label={t('batch.progress')} />
      <ul className="batch-results" aria-live="polite">
        {batch.results.map((one) => (
          <li key={one.file.id}>
            <span>
              {one.file.subjectLabel} <span className="muted mono">{one.file.number}</span>
            </span>
            <StatusTag tone={tones[one.standing]}>{t(`batch.standing.${one.standing}`)}</StatusTag>
            {one.text && <small>{one.text}</small>}
          </li>
        ))}
      </ul>
      <div className="row">
        {batch.busy ? (
          <Button onClick={batch.stop}>{t('batch.stop')}</Button>
        ) : (
          <Button type="primary" onClick={onClose}>
            {t('common:close')}
          </Button>
        )}
      </div>
    </div>
  );
}
