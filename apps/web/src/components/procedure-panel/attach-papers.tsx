import { PaperClipOutlined } from '@ant-design/icons';
import type { FilePanel } from '@jince/contract';
import { Button, Input, Progress, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../lib/describe-error.ts';
import { type Sending, useAttach } from './use-attach.ts';

function SendingRow({ item, onDismiss }: { item: Sending; onDismiss: () => void }) {
  const { t } = useTranslation(['procedures', 'common']);
  const text = item.error === undefined ? undefined : describeError(item.error, t);
  return (
    <li className={text ? 'refused' : undefined}>
      <b>{item.fileName}</b>
      {text ? (
        <>
          <span className="late" role="alert">
            {t('document.refused', { why: text.detail ?? text.title })}
          </span>
          <button type="button" className="link" onClick={onDismiss}>
            {t('document.dismiss')}
          </button>
        </>
      ) : (
        <Progress percent={Math.round(item.share * 100)} size="small" aria-label={item.fileName} />
      )}
    </li>
  );
}

interface AttachProps {
  readonly fileId: string;
  readonly kinds: FilePanel['documentKinds'];
  readonly onAdded: () => void;
}

/** Adds papers of a kind: dropped or chosen; what the server does not take says why and can be put away. */
export function AttachPapers({ fileId, kinds, onAdded }: AttachProps) {
  const { t } = useTranslation('procedures');
  const id = useId();
  const [kind, setKind] = useState(kinds[0]?.kind);
  const [title, setTitle] = useState('');
  const [over, setOver] = useState(false);
  const { sending, add, dismiss } = useAttach(fileId, onAdded);
  const take = (list: FileList | null) => {
    if (!kind || !list || list.length === 0) return;
    add([...list], kind, title.trim() || undefined);
    setTitle('');
  };
  return (
    <fieldset
      className={over ? 'attach over' : 'attach'}
      aria-label={t('document.add')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <div className="attach-choice">
        <Select
          value={kind}
          onChange={setKind}
          aria-label={t('document.kind')}
          options={kinds.map((one) => ({ value: one.kind, label: one.label }))}
          popupMatchSelectWidth={false}
        />
        <Input
          value={title}
          maxLength={200}
          placeholder={t('document.titleHint')}
          aria-label={t('document.titleLabel')}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Button icon={<PaperClipOutlined aria-hidden="true" />} onClick={() => document.getElementById(id)?.click()}>
          {t('document.choose')}
        </Button>
        <input
          id={id}
          type="file"
          multiple
          tabIndex={-1}
          className="sr-only"
          aria-label={t('document.choose')}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      </div>
      <p className="muted">{t('document.dropHint')}</p>
      {sending.length > 0 && (
        <ul className="attach-list" aria-live="polite">
          {sending.map((item) => (
            <SendingRow key={item.key} item={item} onDismiss={() => dismiss(item.key)} />
          ))}
        </ul>
      )}
    </fieldset>
  );
}
