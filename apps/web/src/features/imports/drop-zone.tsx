import { CloudUploadOutlined } from '@ant-design/icons';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../lib/format.ts';

const accepted = '.xlsx,.xls,.csv,.tsv,.txt,.xml,.zip';

/** Where files are dropped or chosen. */
export function DropZone({
  onFiles,
  maxBytes,
}: {
  onFiles: (files: readonly File[]) => void;
  maxBytes: number | undefined;
}) {
  const { t } = useTranslation('imports');
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(files);
  };
  return (
    <label
      htmlFor={id}
      className={over ? 'drop-zone over' : 'drop-zone'}
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
      <input
        id={id}
        type="file"
        multiple
        accept={accepted}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <CloudUploadOutlined aria-hidden="true" />
      <b>{t('upload.drop')}</b>
      <span>
        {t('upload.dropHint')}
        {maxBytes !== undefined && ` · ${t('upload.limit', { size: formatBytes(maxBytes) })}`}
      </span>
    </label>
  );
}
