import type { FilePanel } from '@jince/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import type { BatchChoice } from './batch.ts';

export interface BatchOutcome {
  readonly file: FilePanel['file'];
  readonly standing: 'waiting' | 'running' | 'done' | 'refused';
  /** The new state, or why it was refused. */
  readonly text: string | undefined;
}

/** Runs one action over files, each for itself: a refusal of one leaves the others done. */
export function useBatch() {
  const { t } = useTranslation('common');
  const queries = useQueryClient();
  const [results, setResults] = useState<readonly BatchOutcome[]>([]);
  const [busy, setBusy] = useState(false);
  const stopped = useRef(false);
  const patch = (id: string, change: Partial<BatchOutcome>) =>
    setResults((before) => before.map((one) => (one.file.id === id ? { ...one, ...change } : one)));

  const run = async (choice: BatchChoice, note: string | null) => {
    stopped.current = false;
    setBusy(true);
    setResults(choice.possible.map(({ file }) => ({ file, standing: 'waiting', text: undefined })));
    for (const { file, actions } of choice.possible) {
      if (stopped.current) break;
      patch(file.id, { standing: 'running' });
      const takesFields = actions.find((one) => one.action === choice.action)?.fields !== null;
      try {
        const panel = await api.performFileAction({
          params: { id: file.id, action: choice.action },
          body: { note, version: file.version, ...(takesFields ? { fields: {} } : {}) },
        });
        patch(file.id, { standing: 'done', text: panel.file.stateLabel });
      } catch (error) {
        const text = describeError(error, t);
        patch(file.id, { standing: 'refused', text: text.detail ?? text.title });
      }
    }
    setBusy(false);
    for (const name of ['files', 'file', 'notices']) void queries.invalidateQueries({ queryKey: [name] });
  };
  return {
    results,
    busy,
    run,
    stop: () => {
      stopped.current = true;
    },
  };
}
export type Batch = ReturnType<typeof useBatch>;
