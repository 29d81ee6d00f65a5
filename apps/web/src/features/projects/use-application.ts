import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../lib/api.ts';
import { type Draft, draftOf, isSendable, toSend } from './application-draft.ts';
import { type Project, projectKeys } from './project-query.ts';

const SAVE_AFTER_MS = 1200;

/** The draft of an application: kept by itself a moment after the last change, one saving after the other. */
export function useApplication(project: Project) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(project));
  const [dirty, setDirty] = useState(false);
  const version = useRef(project.draftVersion);
  const latest = useRef(draft);
  latest.current = draft;
  const save = useMutation({
    mutationFn: (sent: Draft) =>
      api.saveProject({ params: { id: project.id }, body: { ...toSend(sent), version: version.current } }),
    onSuccess: (result, sent) => {
      version.current = result.version;
      if (latest.current === sent) setDirty(false);
      for (const queryKey of projectKeys) void queries.invalidateQueries({ queryKey });
    },
  });
  const { mutate, isPending, isError } = save;
  useEffect(() => {
    if (!dirty || isPending || isError || !isSendable(draft)) return;
    const timer = setTimeout(() => mutate(draft), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, dirty, isPending, isError, mutate]);
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [dirty]);
  return {
    draft,
    save,
    dirty,
    change: (patch: Partial<Draft>) => {
      setDraft((before) => ({ ...before, ...patch }));
      setDirty(true);
      if (save.isError) save.reset();
    },
    saveNow: () => save.mutateAsync(draft),
  };
}

export type ApplicationState = ReturnType<typeof useApplication>;
/** What the editors of its parts need of it. */
export type DraftState = Pick<ApplicationState, 'draft' | 'change'>;
