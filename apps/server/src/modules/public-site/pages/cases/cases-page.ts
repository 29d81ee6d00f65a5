import { z } from 'zod';
import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { listPublicCases, type PublicCase } from '../../../case-papers/index.ts';
import { Pager } from '../../parts/pager.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { pageNumber } from '../../site/page-number.ts';
import { caseWords } from '../../words/cases.ts';
import { listWords } from '../../words/lists.ts';

const PAGE_SIZE = 20;

function Penalty({ one, visit }: { one: PublicCase; visit: Visit }) {
  const words = caseWords[visit.language];
  return html`<section id=${one.id}>
    <h2 lang="zh-CN">${one.number}</h2>
    <dl class="facts" lang="zh-CN">
      <div><dt>${words.party}</dt><dd>${one.party}</dd></div>
      ${one.code !== null && html`<div><dt>${words.code}</dt><dd>${one.code}</dd></div>`}
      <div><dt>${words.behaviour}</dt><dd>${one.behaviour}</dd></div>
      <div><dt>${words.penalty}</dt><dd>${one.penalty}</dd></div>
      <div><dt>${words.organ}</dt><dd>${one.organ}</dd></div>
      <div><dt>${words.decidedOn}</dt><dd>${one.decidedOn}</dd></div>
    </dl>
    <p class="soft">${words.until(one.endsOn)}</p>
  </section>`;
}

function Search({ q, visit }: { q: string; visit: Visit }) {
  const words = caseWords[visit.language];
  return html`<form class="search" role="search" action=${hrefOf(visit.language, '/cases')}>
    <label for="cases-q">${words.search}</label>
    <div class="search-line">
      <input id="cases-q" type="search" name="q" value=${q} maxlength="60" autocomplete="off" />
      <button class="button primary" type="submit">${words.find}</button>
    </div>
  </form>`;
}

/**
 * Penalties as the law wants them published. What is shown follows from the day alone, so the page is made anew each time:
 * nothing outlives its last day in a cache.
 */
export const casesPage = definePage({
  name: 'cases',
  path: '/cases',
  query: z.object({ page: pageNumber, q: z.string().trim().max(60).catch('') }),
  render: async (ctx, { visit, query }) => {
    const words = caseWords[visit.language];
    const { items, total } = await listPublicCases(ctx, { page: query.page, pageSize: PAGE_SIZE, q: query.q });
    const body = html`<${Search} q=${query.q} visit=${visit} />
      <p class="soft">${words.basis}</p>
      ${items.length === 0 ? html`<p class="empty">${query.q === '' ? words.none : words.nothing}</p>` : html`<p class="soft">${words.total(total)}</p>`}
      ${items.map((one) => html`<${Penalty} one=${one} visit=${visit} />`)}
      <${Pager} visit=${visit} page=${query.page} pageSize=${PAGE_SIZE} total=${total} query=${{ q: query.q }} />`;
    return drawPage(ctx, visit, {
      title: words.title,
      description: words.intro,
      section: 'lists',
      crumbs: [{ label: listWords[visit.language].title, path: '/lists' }],
      body,
    });
  },
});
