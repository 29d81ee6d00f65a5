import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

export { html };

/** What may stand inside an element. Texts are escaped when they are drawn. */
export type Content = VNode | string | number | null | false | undefined | readonly Content[];

/** A whole page as a text. */
export const toDocument = (page: VNode): string => `<!doctype html>${renderToString(page)}`;
