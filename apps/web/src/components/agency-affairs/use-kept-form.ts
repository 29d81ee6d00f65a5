import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { affairKeys } from './affair-query.ts';

const SAVE_AFTER_MS = 900;

/** A form that keeps itself on the server a moment after the last change, one saving after the other. */
export function useKeptForm<Draft>(
  initial: Draft,
  version: number,
  send: (draft: Draft, version: number) => Promise<{ version: number }>,
) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(initial);
  const [dirty, setDirty] = useState(false);
  const known = useRef(version);
  const latest = useRef(draft);
  latest.current = draft;
  const save = useMutation({
    mutationFn: (sent: Draft) => send(sent, known.current),
    onSuccess: (result, sent) => {
      known.current = result.version;
      if (latest.current === sent) setDirty(false);
      for (const queryKey of affairKeys) void queries.invalidateQueries({ queryKey });
    },
  });
  const { mutate, isPending, isError } = save;
  useEffect(() => {
    if (!dirty || isPending || isError) return;
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
    dirty,
    save,
    retry: () => save.mutate(draft),
    change: (patch: Partial<Draft>) => {
      setDraft((before) => ({ ...before, ...patch }));
      setDirty(true);
      if (save.isError) save.reset();
    },
  };
}

export type KeptForm<Draft> = ReturnType<typeof useKeptForm<Draft>>;
