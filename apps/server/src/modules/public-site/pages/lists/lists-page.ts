import type { PublicListView } from '@jince/contract';
import { z } from 'zod';
import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import type { Language } from '../../../../platform/i18n/language.ts';
import { listPublicLists } from '../../../subsidies/index.ts';
import { Example, Mark } from '../../parts/marks.ts';
import { Pager } from '../../parts/pager.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { pageNumber } from '../../site/page-number.ts';
import { siteVersion } from '../../site/site-version.ts';
import { caseWords } from '../../words/cases.ts';
import { disciplineWords } from '../../words/discipline.ts';
import { drawWords } from '../../words/draws.ts';
import { listWords } from '../../words/lists.ts';
import { protectedMarkWords } from '../../words/protected-marks.ts';

const PAGE_SIZE = 20;

/** What else is published by law: not money. */
export const OTHERS: readonly { readonly path: string; readonly label: (language: Language) => string }[] = [
  { path: '/cases', label: (language) => caseWords[language].link },
  { path: '/inspection-draws', label: (language) => drawWords[language].title },
  { path: '/discipline', label: (language) => disciplineWords[language].title },
  { path: '/protected-marks', label: (language) => protectedMarkWords[language].title },
];

/** One list in a row of lists. */
export function ListLine({ list, visit }: { list: PublicListView; visit: Visit }) {
  const words = listWords[visit.language];
  return html`<li>
    <a href=${hrefOf(visit.language, `/lists/${list.id}`)} lang="zh-CN">${list.title}</a>
    <p class="marks">
      <${Mark} tone=${list.state === 'open' ? 'info' : 'plain'}>${words[list.state]}<//>
      ${list.example && html`<${Example} visit=${visit} />`}
    </p>
    <p class="soft">
      ${list.number} · ${words.days(list.openedOn, list.closesOn ?? words.unknownEnd)} · ${words.sum(list.rows, list.totalWan)}
    </p>
  </li>`;
}

/** Every list ever published, the newest first. */
export const listsPage = definePage({
  name: 'lists.all',
  path: '/lists',
  query: z.object({ page: pageNumber }),
  version: siteVersion,
  render: async (ctx, { visit, query }) => {
    const words = listWords[visit.language];
    const { items, total } = await listPublicLists(ctx, { page: query.page, pageSize: PAGE_SIZE });
    const body = html`<nav aria-label=${words.others}>
        <ul class="ways">${OTHERS.map(
          ({ path, label }) => html`<li><a href=${hrefOf(visit.language, path)}>${label(visit.language)}</a></li>`,
        )}</ul>
      </nav>
      ${items.length === 0 ? html`<p class="empty">${words.none}</p>` : null}
      <ul class="lines">
        ${items.map((list) => html`<${ListLine} list=${list} visit=${visit} />`)}
      </ul>
      <${Pager} visit=${visit} page=${query.page} pageSize=${PAGE_SIZE} total=${total} />`;
    return drawPage(ctx, visit, { title: words.title, description: words.intro, section: 'lists', body });
  },
});
