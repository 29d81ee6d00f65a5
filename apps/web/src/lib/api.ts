import {
  ApiError,
  createClient,
  type Problem,
  type RouteInput,
  type RouteName,
  routes,
  routeUrl,
} from '@jince/contract';
import { currentLanguage } from './i18n.ts';
import { sessionStore } from './session-store.ts';

function withSessionHeaders(init: RequestInit): RequestInit {
  const headers = new Headers(init.headers);
  headers.set('accept-language', currentLanguage());
  const token = sessionStore.csrfToken();
  if (token && init.method !== 'GET') headers.set('x-csrf-token', token);
  return { ...init, headers };
}

const isSessionRequest = (url: string, method: string | undefined) => url === '/api/session' && method !== 'DELETE';

/** A console that was opened without network (lib/meta.ts) has yet to ask for its token before it sends anything. */
async function ensureToken(method: string | undefined): Promise<void> {
  if (method === 'GET' || sessionStore.csrfToken() !== '') return;
  const answer = await fetch('/api/session', withSessionHeaders({ method: 'GET' }));
  if (answer.ok) sessionStore.opened(((await answer.json()) as { csrfToken: string }).csrfToken);
}

/**
 * fetch with language and CSRF headers. When the session ran out during work the request waits for the person to sign
 * in again and is then sent once more, so nothing typed is lost.
 */
async function sessionFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const url = String(input);
  await ensureToken(init.method);
  const response = await fetch(url, withSessionHeaders(init));
  if (response.status !== 401 || isSessionRequest(url, init.method) || !sessionStore.isSignedIn()) return response;
  await sessionStore.untilReopened();
  return fetch(url, withSessionHeaders(init));
}

/** The typed client: one function per route of the contract. Throws `ApiError`. */
export const api = createClient(routes, { fetch: sessionFetch as typeof globalThis.fetch });

/** Address of a route, for downloads and event streams. */
export const urlOf = routeUrl;
export { routes };

type QueryOf<N extends RouteName> = RouteInput<(typeof routes)[N]> extends { query?: infer Q } ? Q : never;

/**
 * Values of the address as the query of a route. What stands in an address may be anything; the server refuses what
 * the contract does not allow, so it is passed on as it is.
 */
export function addressQuery<N extends RouteName>(values: Readonly<Record<string, string | number>>): QueryOf<N> {
  return values as QueryOf<N>;
}

/** Sends bytes as they are; the typed client knows forms and JSON. @throws ApiError, TypeError without network */
export async function sendBytes<Answer>(url: string, bytes: Blob, signal?: AbortSignal): Promise<Answer> {
  const response = await sessionFetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
    signal: signal ?? null,
  });
  const text = await response.text();
  if (response.ok) return JSON.parse(text) as Answer;
  const problem = text.startsWith('{') ? (JSON.parse(text) as Problem) : undefined;
  throw new ApiError(response.status, problem?.detail ?? problem?.title ?? response.statusText, problem);
}

/** Asks for a file with a question too long for an address, and saves it under the name the server gives. */
export async function saveFile(name: RouteName, body: object): Promise<void> {
  const shape = routes[name];
  const response = await sessionFetch(routeUrl(shape), {
    method: shape.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new ApiError(response.status, response.statusText, (await response.json()) as Problem);
  const given = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = decodeURIComponent(given ?? name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
