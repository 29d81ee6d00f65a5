import { useCallback, useEffect, useRef, useState } from 'react';
import { today } from '../../lib/format.ts';
import { becomeFieldDevice } from '../../lib/kept.ts';
import { useMe } from '../../lib/meta.ts';
import { drafts, draftsChanged, listDrafts, sendUnkept } from './drafts.ts';
import { makeId } from './make-id.ts';
import { shrinkPhoto } from './shrink-photo.ts';
import { useSend } from './use-drafts.ts';
import {
  addPhotos,
  changeValues,
  type DraftTarget,
  newDraft,
  queue,
  removePhoto,
  type VisitDraft,
  type VisitValues,
} from './visit-draft.ts';

const SAVE_AFTER_MS = 300;

export interface DraftHandle {
  readonly draft: VisitDraft | undefined;
  /** Epoch milliseconds of the last save on this device; undefined before anything was typed. */
  readonly savedAt: number | undefined;
  /** The browser refuses to keep anything; what is typed lives in this page only. */
  readonly unkept: boolean;
  readonly set: (patch: Partial<VisitValues>) => void;
  readonly addFiles: (files: readonly File[]) => Promise<void>;
  readonly removePhoto: (key: string) => void;
  /** Rejects only where nothing can be kept and the server cannot be reached. */
  readonly submit: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** The visit being written for a target: taken up where it was left, saved by itself while it is typed. */
export function useVisitDraft(target: DraftTarget, openId?: string): DraftHandle {
  const { userId } = useMe();
  const send = useSend();
  const [draft, setDraft] = useState<VisitDraft>();
  const [savedAt, setSavedAt] = useState<number>();
  const [unkept, setUnkept] = useState(false);
  const latest = useRef<VisitDraft>(undefined);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback((next: VisitDraft | undefined) => {
    latest.current = next;
    setDraft(next);
  }, []);

  const { id: targetId, name, campaignTitle } = target;
  const begin = useCallback(
    () =>
      newDraft({
        id: makeId(),
        account: userId,
        target: { id: targetId, name, campaignTitle },
        today: today(),
        now: Date.now(),
      }),
    [userId, targetId, name, campaignTitle],
  );

  useEffect(() => {
    let gone = false;
    listDrafts(userId)
      .catch(() => [])
      .then((all) => {
        const kept = all.find(
          (one) => one.targetId === targetId && (openId ? one.id === openId : one.state === 'draft'),
        );
        if (gone || latest.current?.targetId === targetId) return;
        show(kept ?? begin());
        setSavedAt(kept?.changedAt);
      });
    return () => {
      gone = true;
    };
  }, [userId, targetId, openId, begin, show]);

  const save = useCallback(async () => {
    clearTimeout(pending.current);
    pending.current = undefined;
    const row = latest.current;
    if (!row) return;
    becomeFieldDevice();
    try {
      // Photos are added straight to what is kept, perhaps by another window: those are not overwritten.
      const merged = await drafts.update(row.id, (kept) => ({ ...row, photos: kept.photos }));
      if (!merged) await drafts.put(row);
      setSavedAt(Date.now());
      setUnkept(false);
      draftsChanged();
    } catch {
      setUnkept(true);
    }
  }, []);

  useEffect(() => {
    const flush = () => pending.current !== undefined && void save();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      flush();
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [save]);

  const change = (next: VisitDraft | undefined) => {
    if (!next) return;
    show(next);
    clearTimeout(pending.current);
    pending.current = setTimeout(() => void save(), SAVE_AFTER_MS);
  };

  /** Photos are written at once, and to what is kept. */
  const changePhotos = async (edit: (row: VisitDraft) => VisitDraft | undefined) => {
    await save();
    const row = latest.current;
    if (!row) return;
    const next = (await drafts.update(row.id, edit).catch(() => undefined)) ?? edit(row);
    if (!next) return;
    show({ ...(latest.current ?? next), photos: next.photos });
    draftsChanged();
  };

  return {
    draft,
    savedAt,
    unkept,
    set: (patch) => change(latest.current && changeValues(latest.current, patch, Date.now())),
    addFiles: async (files) => {
      const photos = await Promise.all(
        files.map(async (file) => ({ key: makeId(), name: file.name, blob: await shrinkPhoto(file), sent: false })),
      );
      await changePhotos((row) => addPhotos(row, photos, Date.now()));
    },
    removePhoto: (key) => void changePhotos((row) => removePhoto(row, key, Date.now())),
    submit: async () => {
      await save();
      const row = latest.current;
      if (!row) return;
      const queued = await drafts.update(row.id, queue).catch(() => undefined);
      // Without storage it stays on the page until the server has it.
      if (!queued) await sendUnkept(row);
      show(begin());
      setSavedAt(undefined);
      draftsChanged();
      if (queued) await send(true);
    },
    discard: async () => {
      clearTimeout(pending.current);
      pending.current = undefined;
      if (latest.current) await drafts.delete(latest.current.id).catch(() => undefined);
      show(begin());
      setSavedAt(undefined);
      draftsChanged();
    },
  };
}
