import { z } from 'zod';
import type { Ctx } from '../../../../platform/context/context.ts';
import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { listPublicDisciplineLists, listPublicEntries, type PublicEntry } from '../../../discipline/index.ts';
import { Field, Select } from '../../parts/field.ts';
import { Mark } from '../../parts/marks.ts';
import { Pager } from '../../parts/pager.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { pageNumber, word } from '../../site/page-number.ts';
import { siteVersion } from '../../site/site-version.ts';
import { disciplineWords } from '../../words/discipline.ts';
import { listWords } from '../../words/lists.ts';
import { siteWords } from '../../words/site.ts';

const PAGE_SIZE = 20;
const LONGEST_QUERY = 60;

const query = z.object({
  q: word(LONGEST_QUERY),
  list: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional()
    .catch(undefined),
  page: pageNumber,
});
type Query = z.output<typeof query>;

function Finder({ ctx, visit, query }: { ctx: Ctx; visit: Visit; query: Query }) {
  const words = disciplineWords[visit.language];
  const lists = listPublicDisciplineLists(ctx.today);
  return html`<form class="finder" role="search" action=${hrefOf(visit.language, '/discipline')}>
    <${Field} id="discipline-q" label=${words.nameOrNumber}>
      <input id="discipline-q" type="search" name="q" value=${query.q ?? ''} maxlength=${LONGEST_QUERY} autocomplete="off" />
    <//>
    <${Field} id="discipline-list" label=${words.list}>
      <${Select}
        id="discipline-list"
        name="list"
        value=${query.list}
        choices=${[
          { value: '', label: words.any },
          ...lists.map(({ list, label }) => ({ value: list, label: label[visit.language] })),
        ]}
      />
    <//>
    <p class="finder-do">
      <button class="button primary" type="submit">${words.find}</button>
      <a href=${hrefOf(visit.language, '/discipline')}>${words.clear}</a>
    </p>
  </form>`;
}

function Line({ entry, visit }: { entry: PublicEntry; visit: Visit }) {
  const words = disciplineWords[visit.language];
  const withdrawn = entry.standing === 'withdrawn';
  const what = html`<span class="what" lang="zh-CN">${entry.name}</span>`;
  const days = [`${words.from} ${entry.fromOn}`, `${words.until} ${entry.untilOn ?? words.noTerm}`];
  return html`<li class=${withdrawn ? 'withdrawn' : undefined}>
    ${entry.agencyId === null ? html`<b>${what}</b>` : html`<a href=${hrefOf(visit.language, `/agencies/${entry.agencyId}`)}>${what}</a>`}
    <p class="marks">
      <${Mark} tone=${withdrawn ? 'plain' : 'warn'}>${entry.listLabel[visit.language]}<//>
      <${Mark} tone=${withdrawn ? 'late' : 'info'}>${withdrawn ? words.withdrawnMark : words.inForce}<//>
    </p>
    ${withdrawn && html`<p>${words.withdrawn(entry.withdrawnOn ?? '', entry.withdrawnNo ?? '')}</p>`}
    ${
      entry.effects.length > 0 &&
      html`<p>${words.effects}${siteWords[visit.language].colon}${entry.effects
        .map((effect) => effect.label[visit.language].replace(/^.*?[：:]\s*/, ''))
        .join(visit.language === 'zh' ? '、' : '; ')}</p>`
    }
    <p class="soft">${days.join(' · ')}</p>
    <p class="soft" lang="zh-CN">${[entry.code, entry.authority, entry.decisionNo].filter(Boolean).join(' · ')}</p>
  </li>`;
}

const fits = (entry: PublicEntry, { q, list }: Query): boolean =>
  (list === undefined || entry.list === list) &&
  (q === undefined ||
    [entry.name, entry.code, entry.decisionNo].some((text) => text?.toLowerCase().includes(q.toLowerCase())));

/** Who stands under joint discipline that the law makes public: today's, persons masked, what was set aside as such. */
export const disciplinePage = definePage({
  name: 'discipline',
  path: '/discipline',
  query,
  version: siteVersion,
  render: async (ctx, { visit, query }) => {
    const words = disciplineWords[visit.language];
    const { q, list, page } = query;
    const entries = (await listPublicEntries(ctx)).filter((entry) => fits(entry, query));
    const shown = entries.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const body = html`<${Finder} ctx=${ctx} visit=${visit} query=${query} />
      <p class="soft" role="status">${words.found(entries.length)}</p>
      ${shown.length === 0 ? html`<p class="empty">${words.none}</p>` : null}
      <ul class="lines">${shown.map((entry) => html`<${Line} entry=${entry} visit=${visit} />`)}</ul>
      <${Pager} visit=${visit} page=${page} pageSize=${PAGE_SIZE} total=${entries.length} query=${{ q, list }} />
      <p class="soft">${words.masked}</p>
      <section>
        <h2>${words.lists}</h2>
        <ul class="bullets">
          ${listPublicDisciplineLists(ctx.today).map(
            (one) => html`<li>${one.label[visit.language]} <span class="soft" lang="zh-CN">${one.article}</span></li>`,
          )}
        </ul>
      </section>
      <p><a href=${hrefOf(visit.language, '/data/discipline-entries')}>${words.data}</a></p>`;
    return drawPage(ctx, visit, {
      title: words.title,
      description: words.intro,
      section: 'lists',
      hidden: q !== undefined,
      crumbs: [{ label: listWords[visit.language].title, path: '/lists' }],
      body,
    });
  },
});
