import { type ChangeEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeId } from '../../lib/make-id.ts';
import { shrinkPhoto } from '../../lib/shrink-photo.ts';
import type { DraftPhoto, FieldDraft } from './field-draft.ts';
import type { FieldHandle } from './use-field-draft.ts';

const KINDS = 'image/jpeg,image/png,image/webp';

function Thumb({ photo, n, onRemove }: { photo: DraftPhoto; n: number; onRemove: () => void }) {
  const { t } = useTranslation('inspections');
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(photo.blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo.blob]);
  return (
    <li>
      {url && <img src={url} alt={t('photo.alt', { n })} />}
      {!photo.sent && (
        <button type="button" aria-label={t('photo.remove', { n })} onClick={onRemove}>
          ×
        </button>
      )}
    </li>
  );
}

/** Photos of one item of the checklist, or of the whole place. */
export function FieldPhotos({ draft, handle, item }: { draft: FieldDraft; handle: FieldHandle; item: string }) {
  const { t } = useTranslation('inspections');
  const own = draft.photos.filter((photo) => photo.item === item);
  const add = async (files: readonly File[]) => {
    const added = await Promise.all(
      files.map(async (file) => ({
        key: makeId(),
        name: file.name,
        blob: await shrinkPhoto(file),
        item,
        takenAt: new Date(file.lastModified).toISOString(),
        sent: false,
      })),
    );
    handle.change({ photos: [...draft.photos, ...added] });
  };
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    if (files.length > 0) void add(files);
  };
  return (
    <div className="insp-take">
      {own.length > 0 && (
        <ul className="insp-photos">
          {own.map((photo, at) => (
            <Thumb
              key={photo.key}
              photo={photo}
              n={at + 1}
              onRemove={() => handle.change({ photos: draft.photos.filter((one) => one.key !== photo.key) })}
            />
          ))}
        </ul>
      )}
      <label className="insp-button">
        {t('photo.take')}
        <input type="file" className="sr-only" accept={KINDS} capture="environment" multiple onChange={take} />
      </label>
    </div>
  );
}
