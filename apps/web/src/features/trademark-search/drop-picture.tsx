import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Where a logo is dropped or chosen; a picture pasted into the page is taken as well. */
export function DropPicture({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation('trademark-search');
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    <label
      className={over ? 'drop-picture over' : 'drop-picture'}
      aria-busy={busy}
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
      onPaste={(event) => take(event.clipboardData.files)}
    >
      <input
        type="file"
        className="sr-only"
        accept="image/png,image/jpeg,image/webp,image/gif,image/tiff,image/svg+xml"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <b>{busy ? t('picture.busy') : t('picture.drop')}</b>
      <span className="muted">{t('picture.dropNote')}</span>
    </label>
  );
}
