import { useRef, useState } from 'react';

const AT_ONCE = 2;

export interface UploadItem<Result> {
  readonly key: string;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'done' | 'failed' | 'stopped' | 'too-large';
  /** 0–1 */
  readonly share: number;
  readonly error: unknown;
  readonly result: Result | undefined;
}

/** Sends one file; what it needs besides was fixed when the file was given. */
export type SendUpload<Result> = (
  file: File,
  sending: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
) => Promise<Result>;

interface Waiting<Result> {
  readonly key: string;
  readonly file: File;
  readonly send: SendUpload<Result>;
}
interface Options {
  /** Requests in flight at once: large files gain nothing by more. */
  readonly atOnce?: number;
  /** Larger files are not sent. */
  readonly maxBytes?: number | undefined;
  /** A file has arrived. */
  readonly onSent?: () => void;
}

let counter = 0;

/** Files on their way to the server, a few at a time, each with its progress; what failed can be sent again alone. */
export function useUploads<Result>({ atOnce = AT_ONCE, maxBytes, onSent }: Options = {}) {
  const [uploads, setUploads] = useState<readonly UploadItem<Result>[]>([]);
  const waiting = useRef<Waiting<Result>[]>([]);
  const running = useRef(new Map<string, AbortController>());
  const sends = useRef(new Map<string, SendUpload<Result>>());
  const patch = (key: string, change: Partial<UploadItem<Result>>) =>
    setUploads((before) => before.map((item) => (item.key === key ? { ...item, ...change } : item)));

  const pump = () => {
    while (running.current.size < atOnce) {
      const next = waiting.current.shift();
      if (!next) return;
      const { key, file, send } = next;
      const control = new AbortController();
      running.current.set(key, control);
      patch(key, { state: 'sending', share: 0, error: undefined });
      send(file, { signal: control.signal, onProgress: (share) => patch(key, { share }) })
        .then((result) => {
          patch(key, { state: 'done', share: 1, result });
          onSent?.();
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

  const queue = (key: string, file: File) => {
    const send = sends.current.get(key);
    if (send) waiting.current.push({ key, file, send });
  };
  const add = (files: readonly File[], send: SendUpload<Result>) => {
    const items = files.map((file): UploadItem<Result> => {
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
      sends.current.set(item.key, send);
      if (item.state === 'waiting') queue(item.key, item.file);
    }
    pump();
  };
  const stop = (key: string) => {
    waiting.current = waiting.current.filter((item) => item.key !== key);
    const control = running.current.get(key);
    if (control) control.abort();
    else patch(key, { state: 'stopped' });
  };
  const remove = (key: string) => {
    sends.current.delete(key);
    setUploads((before) => before.filter((item) => item.key !== key));
  };
  const again = (items: readonly UploadItem<Result>[]) => {
    for (const item of items) {
      patch(item.key, { state: 'waiting', error: undefined });
      queue(item.key, item.file);
    }
    pump();
  };
  const clear = () => {
    sends.current.clear();
    setUploads([]);
  };
  return { uploads, add, stop, remove, again, clear };
}
