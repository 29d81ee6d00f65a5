import type { Visit } from '../../../platform/http/public-page.ts';
import { hrefOf, withQuery } from '../site/addresses.ts';
import { html } from '../site/html.ts';
import { siteWords } from '../words/site.ts';

interface Paging {
  readonly visit: Visit;
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  /** The other words of the query. */
  readonly query?: Readonly<Record<string, string | number | null | undefined>>;
}

export function Pager({ visit, page, pageSize, total, query = {} }: Paging) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1) return null;
  const words = siteWords[visit.language];
  const to = (n: number) => withQuery(hrefOf(visit.language, visit.path), { ...query, page: n === 1 ? undefined : n });
  return html`<nav class="pager" aria-label=${words.pages}>
    ${page > 1 && html`<a rel="prev" href=${to(page - 1)}>← ${words.previous}</a>`}
    <span>${words.pageOf(page, pages)}</span>
    ${page < pages && html`<a rel="next" href=${to(page + 1)}>${words.next} →</a>`}
  </nav>`;
}
