import { ApiError, type Problem } from '@jince/contract';
import { routes, urlOf } from '../../lib/api.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { sessionStore } from '../../lib/session-store.ts';
import type { ImportSummary } from './import-query.ts';

export interface UploadOptions {
  readonly kind: string | undefined;
  readonly sender: string | undefined;
  readonly asOf: string | undefined;
  /** 0–1, as the bytes leave the browser. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One attempt. fetch cannot tell how much of a body has gone out, so this is an XMLHttpRequest. */
function send(file: File, options: UploadOptions): Promise<ImportSummary> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    // Fields first: the server reads the parts in order and stops at the file.
    for (const name of ['kind', 'sender', 'asOf'] as const) {
      const value = options[name];
      if (value) form.set(name, value);
    }
    form.set('file', file);
    request.open('POST', urlOf(routes.uploadImport));
    request.setRequestHeader('accept-language', currentLanguage());
    request.setRequestHeader('x-csrf-token', sessionStore.csrfToken() ?? '');
    request.upload.onprogress = (event) => event.lengthComputable && options.onProgress(event.loaded / event.total);
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as ImportSummary);
      else {
        const problem = body as Problem | undefined;
        reject(new ApiError(request.status, problem?.detail ?? problem?.title ?? request.statusText, problem));
      }
    };
    request.onerror = () => reject(new TypeError('network'));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    options.signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** Sends one file; if the session ran out meanwhile it waits for the person to sign in again and sends it once more. */
export async function uploadFile(file: File, options: UploadOptions): Promise<ImportSummary> {
  try {
    return await send(file, options);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    await sessionStore.untilReopened();
    return send(file, options);
  }
}
