import { useTranslation } from 'react-i18next';
import { TakePhotos } from '../../components/field-work/take-photos.tsx';
import { makeId } from '../../lib/make-id.ts';
import { shrinkPhoto } from '../../lib/shrink-photo.ts';
import type { FieldDraft } from './field-draft.ts';
import type { FieldHandle } from './use-field-draft.ts';

/** Photos of one item of the checklist, or of the whole place. */
export function FieldPhotos({ draft, handle, item }: { draft: FieldDraft; handle: FieldHandle; item: string }) {
  const { t } = useTranslation('inspections');
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
  return (
    <TakePhotos
      photos={draft.photos.filter((photo) => photo.item === item)}
      words={{
        take: t('photo.take'),
        alt: (n) => t('photo.alt', { n }),
        remove: (n) => t('photo.remove', { n }),
      }}
      onAdd={(files) => void add(files)}
      onRemove={(key) => handle.change({ photos: draft.photos.filter((one) => one.key !== key) })}
    />
  );
}
