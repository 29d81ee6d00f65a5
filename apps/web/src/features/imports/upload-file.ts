import { routes, urlOf } from '../../lib/api.ts';
import { sendFile } from '../../lib/send-form.ts';
import type { ImportSummary } from './import-query.ts';

export interface UploadOptions {
  readonly kind: string | undefined;
  readonly sender: string | undefined;
  readonly asOf: string | undefined;
  /** 0–1, as the bytes leave the browser. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends one file of a register; the server recognises it. */
export function uploadFile(file: File, options: UploadOptions): Promise<ImportSummary> {
  const { kind, sender, asOf, ...sending } = options;
  return sendFile<ImportSummary>(urlOf(routes.uploadImport), file, { kind, sender, asOf }, sending);
}
