import { makeId } from '../../lib/make-id.ts';
import { shrinkPhoto } from '../../lib/shrink-photo.ts';
import { drafts, draftsChanged, sendUnkept } from './drafts.ts';
import { useSend } from './use-drafts.ts';
import { type KeptDraft, useKeptDraft } from './use-kept-draft.ts';
import {
  addPhotos,
  changeValues,
  type DraftTarget,
  queue,
  removePhoto,
  type VisitDraft,
  type VisitValues,
} from './visit-draft.ts';

export interface DraftHandle extends Pick<KeptDraft, 'draft' | 'savedAt' | 'unkept'> {
  readonly set: (patch: Partial<VisitValues>) => void;
  readonly addFiles: (files: readonly File[]) => Promise<void>;
  readonly removePhoto: (key: string) => void;
  /** Rejects only where nothing can be kept and the server cannot be reached. */
  readonly submit: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** The visit being written for a target: taken up where it was left, saved by itself while it is typed. */
export function useVisitDraft(target: DraftTarget, openId?: string): DraftHandle {
  const send = useSend();
  const kept = useKeptDraft(target, openId);
  /** Photos are written at once, and to what is kept. */
  const changePhotos = async (edit: (row: VisitDraft) => VisitDraft | undefined) => {
    await kept.save();
    const row = kept.latest();
    if (!row) return;
    const next = (await drafts.update(row.id, edit).catch(() => undefined)) ?? edit(row);
    if (!next) return;
    kept.show({ ...(kept.latest() ?? next), photos: next.photos });
    draftsChanged();
  };
  return {
    draft: kept.draft,
    savedAt: kept.savedAt,
    unkept: kept.unkept,
    set: (patch) => {
      const row = kept.latest();
      kept.change(row && changeValues(row, patch, Date.now()));
    },
    addFiles: async (files) => {
      const photos = await Promise.all(
        files.map(async (file) => ({ key: makeId(), name: file.name, blob: await shrinkPhoto(file), sent: false })),
      );
      await changePhotos((row) => addPhotos(row, photos, Date.now()));
    },
    removePhoto: (key) => void changePhotos((row) => removePhoto(row, key, Date.now())),
    submit: async () => {
      await kept.save();
      const row = kept.latest();
      if (!row) return;
      const queued = await drafts.update(row.id, queue).catch(() => undefined);
      // Without storage it stays on the page until the server has it.
      if (!queued) await sendUnkept(row);
      kept.renew();
      draftsChanged();
      if (queued) await send(true);
    },
    discard: async () => {
      const row = kept.latest();
      kept.renew();
      if (row) await drafts.delete(row.id).catch(() => undefined);
      draftsChanged();
    },
  };
}
