import { z } from 'zod';
import { type Ctx, chinaDay } from '../../../../platform/context/context.ts';
import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import {
  adviseOnFiling,
  adviseOnSign,
  findPriorRights,
  type MarkAnswer,
  searchMarks,
} from '../../../trademark-search/index.ts';
import { Field } from '../../parts/field.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { markWords } from '../../words/marks.ts';
import { FoundMarks } from './found-marks.ts';
import { Narrow, narrowFields, questionOf } from './narrow.ts';
import { PICTURE_PATH } from './picture-page.ts';
import { PriorRights } from './prior-rights.ts';
import { verdictOf } from './verdict-of.ts';

/** Each search costs some milliseconds of the server: a person reads longer than this takes. */
const SEARCHES_PER_MINUTE = 30;
const LONGEST = 300;
const MOST_SHOWN = 30;

const markQuery = z.object({
  // Unlike other words of an address: unseen signs are not cleaned away, they are told of.
  text: z
    .string()
    .transform((text) => text.slice(0, LONGEST))
    .optional()
    .catch(undefined),
  ...narrowFields,
});
type Query = z.output<typeof markQuery>;

function Finder({ visit, query }: { visit: Visit; query: Query }) {
  const words = markWords[visit.language];
  return html`<form class="finder" role="search" action=${hrefOf(visit.language, '/trademark-search')}>
    <${Field} id="mark-text" label=${words.text} hint=${words.textHint}>
      <input
        id="mark-text"
        type="search"
        name="text"
        value=${query.text ?? ''}
        maxlength=${LONGEST}
        autocomplete="off"
        aria-describedby="mark-text-hint"
      />
    <//>
    <${Narrow} visit=${visit} chosen=${query} />
    <p class="finder-do"><button class="button primary" type="submit">${words.find}</button></p>
  </form>`;
}

function Answer({ ctx, visit, answer }: { ctx: Ctx; visit: Visit; answer: MarkAnswer }) {
  const words = markWords[visit.language];
  const grounds = adviseOnSign(ctx, answer.text);
  const { changedAt, marks } = answer.register;
  const day = changedAt === null ? '—' : chinaDay(new Date(changedAt));
  return html`<section role="status">
      ${answer.notices.map(({ text }) => html`<p>${text}</p>`)}
      <p><b>${verdictOf(answer, words)}</b></p>
      <p class="soft">${words.searched(marks, day)} ${words.closenessNote}</p>
    </section>
    <${FoundMarks} answer=${answer} visit=${visit} />
    ${
      answer.verdict !== 'none' &&
      html`<section>
        <h2>${words.grounds}</h2>
        ${grounds.length === 0 && html`<p>${words.groundsNone}</p>`}
        ${
          grounds.length > 0 &&
          html`<ul class="lines">
            ${grounds.map(
              ({ word, text, article, verify }) => html`<li>
                <p>${words.ground(word, text)}</p>
                <p class="soft" lang="zh-CN">${[article, verify].filter(Boolean).join('；')}</p>
              </li>`,
            )}
          </ul>`
        }
      </section>`
    }`;
}

/** Names everybody knows that the text holds: asked to be thought about, nobody is accused. */
function Filing({ visit, advice }: { visit: Visit; advice: Awaited<ReturnType<typeof adviseOnFiling>> }) {
  const words = markWords[visit.language];
  if (advice.hints.length === 0) return null;
  return html`<section>
    <h2>${words.filing}</h2>
    <ul class="lines">
      ${advice.hints.map(({ text }) => html`<li><p>${text}</p></li>`)}
    </ul>
    <p class="soft" lang="zh-CN">${[advice.article, advice.verify].filter(Boolean).join('；')}</p>
  </section>`;
}

/** Search of the register without an account and without a script. */
export const markSearchPage = definePage({
  name: 'marks.search',
  path: '/trademark-search',
  query: markQuery,
  perMinute: SEARCHES_PER_MINUTE,
  render: async (ctx, { visit, query }) => {
    const words = markWords[visit.language];
    const { text } = query;
    const asked = text !== undefined;
    const question = { ...questionOf(query), text: text ?? '', limit: MOST_SHOWN };
    const answer = asked ? await searchMarks(ctx, question, 'public') : undefined;
    const prior = asked && answer?.verdict !== 'none' ? await findPriorRights(ctx, { text }, 'public') : undefined;
    const body = html`<${Finder} visit=${visit} query=${query} />
      <p><a href=${hrefOf(visit.language, PICTURE_PATH)}>${words.byPicture}</a></p>
      ${answer !== undefined && html`<${Answer} ctx=${ctx} visit=${visit} answer=${answer} />`}
      ${asked && answer?.verdict !== 'none' && html`<${Filing} visit=${visit} advice=${await adviseOnFiling(ctx, { text })} />`}
      ${prior !== undefined && html`<${PriorRights} prior=${prior} visit=${visit} />`}
      <section>
        <h2>${words.notSearched}</h2>
        <p>${words.not}</p>
        <p class="soft">${words.opinion}</p>
      </section>`;
    return drawPage(ctx, visit, {
      title: words.title,
      description: words.intro,
      section: 'marks',
      hidden: asked,
      body,
    });
  },
});
