import { type Content, html } from '../site/html.ts';

export type FactLine = readonly [label: string, content: Content];

const isEmpty = (content: Content) =>
  content === null ||
  content === false ||
  content === undefined ||
  content === '' ||
  (Array.isArray(content) && content.length === 0);

/** Labels and what they say, one below the other; lines that say nothing are left out. */
export function FactList({ lines, lang }: { lines: readonly FactLine[]; lang?: string | undefined }) {
  return html`<dl class="fact-list">
    ${lines
      .filter(([, content]) => !isEmpty(content))
      .map(([label, content]) => html`<div><dt>${label}</dt><dd lang=${lang}>${content}</dd></div>`)}
  </dl>`;
}

/** Texts below one another, or alone where there is but one. */
export function Several({ texts }: { texts: readonly string[] }) {
  if (texts.length <= 1) return html`${texts[0] ?? ''}`;
  return html`<ul class="bullets">${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
}
