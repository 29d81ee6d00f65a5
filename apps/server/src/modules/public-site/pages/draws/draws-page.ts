import { z } from 'zod';
import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { listPublicDraws, type PublicDraw } from '../../../inspections/index.ts';
import { Mark } from '../../parts/marks.ts';
import { momentOf } from '../../parts/moment.ts';
import { Pager } from '../../parts/pager.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { pageNumber } from '../../site/page-number.ts';
import { drawWords } from '../../words/draws.ts';
import { listWords } from '../../words/lists.ts';

const PAGE_SIZE = 20;
const TONES = { prepared: 'info', drawn: 'good', void: 'plain' } as const;

export function DrawState({ state, visit }: { state: PublicDraw['state']; visit: Visit }) {
  return html`<${Mark} tone=${TONES[state]}>${drawWords[visit.language][state]}<//>`;
}

function Line({ one, visit }: { one: PublicDraw; visit: Visit }) {
  const words = drawWords[visit.language];
  const day = (at: string) => momentOf(at).slice(0, 10);
  return html`<li>
    <a href=${hrefOf(visit.language, `/inspection-draws/${one.id}`)} lang="zh-CN">${one.title}</a>
    <p class="marks"><${DrawState} state=${one.state} visit=${visit} /></p>
    <p class="soft">
      ${[one.number, words[one.objectKind], words.sum(one.pool, one.count)].join(' · ')}
    </p>
    <p class="soft">
      ${[words.preparedOn(day(one.preparedAt)), one.drawnAt !== null && words.drawnOn(day(one.drawnAt))].filter(Boolean).join(' · ')}
    </p>
  </li>`;
}

/** Every double-random draw, void ones as well. Made anew each time: what is shown follows the checks as they are made. */
export const drawsPage = definePage({
  name: 'inspection-draws.all',
  path: '/inspection-draws',
  query: z.object({ page: pageNumber }),
  render: async (ctx, { visit, query }) => {
    const words = drawWords[visit.language];
    const { items, total } = await listPublicDraws(ctx, { page: query.page, pageSize: PAGE_SIZE });
    const body = html`${items.length === 0 ? html`<p class="empty">${words.none}</p>` : null}
      <ul class="lines">${items.map((one) => html`<${Line} one=${one} visit=${visit} />`)}</ul>
      <${Pager} visit=${visit} page=${query.page} pageSize=${PAGE_SIZE} total=${total} />
      <p><a href=${hrefOf(visit.language, '/data/inspection-draws')}>${words.data}</a></p>`;
    return drawPage(ctx, visit, {
      title: words.title,
      description: words.intro,
      section: 'lists',
      crumbs: [{ label: listWords[visit.language].title, path: '/lists' }],
      body,
    });
  },
});
