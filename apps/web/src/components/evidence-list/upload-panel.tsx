import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../lib/describe-error.ts';
import { formatBytes, formatShare } from '../../lib/format.ts';
import { refreshEvidence, uploadsQuery } from './evidence-query.ts';
import { queueOf, type UploadQueue, type UploadRow } from './upload-queue.ts';

/** The uploads of a file of procedure, shared by all who draw it. */
export function useUploads(fileId: string): { queue: UploadQueue; rows: readonly UploadRow[] } {
  const queries = useQueryClient();
  const queue = useMemo(() => queueOf(fileId, () => void refreshEvidence(queries, fileId)), [fileId, queries]);
  return { queue, rows: useSyncExternalStore(queue.subscribe, queue.rows) };
}

function Row({ row, queue }: { row: UploadRow; queue: UploadQueue }) {
  const { t } = useTranslation(['evidence', 'common']);
  const share = row.size === 0 ? 1 : row.sent / row.size;
  const problem = row.state === 'failed' ? describeError(row.error, t).title : undefined;
  return (
    <li className={`upload ${row.state}`}>
      <div className="upload-line">
        <b title={row.name}>{row.name}</b>
        <span className="muted">
          {t(`upload.${row.state}`)} · {formatBytes(row.sent)} / {formatBytes(row.size)}
        </span>
        <span className="upload-acts">
          {row.state === 'sending' && (
            <Button size="small" type="text" onClick={() => queue.stop(row.id)}>
              {t('upload.pause')}
            </Button>
          )}
          {['stopped', 'failed', 'no-network'].includes(row.state) && (
            <Button size="small" type="link" onClick={() => queue.resume(row.id)}>
              {t('upload.resume')}
            </Button>
          )}
          {row.state !== 'done' && row.state !== 'finishing' && (
            <Button size="small" type="text" onClick={() => void queue.drop(row.id)}>
              {t('upload.drop')}
            </Button>
          )}
        </span>
      </div>
      <div
        className="upload-bar"
        role="progressbar"
        aria-label={row.name}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={formatShare(share)}
      >
        <i style={{ width: `${share * 100}%` }} />
      </div>
      {problem && <p className="late">{problem}</p>}
    </li>
  );
}

/** What is on its way into a file, and what was begun and never finished. */
export function UploadPanel({ fileId }: { fileId: string }) {
  const { t } = useTranslation('evidence');
  const { queue, rows } = useUploads(fileId);
  const queries = useQueryClient();
  const begun = useQuery(uploadsQuery(fileId)).data?.items ?? [];
  const left = begun.filter((one) => !rows.some((row) => row.id === one.id));
  if (rows.length === 0 && left.length === 0) return null;
  const done = rows.filter((row) => row.state === 'done').length;
  const bytes = rows.reduce((sum, row) => sum + row.size, 0);
  const sent = rows.reduce((sum, row) => sum + row.sent, 0);
  return (
    <section className="uploads panel" aria-label={t('upload.title')}>
      {rows.length > 0 && (
        <>
          <div className="uploads-head">
            <b>{t('upload.progress', { done, total: rows.length })}</b>
            <span className="muted">
              {formatBytes(sent)} / {formatBytes(bytes)}
            </span>
            {done > 0 && (
              <Button size="small" type="text" onClick={() => queue.clearDone()}>
                {t('upload.clear')}
              </Button>
            )}
          </div>
          <ul>
            {rows
              .filter((row) => row.state !== 'done')
              .slice(0, 12)
              .map((row) => (
                <Row key={row.id} row={row} queue={queue} />
              ))}
          </ul>
        </>
      )}
      {left.length > 0 && (
        <div className="uploads-left">
          <p>{t('upload.left', { count: left.length })}</p>
          <ul>
            {left.slice(0, 6).map((one) => (
              <li key={one.id} className="upload-line">
                <b>{one.fileName}</b>
                <span className="muted">
                  {formatBytes(one.received)} / {formatBytes(one.size)}
                </span>
                <Button
                  size="small"
                  type="text"
                  onClick={() => void queue.drop(one.id).then(() => refreshEvidence(queries, fileId))}
                >
                  {t('upload.drop')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
