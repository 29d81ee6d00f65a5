import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { describeError } from '../../lib/describe-error.ts';
import { formatBytes } from '../../lib/format.ts';
import type { UploadItem as Item } from '../../lib/use-uploads.ts';
import type { ImportSummary } from './import-query.ts';

type UploadItem = Item<ImportSummary>;

interface ListProps {
  readonly uploads: readonly UploadItem[];
  readonly onStop: (key: string) => void;
  readonly onRemove: (key: string) => void;
  readonly onAgain: (item: UploadItem) => void;
}

const tones: Record<UploadItem['state'], Tone> = {
  waiting: 'plain',
  sending: 'info',
  done: 'good',
  failed: 'late',
  stopped: 'plain',
  'too-large': 'late',
};

function Upload({ item, onStop, onRemove, onAgain }: { item: UploadItem } & Omit<ListProps, 'uploads'>) {
  const { t } = useTranslation(['imports', 'common']);
  const active = item.state === 'sending' || item.state === 'waiting';
  const error = item.state === 'failed' ? describeError(item.error, t) : undefined;
  return (
    <li>
      <div className="upload-head">
        {item.result ? (
          <Link className="link" to={`/imports/${item.result.id}`}>
            {item.file.name}
          </Link>
        ) : (
          <b>{item.file.name}</b>
        )}
        <StatusTag tone={tones[item.state]}>{t(`upload.state.${item.state}`)}</StatusTag>
        <span className="muted">{formatBytes(item.file.size)}</span>
        <span className="upload-actions">
          {active && (
            <Button size="small" type="text" onClick={() => onStop(item.key)}>
              {t('upload.stop')}
            </Button>
          )}
          {(item.state === 'failed' || item.state === 'stopped') && (
            <Button size="small" onClick={() => onAgain(item)}>
              {t('common:retry')}
            </Button>
          )}
          {item.result && (
            <Link className="link" to={`/imports/${item.result.id}`}>
              {t('upload.openImport')}
            </Link>
          )}
          {!active && (
            <Button size="small" type="text" onClick={() => onRemove(item.key)}>
              {t('upload.remove')}
            </Button>
          )}
        </span>
      </div>
      {item.state === 'sending' && <Progress percent={Math.round(item.share * 100)} size="small" status="active" />}
      {item.state === 'too-large' && <p className="late">{t('upload.tooLarge')}</p>}
      {error && (
        <p className="late">
          {error.title} {error.detail !== error.title && error.detail} <span className="soft">{error.action}</span>
        </p>
      )}
      {item.result?.notice && <p className="warn">{item.result.notice}</p>}
    </li>
  );
}

/** The files given on this visit, each with its progress and where it can be followed. */
export function UploadList({ uploads, ...actions }: ListProps) {
  const { t } = useTranslation('imports');
  if (uploads.length === 0) return null;
  return (
    <ul className="uploads" aria-label={t('upload.list')} aria-live="polite">
      {uploads.map((item) => (
        <Upload key={item.key} item={item} {...actions} />
      ))}
    </ul>
  );
}
