import { niceClasses } from '@jince/law';
import { z } from 'zod';
import { type Ctx, chinaDay } from '../../../../platform/context/context.ts';
import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { adviseOnSign, type MarkAnswer, searchMarks } from '../../../trademark-search/index.ts';
import { Field, Select } from '../../parts/field.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { markWords } from '../../words/marks.ts';
import { FoundMarks } from './found-marks.ts';

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
  classes: z
    .preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(1).max(45).optional())
    .catch(undefined),
  state: z.enum(['living', 'all']).catch('living'),
});
type Query = z.output<typeof markQuery>;

function Finder({ visit, query }: { visit: Visit; query: Query }) {
  const words = markWords[visit.language];
  const classes = niceClasses.classes.map(({ number, zh, en }) => ({
    value: String(number),
    label: words.classNumber(number, visit.language === 'zh' ? zh : (en.split(/[;,.]/)[0] ?? '')),
  }));
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
    <${Field} id="mark-class" label=${words.niceClass}>
      <${Select}
        id="mark-class"
        name="classes"
        value=${query.classes === undefined ? '' : String(query.classes)}
        choices=${[{ value: '', label: words.any }, ...classes]}
      />
    <//>
    <${Field} id="mark-state" label=${words.state}>
      <${Select}
        id="mark-state"
        name="state"
        value=${query.state}
        choices=${(['living', 'all'] as const).map((value) => ({ value, label: words[value] }))}
      />
    <//>
    <p class="finder-do"><button class="button primary" type="submit">${words.find}</button></p>
  </form>`;
}

function verdictOf({ verdict, counts }: MarkAnswer, { language }: Visit): string {
  const words = markWords[language];
  if (verdict === 'identical') return words.verdictIdentical(counts.identical, counts.near);
  if (verdict === 'near') return words.verdictNear(counts.near, counts.arguable);
  if (verdict === 'arguable') return words.verdictArguable(counts.arguable);
  return verdict === 'clear' ? words.verdictClear : words.verdictNone;
}

function Answer({ ctx, visit, answer }: { ctx: Ctx; visit: Visit; answer: MarkAnswer }) {
  const words = markWords[visit.language];
  const grounds = adviseOnSign(ctx, answer.text);
  const { changedAt, marks } = answer.register;
  const day = changedAt === null ? '—' : chinaDay(new Date(changedAt));
  return html`<section role="status">
      ${answer.notices.map(({ text }) => html`<p>${text}</p>`)}
      <p><b>${verdictOf(answer, visit)}</b></p>
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

/** Search of the register without an account and without a script. */
export const markSearchPage = definePage({
  name: 'marks.search',
  path: '/trademark-search',
  query: markQuery,
  perMinute: SEARCHES_PER_MINUTE,
  render: async (ctx, { visit, query }) => {
    const words = markWords[visit.language];
    const { text, classes, state } = query;
    const asked = text !== undefined;
    const question = { text: text ?? '', classes: classes === undefined ? [] : [classes], state, limit: MOST_SHOWN };
    const answer = asked ? await searchMarks(ctx, question, 'public') : undefined;
    const body = html`<${Finder} visit=${visit} query=${query} />
      ${answer !== undefined && html`<${Answer} ctx=${ctx} visit=${visit} answer=${answer} />`}
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
