import type { z } from 'zod';
import type { Ctx } from '../context/context.ts';
import type { Language } from '../i18n/language.ts';
import type { FileAnswer } from '../module.ts';

/** One reading of a page: where the reader stands and how the page is to look. */
export interface Visit {
  readonly language: Language;
  /** Address below the root of the language, with its parameters filled in: `/policies/3`; empty for the first page. */
  readonly path: string;
  /** The accepted part of the query as `?a=b`, or empty. */
  readonly search: string;
  /** Large type, chosen by the reader and kept in a cookie. */
  readonly large: boolean;
}

/** A file that came with a form, whole in memory: `upload` of the page limits it. */
export interface PageFile {
  readonly field: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
  /** Longer than `upload` allows: `content` is only its beginning. */
  readonly truncated: boolean;
}

export type PageAnswer =
  | {
      readonly kind: 'page';
      readonly html: string;
      readonly status?: number;
      /** The page carries pictures this server made within itself (`inlinePicture`). */
      readonly inlinePictures?: boolean;
    }
  | { readonly kind: 'file'; readonly file: FileAnswer }
  /** A style sheet, robots.txt, a feed. `immutable`: its address names its content. */
  | { readonly kind: 'text'; readonly mediaType: string; readonly text: string; readonly immutable?: boolean }
  | {
      readonly kind: 'redirect';
      /** Path on this server. */
      readonly to: string;
      readonly cookie?: { readonly name: string; readonly value: string; readonly maxAgeSeconds: number };
    };

export interface PageInput {
  readonly visit: Visit;
  readonly params: unknown;
  readonly query: unknown;
  readonly form: unknown;
  readonly files: readonly PageFile[];
}

/** A page everyone may read. Sessions are never looked at: `ctx.actor` holds no permission. */
export interface PublicPage {
  /** Unique: `policies.show`. */
  readonly name: string;
  /** Below the root of the language, as `/policies/:id`; served in Chinese at /public and in English at /public/en. */
  readonly path: string;
  /** The path is whole and served once: robots.txt. */
  readonly whole?: true;
  readonly method?: 'GET' | 'POST';
  /** What does not fit is no address: 404. */
  readonly params?: z.ZodType;
  /** Unknown words are dropped; let what does not fit fall back with `.catch`, else the answer is 400. */
  readonly query?: z.ZodType;
  /** Fields of a posted form, urlencoded or multipart; repeated names are lists. */
  readonly form?: z.ZodType;
  readonly upload?: { readonly files: number; readonly fileBytes: number };
  /** Requests of one address in a minute; absent: what the site allows for reading. */
  readonly perMinute?: number;
  /** Changes whenever the answer would; absent: made anew each time and kept by no cache. */
  readonly version?: (ctx: Ctx) => Promise<string>;
  readonly render: (ctx: Ctx, input: PageInput) => Promise<PageAnswer>;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

interface TypedPage<P, Q, F> extends Omit<PublicPage, 'render' | 'params' | 'query' | 'form'> {
  readonly params?: P;
  readonly query?: Q;
  readonly form?: F;
  readonly render: (
    ctx: Ctx,
    input: {
      readonly visit: Visit;
      readonly params: Parsed<P>;
      readonly query: Parsed<Q>;
      readonly form: Parsed<F>;
      readonly files: readonly PageFile[];
    },
  ) => Promise<PageAnswer>;
}

/** Declares a page; its renderer receives what its schemas make of the address and the form. */
export function definePage<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  F extends z.ZodType | undefined = undefined,
>(page: TypedPage<P, Q, F>): PublicPage {
  return page as unknown as PublicPage;
}

/** What a reader is told instead of the page. */
export interface PageProblem {
  readonly status: number;
  readonly code: string;
  /** A sentence in the reader's language. */
  readonly text: string;
}

/** The pages of the site and how it says that something went wrong; one module contributes it. */
export interface Site {
  readonly pages: readonly PublicPage[];
  readonly renderProblem: (ctx: Ctx, visit: Visit, problem: PageProblem) => string;
}
