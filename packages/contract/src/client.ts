import type { Problem } from './common.ts';
import type { RouteInput, RouteOutput, RouteShape } from './route.ts';

/** A request the server refused or that never arrived. `problem` is the RFC 9457 document when there is one. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | undefined;
  constructor(status: number, message: string, problem?: Problem) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
  }
}

export interface ClientOptions {
  readonly baseUrl?: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Extra headers for each request: language, CSRF token, a cookie in tests. */
  readonly headers?: () => Record<string, string>;
}

type Call<R extends RouteShape> =
  unknown extends RouteInput<R>
    ? (input?: Record<string, never>, signal?: AbortSignal) => Promise<RouteOutput<R>>
    : (input: RouteInput<R>, signal?: AbortSignal) => Promise<RouteOutput<R>>;
export type Client<T extends Record<string, RouteShape>> = { readonly [K in keyof T]: Call<T[K]> };

interface LooseInput {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** The address of a route with its parameters filled in: for links, downloads and event streams. */
export function routeUrl(route: RouteShape, input: LooseInput = {}): string {
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(String(input.params?.[name])),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(input.query ?? {})) {
    if (value === undefined || value === null || value === '') continue;
    search.set(key, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

async function send(
  route: RouteShape,
  input: LooseInput,
  options: ClientOptions,
  signal?: AbortSignal,
): Promise<unknown> {
  const form = input.body instanceof FormData;
  const response = await (options.fetch ?? globalThis.fetch)(`${options.baseUrl ?? ''}${routeUrl(route, input)}`, {
    method: route.method,
    credentials: 'same-origin',
    signal: signal ?? null,
    headers: {
      accept: 'application/json, application/problem+json',
      ...(input.body !== undefined && !form ? { 'content-type': 'application/json' } : {}),
      ...options.headers?.(),
    },
    ...(input.body === undefined ? {} : { body: form ? (input.body as FormData) : JSON.stringify(input.body) }),
  });
  const text = await response.text();
  const json = text === '' ? undefined : (JSON.parse(text) as unknown);
  if (!response.ok) {
    const problem = json as Problem | undefined;
    throw new ApiError(response.status, problem?.detail ?? problem?.title ?? response.statusText, problem);
  }
  return json;
}

/** One typed function per route of the table. Throws {@link ApiError}. */
export function createClient<T extends Record<string, RouteShape>>(routes: T, options: ClientOptions = {}): Client<T> {
  const entries = Object.entries(routes).map(([name, shape]) => [
    name,
    (input: LooseInput = {}, signal?: AbortSignal) => send(shape, input, options, signal),
  ]);
  return Object.fromEntries(entries) as Client<T>;
}
