import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

export { html };

/** What may stand inside an element. Texts are escaped when they are drawn. */
export type Content = VNode | string | number | null | false | undefined | readonly Content[];

/** A whole page as a text. */
export const toDocument = (page: VNode): string => `<!doctype html>${renderToString(page)}`;

/** An address of someone else's, or nothing if it is not one a reader can open: `javascript:` never is. */
export function safeHref(address: string | null | undefined): string | undefined {
  if (address === null || address === undefined || !URL.canParse(address)) return undefined;
  return ['https:', 'http:'].includes(new URL(address).protocol) ? address : undefined;
}
