import { ApiError } from '@jince/contract';
import type { TFunction } from 'i18next';

export type ErrorKind = 'offline' | 'forbidden' | 'missing' | 'conflict' | 'refused' | 'busy' | 'server' | 'broken';
export interface ErrorText {
  readonly kind: ErrorKind;
  /** What happened. */
  readonly title: string;
  /** The server's own sentence, when it gave one. */
  readonly detail: string | undefined;
  /** What was kept. */
  readonly kept: string;
  /** What to do. */
  readonly action: string;
  /** Stable code and request address, for whoever looks into it. */
  readonly code: string | undefined;
  readonly fields: readonly { path: string; message: string }[];
}

function kindOf(error: unknown): ErrorKind {
  if (error instanceof ApiError) {
    if (error.status === 403) return 'forbidden';
    if (error.status === 404) return 'missing';
    if (error.status === 409) return 'conflict';
    if (error.status === 429 || error.status === 503) return 'busy';
    if (error.status >= 500) return 'server';
    return 'refused';
  }
  // fetch reports every failure to reach the server as a TypeError; a proxy's HTML answer is a SyntaxError.
  if (error instanceof TypeError) return 'offline';
  if (error instanceof SyntaxError) return 'server';
  return 'broken';
}

/** A failed request as the sentences a person needs: what happened, what was kept, what to do. */
export function describeError(error: unknown, t: TFunction): ErrorText {
  const kind = kindOf(error);
  const problem = error instanceof ApiError ? error.problem : undefined;
  return {
    kind,
    title: problem?.title ?? t(`common:error.${kind}.title`),
    // The server repeats a sentence it has nothing to add to.
    detail: problem?.detail === problem?.title ? undefined : problem?.detail,
    kept: t(`common:error.${kind}.kept`),
    action: t(`common:error.${kind}.action`),
    code: problem?.code,
    fields: problem?.errors ?? [],
  };
}
