import { ApiError, type Problem } from '@jince/contract';
import { currentLanguage } from './i18n.ts';
import { sessionStore } from './session-store.ts';

export interface SendOptions {
  /** 0–1, as the bytes leave the browser. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One attempt. fetch cannot tell how much of a body has gone out, so this is an XMLHttpRequest. */
function send<T>(url: string, form: FormData, options: SendOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('accept-language', currentLanguage());
    request.setRequestHeader('x-csrf-token', sessionStore.csrfToken() ?? '');
    request.upload.onprogress = (event) => event.lengthComputable && options.onProgress?.(event.loaded / event.total);
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else {
        const problem = body as Problem | undefined;
        reject(new ApiError(request.status, problem?.detail ?? problem?.title ?? request.statusText, problem));
      }
    };
    request.onerror = () => reject(new TypeError('network'));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    options.signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/**
 * Sends one file after the text fields that say what it is: the server reads the parts in order and stops at the file.
 * If the session ran out meanwhile it waits for the person to sign in again and sends it once more.
 * @throws ApiError, TypeError without network, AbortError
 */
export async function sendFile<T>(
  url: string,
  file: File,
  fields: Readonly<Record<string, string | undefined>>,
  options: SendOptions = {},
): Promise<T> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value) form.set(name, value);
  form.set('file', file);
  try {
    return await send<T>(url, form, options);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    await sessionStore.untilReopened();
    return send<T>(url, form, options);
  }
}
