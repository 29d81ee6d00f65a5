import type { Visit } from '../../../platform/http/public-page.ts';
import { hrefOf } from '../site/addresses.ts';
import { html } from '../site/html.ts';
import { siteWords } from '../words/site.ts';

export interface Crumb {
  readonly label: string;
  /** Below the root of the language. */
  readonly path: string;
}

export function Breadcrumbs({ visit, crumbs }: { visit: Visit; crumbs: readonly Crumb[] }) {
  const words = siteWords[visit.language];
  return html`<nav class="crumbs" aria-label=${words.crumbs}>
    <ol>
      ${[{ label: words.home, path: '' }, ...crumbs].map(
        ({ label, path }) => html`<li><a href=${hrefOf(visit.language, path)}>${label}</a></li>`,
      )}
    </ol>
  </nav>`;
}
