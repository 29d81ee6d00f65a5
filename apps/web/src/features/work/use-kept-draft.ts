import { useCallback, useEffect, useRef, useState } from 'react';
import { today } from '../../lib/format.ts';
import { becomeFieldDevice } from '../../lib/kept.ts';
import { makeId } from '../../lib/make-id.ts';
import { useMe } from '../../lib/meta.ts';
import { drafts, draftsChanged, listDrafts } from './drafts.ts';
import { again, type DraftTarget, isEditable, newDraft, type VisitDraft } from './visit-draft.ts';

const SAVE_AFTER_MS = 300;

export interface KeptDraft {
  readonly draft: VisitDraft | undefined;
  /** The draft as of this moment, for what happens between two drawings. */
  readonly latest: () => VisitDraft | undefined;
  /** Epoch milliseconds of the last save on this device; undefined before anything was typed. */
  readonly savedAt: number | undefined;
  /** The browser refuses to keep anything; what is typed lives in this page only. */
  readonly unkept: boolean;
  readonly show: (draft: VisitDraft) => void;
  /** Shows a change and saves it a moment later. */
  readonly change: (draft: VisitDraft | undefined) => void;
  /** Saves now what is not saved yet. */
  readonly save: () => Promise<void>;
  /** Goes on with an empty draft. */
  readonly renew: () => void;
}

/** Empty drafts for a target of whoever is signed in. */
function useBegin({ id, name, campaignTitle }: DraftTarget): () => VisitDraft {
  const { userId } = useMe();
  return useCallback(
    () =>
      newDraft({
        id: makeId(),
        account: userId,
        target: { id, name, campaignTitle },
        today: today(),
        now: Date.now(),
      }),
    [userId, id, name, campaignTitle],
  );
}

/** Calls `flush` when the page may be about to go away. */
function useFlush(flush: () => void): void {
  useEffect(() => {
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      flush();
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
    };
  }, [flush]);
}

/** A draft that keeps itself on this device: the one left off, or `openId`, or an empty one. */
export function useKeptDraft(target: DraftTarget, openId?: string): KeptDraft {
  const { userId } = useMe();
  const [draft, setDraft] = useState<VisitDraft>();
  const [savedAt, setSavedAt] = useState<number>();
  const [unkept, setUnkept] = useState(false);
  const latest = useRef<VisitDraft>(undefined);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const begin = useBegin(target);
  const show = useCallback((next: VisitDraft) => {
    latest.current = next;
    setDraft(next);
  }, []);
  useEffect(() => {
    let gone = false;
    listDrafts(userId)
      .catch(() => [])
      .then((all) => {
        const own = all.filter((one) => one.targetId === target.id);
        const kept = own.find((one) => (openId ? one.id === openId : one.state === 'draft'));
        if (gone || latest.current?.targetId === target.id) return;
        show(kept ?? begin());
        setSavedAt(kept?.changedAt);
      });
    return () => {
      gone = true;
    };
  }, [userId, target.id, openId, begin, show]);
  const save = useCallback(async () => {
    clearTimeout(pending.current);
    pending.current = undefined;
    if (!latest.current) return;
    becomeFieldDevice();
    try {
      const stored = await drafts.get(latest.current.id);
      // Another window has sent it meanwhile: what is typed here goes on as a draft of its own.
      if (stored && !isEditable(stored)) show(again(latest.current, makeId(), Date.now()));
      const row = latest.current;
      // Photos are added straight to what is kept, perhaps by another window: those are not overwritten.
      const merged = await drafts.update(row.id, (kept) => ({ ...row, photos: kept.photos }));
      if (!merged) await drafts.put(row);
      setSavedAt(Date.now());
      setUnkept(false);
      draftsChanged();
    } catch {
      setUnkept(true);
    }
  }, [show]);
  useFlush(useCallback(() => pending.current !== undefined && void save(), [save]));
  return {
    draft,
    latest: () => latest.current,
    savedAt,
    unkept,
    show,
    change: (next) => {
      if (!next) return;
      show(next);
      clearTimeout(pending.current);
      pending.current = setTimeout(() => void save(), SAVE_AFTER_MS);
    },
    save,
    renew: () => {
      clearTimeout(pending.current);
      pending.current = undefined;
      show(begin());
      setSavedAt(undefined);
    },
  };
}
