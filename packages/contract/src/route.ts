import type { z } from 'zod';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What both sides know of one route. Permission and handler are bound by the server module that owns it. */
export interface RouteShape {
  readonly method: HttpMethod;
  /** Path below the origin, with `:name` parameters. */
  readonly path: string;
  /** One sentence for the API description. */
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Absent when the answer is a file or a stream. */
  readonly response?: z.ZodType;
  /**
   * 'multipart': the body is one file part plus text fields; 'octets': the body is bytes; 'file': the answer is bytes;
   * 'events': server-sent events.
   */
  readonly transport?: 'multipart' | 'octets' | 'file' | 'events';
  /** A question too long for an address: sent as POST, it changes nothing. */
  readonly readOnly?: true;
}

export function route<const R extends RouteShape>(shape: R): R {
  return shape;
}

type InputOf<S> = S extends z.ZodType ? z.input<S> : never;
type OutputOf<S> = S extends z.ZodType ? z.output<S> : never;

/** What a caller gives: only the parts the route declares. */
export type RouteInput<R extends RouteShape> = (R extends { params: infer P } ? { params: InputOf<P> } : unknown) &
  (R extends { query: infer Q } ? { query?: InputOf<Q> } : unknown) &
  (R extends { body: infer B } ? { body: InputOf<B> } : unknown);

/** What a handler receives: parsed and defaulted. */
export type ParsedInput<R extends RouteShape> = {
  params: R extends { params: infer P } ? OutputOf<P> : Record<string, never>;
  query: R extends { query: infer Q } ? OutputOf<Q> : Record<string, never>;
  body: R extends { body: infer B } ? OutputOf<B> : undefined;
};

/** What a handler returns before the response schema has checked it, and what a caller gets. */
export type RouteOutput<R extends RouteShape> = R extends { response: infer S } ? OutputOf<S> : void;
