import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../lib/format.ts';
import { Field } from '../field.tsx';
import { DayInput } from './day-input.tsx';
import { uploadsQuery } from './evidence-query.ts';
import { momentOf } from './fields-dialog.tsx';
import { useUploads } from './upload-panel.tsx';

/** Chooses files and says once, for all of them, where they come from. */
export function AddEvidence({ fileId, maxBytes, onClose }: { fileId: string; maxBytes: number; onClose: () => void }) {
  const { t } = useTranslation(['evidence', 'common']);
  const { queue } = useUploads(fileId);
  const begun = useQuery(uploadsQuery(fileId)).data?.items ?? [];
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [source, setSource] = useState(begun[0]?.about.source ?? '');
  const [place, setPlace] = useState('');
  const [taken, setTaken] = useState('');
  const [note, setNote] = useState('');
  const large = files.filter((file) => file.size > maxBytes || file.size === 0);
  const start = () => {
    const about = {
      source: source.trim(),
      place: place.trim() || null,
      capturedAt: taken === '' ? null : momentOf(taken),
      note: note.trim() || null,
    };
    queue.add(
      files.filter((file) => !large.includes(file)),
      about,
      begun,
    );
    onClose();
  };
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  return (
    <Modal open onCancel={onClose} title={t('add.title')} footer={null} width={560} destroyOnHidden>
      <button
        type="button"
        className="drop-zone"
        onClick={() => input.current?.click()}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          setFiles([...event.dataTransfer.files]);
        }}
      >
        <b>
          {files.length === 0 ? t('add.choose') : t('add.chosen', { count: files.length, size: formatBytes(bytes) })}
        </b>
        <span className="muted">{t('add.kinds', { size: formatBytes(maxBytes) })}</span>
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('add.choose')}
        onChange={(event) => setFiles([...(event.target.files ?? [])])}
      />
      {large.length > 0 && (
        <p className="late">{t('add.large', { names: large.map((file) => file.name).join('、') })}</p>
      )}
      <Field label={t('field.source')} help={t('add.sourceHelp')}>
        {(ids) => <Input {...ids} value={source} maxLength={200} onChange={(e) => setSource(e.target.value)} />}
      </Field>
      <Field label={t('field.capturedAt')} help={t('add.capturedHelp')}>
        {(ids) => <DayInput {...ids} withTime value={taken} onChange={setTaken} />}
      </Field>
      <Field label={t('field.place')}>
        {(ids) => <Input {...ids} value={place} maxLength={200} onChange={(e) => setPlace(e.target.value)} />}
      </Field>
      <Field label={t('field.note')}>
        {(ids) => (
          <Input.TextArea {...ids} rows={2} value={note} maxLength={1000} onChange={(e) => setNote(e.target.value)} />
        )}
      </Field>
      <div className="row evidence-foot">
        <Button type="primary" disabled={files.length - large.length === 0 || source.trim() === ''} onClick={start}>
          {t('add.start')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Modal>
  );
}
