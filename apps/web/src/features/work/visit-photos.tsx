import { CameraOutlined, CloseOutlined, PictureOutlined } from '@ant-design/icons';
import { type ChangeEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftPhoto } from './visit-draft.ts';

const kinds = 'image/jpeg,image/png,image/webp';

function Thumb({ photo, index, onRemove }: { photo: DraftPhoto; index: number; onRemove: () => void }) {
  const { t } = useTranslation('work');
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(photo.blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo.blob]);
  return (
    <li>
      {url && <img src={url} alt={t('photo.alt', { n: index + 1 })} />}
      <button type="button" aria-label={t('photo.remove', { n: index + 1 })} onClick={onRemove}>
        <CloseOutlined aria-hidden="true" />
      </button>
    </li>
  );
}

/** Photos of the visit: taken now with the camera or chosen from the album. */
export function VisitPhotos({
  photos,
  onAdd,
  onRemove,
}: {
  photos: readonly DraftPhoto[];
  onAdd: (files: readonly File[]) => Promise<void>;
  onRemove: (key: string) => void;
}) {
  const { t } = useTranslation('work');
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    if (files.length > 0) void onAdd(files);
  };
  return (
    <fieldset className="visit-photos">
      <legend>{t('photo.title')}</legend>
      {photos.length > 0 && (
        <ul>
          {photos.map((photo, index) => (
            <Thumb key={photo.key} photo={photo} index={index} onRemove={() => onRemove(photo.key)} />
          ))}
        </ul>
      )}
      <div className="photo-buttons">
        <label>
          <CameraOutlined aria-hidden="true" /> {t('photo.take')}
          <input type="file" className="sr-only" accept={kinds} capture="environment" onChange={take} />
        </label>
        <label>
          <PictureOutlined aria-hidden="true" /> {t('photo.choose')}
          <input type="file" className="sr-only" accept={kinds} multiple onChange={take} />
        </label>
      </div>
      <p className="muted">{t('photo.help')}</p>
    </fieldset>
  );
}
