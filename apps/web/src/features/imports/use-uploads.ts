import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ImportSummary } from './import-query.ts';
import { uploadFile } from './upload-file.ts';

export interface UploadItem {
  readonly key: string;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed' | 'stopped' | 'too-large';
  readonly share: number;
  readonly error: unknown;
  readonly result: ImportSummary | undefined;
}
interface Options {
  readonly kind: string | undefined;
  readonly sender: string | undefined;
  readonly asOf: string | undefined;
}

let counter = 0;

/** Files on their way to the server, two at a time; the choices are those of the moment a file was given. */
export function useUploads(maxBytes: number | undefined, options: Options) {
  const [uploads, setUploads] = useState<readonly UploadItem[]>([]);
  const queries = useQueryClient();
  const waiting = useRef<{ key: string; file: File; options: Options }[]>([]);
  const running = useRef(new Map<string, AbortController>());
  const patch = (key: string, change: Partial<UploadItem>) =>
    setUploads((before) => before.map((item) => (item.key === key ? { ...item, ...change } : item)));

  const pump = () => {
    while (running.current.size < 2) {
      const next = waiting.current.shift();
      if (!next) return;
      const { key, file } = next;
      const control = new AbortController();
      running.current.set(key, control);
      patch(key, { state: 'sending', share: 0, error: undefined });
      uploadFile(file, { ...next.options, signal: control.signal, onProgress: (share) => patch(key, { share }) })
        .then((result) => {
          patch(key, { state: 'done', share: 1, result });
          void queries.invalidateQueries({ queryKey: ['imports'] });
        })
        .catch((error: unknown) =>
          patch(key, control.signal.aborted ? { state: 'stopped' } : { state: 'failed', error }),
        )
        .finally(() => {
          running.current.delete(key);
          pump();
        });
    }
  };

  const add = (files: readonly File[]) => {
    const items = files.map((file): UploadItem => {
      counter += 1;
      const tooLarge = maxBytes !== undefined && file.size > maxBytes;
      return {
        key: `upload-${counter}`,
        file,
        state: tooLarge ? 'too-large' : 'waiting',
        share: 0,
        error: undefined,
        result: undefined,
      };
    });
    setUploads((before) => [...items, ...before]);
    for (const item of items) {
      if (item.state === 'waiting') waiting.current.push({ key: item.key, file: item.file, options });
    }
    pump();
  };
  const stop = (key: string) => {
    waiting.current = waiting.current.filter((item) => item.key !== key);
    const control = running.current.get(key);
    if (control) control.abort();
    else patch(key, { state: 'stopped' });
  };
  const remove = (key: string) => setUploads((before) => before.filter((item) => item.key !== key));
  const again = (item: UploadItem) => {
    patch(item.key, { state: 'waiting', error: undefined });
    waiting.current.push({ key: item.key, file: item.file, options });
    pump();
  };
  return { uploads, add, stop, remove, again };
}
