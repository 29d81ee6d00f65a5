import { useState } from 'react';
import { routes, urlOf } from '../../lib/api.ts';
import { sendFile } from '../../lib/send-form.ts';
import type { FileDocument } from './file-query.ts';

export interface Sending {
  readonly key: string;
  readonly fileName: string;
  readonly share: number;
  readonly error: unknown;
}

let counter = 0;

/** Papers on their way into a file, one after the other; those refused stay listed with the error until put away. */
export function useAttach(fileId: string, onAdded: () => void) {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const patch = (key: string, change: Partial<Sending>) =>
    setSending((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const dismiss = (key: string) => setSending((before) => before.filter((one) => one.key !== key));

  const send = async (key: string, file: File, kind: string, title: string | undefined) => {
    const url = urlOf(routes.attachDocument, { params: { id: fileId } });
    try {
      await sendFile<FileDocument>(url, file, { kind, title }, { onProgress: (share) => patch(key, { share }) });
      dismiss(key);
      onAdded();
    } catch (error) {
      patch(key, { error });
    }
  };
  const add = (files: readonly File[], kind: string, title: string | undefined) => {
    const items = files.map((file) => {
      counter += 1;
      return { file, item: { key: `paper-${counter}`, fileName: file.name, share: 0, error: undefined } };
    });
    setSending((before) => [...before, ...items.map((one) => one.item)]);
    void items.reduce(
      (queue, { file, item }) => queue.then(() => send(item.key, file, kind, files.length === 1 ? title : undefined)),
      Promise.resolve(),
    );
  };
  return { sending, add, dismiss };
}
