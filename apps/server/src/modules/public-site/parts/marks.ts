import type { Visit } from '../../../platform/http/public-page.ts';
import { type Content, html } from '../site/html.ts';
import { siteWords } from '../words/site.ts';

export type Tone = 'plain' | 'info' | 'good' | 'warn' | 'late';

/** A standing in a word; the colour only repeats it. */
export function Mark({ tone = 'plain', children }: { tone?: Tone; children?: Content }) {
  return html`<span class=${`mark ${tone}`}>${children}</span>`;
}

/** An invented policy or amount of the demonstration says so wherever it stands. */
export function Example({ visit }: { visit: Visit }) {
  const words = siteWords[visit.language];
  return html`<span class="mark example" title=${words.exampleWhy}>${words.example}</span>`;
}
