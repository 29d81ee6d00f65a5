import { z } from 'zod';
import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { listPublicMarks, type PublicMark, publicMarksVersion } from '../../../trademark-watch/index.ts';
import { Pager } from '../../parts/pager.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { pageNumber } from '../../site/page-number.ts';
import { siteVersion } from '../../site/site-version.ts';
import { listWords } from '../../words/lists.ts';
import { protectedMarkWords } from '../../words/protected-marks.ts';

const PAGE_SIZE = 30;

function Mark({ one, visit }: { one: PublicMark; visit: Visit }) {
  const words = protectedMarkWords[visit.language];
  return html`<section>
    <h2 lang="zh-CN">${one.name}</h2>
    <dl class="facts" lang="zh-CN">
      <div><dt>${words.number}</dt><dd>${one.registrationNo}</dd></div>
      <div><dt>${words.classes}</dt><dd>${one.classes.join('、')}</dd></div>
      <div><dt>${words.holder}</dt><dd>${one.holder}</dd></div>
      ${one.goods !== null && html`<div><dt>${words.goods}</dt><dd>${one.goods}</dd></div>`}
      <div><dt>${words.period}</dt><dd>${one.listedOn} — ${one.untilOn ?? ''}</dd></div>
    </dl>
  </section>`;
}

/** The directory of protected marks as everyone may read it. */
export const protectedMarksPage = definePage({
  name: 'protected-marks',
  path: '/protected-marks',
  query: z.object({ page: pageNumber, q: z.string().trim().max(60).catch('') }),
  version: async (ctx) => `${await siteVersion(ctx)}|${await publicMarksVersion(ctx)}`,
  render: async (ctx, { visit, query }) => {
    const words = protectedMarkWords[visit.language];
    const { items, total } = await listPublicMarks(ctx, { page: query.page, pageSize: PAGE_SIZE, q: query.q });
    const body = html`<form class="search" role="search" action=${hrefOf(visit.language, '/protected-marks')}>
        <label for="marks-q">${words.search}</label>
        <div class="search-line">
          <input id="marks-q" type="search" name="q" value=${query.q} maxlength="60" autocomplete="off" />
          <button class="button primary" type="submit">${words.find}</button>
        </div>
      </form>
      ${items.length === 0 ? html`<p class="empty">${query.q === '' ? words.none : words.nothing}</p>` : html`<p class="soft">${words.total(total)}</p>`}
      ${items.map((one) => html`<${Mark} one=${one} visit=${visit} />`)}
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
