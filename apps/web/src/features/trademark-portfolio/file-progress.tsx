import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { describeError } from '../../lib/describe-error.ts';
import { formatBytes } from '../../lib/format.ts';
import type { UploadItem } from '../../lib/use-uploads.ts';

type Item = UploadItem<unknown>;

const tones: Readonly<Record<Item['state'], Tone>> = {
  waiting: 'plain',
  sending: 'info',
  done: 'good',
  failed: 'late',
  stopped: 'plain',
  'too-large': 'late',
};
const wentWrong = ({ state }: Item) => state === 'failed' || state === 'stopped';

interface Props {
  readonly items: readonly Item[];
  readonly onAgain: (items: readonly Item[]) => void;
  readonly onStop: (key: string) => void;
  readonly onRemove: (key: string) => void;
}

function Row({ item, onAgain, onStop, onRemove }: { item: Item } & Omit<Props, 'items'>) {
  const { t } = useTranslation(['trademark-portfolio', 'common']);
  const failed = item.state === 'failed' ? describeError(item.error, t) : undefined;
  const under = item.state === 'sending' || item.state === 'waiting';
  return (
    <li>
      <div className="use-head">
        <span className="file-name">{item.file.name}</span>
        <span className="muted">{formatBytes(item.file.size)}</span>
        <StatusTag tone={tones[item.state]}>{t(`upload.state.${item.state}`)}</StatusTag>
        {under && (
          <Button type="text" size="small" onClick={() => onStop(item.key)}>
            {t('upload.stop')}
          </Button>
        )}
        {wentWrong(item) && (
          <>
            <Button size="small" onClick={() => onAgain([item])}>
              {t('common:retry')}
            </Button>
            <Button type="text" size="small" onClick={() => onRemove(item.key)}>
              {t('upload.remove')}
            </Button>
          </>
        )}
      </div>
      {item.state === 'sending' && (
        <Progress
          percent={Math.round(item.share * 100)}
          size="small"
          status="active"
          aria-label={t('upload.of', { name: item.file.name })}
        />
      )}
      {failed && <p className="late">{failed.detail ?? failed.title}</p>}
    </li>
  );
}

/** Each file on its way with its progress; what did not arrive is sent again alone or together. */
export function FileProgress(props: Props) {
  const { t } = useTranslation('trademark-portfolio');
  const wrong = props.items.filter(wentWrong);
  if (props.items.length === 0) return null;
  return (
    <div className="file-progress" aria-live="polite">
      <ul aria-label={t('upload.list')}>
        {props.items.toReversed().map((item) => (
          <Row key={item.key} {...props} item={item} />
        ))}
      </ul>
      {wrong.length > 1 && (
        <Button size="small" onClick={() => props.onAgain(wrong)}>
          {t('upload.retryAll', { n: wrong.length })}
        </Button>
      )}
    </div>
  );
}
