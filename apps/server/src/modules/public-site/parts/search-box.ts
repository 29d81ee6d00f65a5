import type { Visit } from '../../../platform/http/public-page.ts';
import { hrefOf } from '../site/addresses.ts';
import { html } from '../site/html.ts';
import { homeWords } from '../words/home.ts';

/** The search of the whole site. */
export function SearchBox({ visit, q = '' }: { visit: Visit; q?: string }) {
  const words = homeWords[visit.language];
  return html`<form class="search" role="search" action=${hrefOf(visit.language, '/search')}>
    <label for="q">${words.searchLabel}</label>
    <div class="search-line">
      <input id="q" type="search" name="q" value=${q} maxlength="60" autocomplete="off" />
      <button class="button primary" type="submit">${words.search}</button>
    </div>
  </form>`;
}
