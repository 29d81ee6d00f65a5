import { z } from 'zod';
import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { getPublicDraw, type PublicDrawDetail } from '../../../inspections/index.ts';
import { FactList } from '../../parts/fact-list.ts';
import { Mark } from '../../parts/marks.ts';
import { momentOf } from '../../parts/moment.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage as page } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { drawWords } from '../../words/draws.ts';
import { listWords } from '../../words/lists.ts';
import { DrawState } from './draws-page.ts';

interface Drawn {
  readonly draw: PublicDrawDetail;
  readonly visit: Visit;
}

const TONES = {
  waiting: 'plain',
  checked: 'info',
  fit: 'good',
  correcting: 'warn',
  corrected: 'good',
  followed: 'warn',
  cancelled: 'plain',
} as const;

function Row({ one, visit }: { one: PublicDrawDetail['drawn'][number]; visit: Visit }) {
  const words = drawWords[visit.language];
  const officers = one.officers?.length === 0 ? words.byHand : one.officers?.join('、');
  return html`<tr>
    <td class="number" data-label=${words.no}>${one.no}</td>
    <th scope="row" data-label=${words.object}>
      ${one.object === null ? html`<span class="soft">${words.hidden}</span>` : html`<span lang="zh-CN">${one.object}</span>`}
    </th>
    <td data-label=${words.officers}><span lang="zh-CN">${officers ?? '—'}</span></td>
    <td data-label=${words.standing}><${Mark} tone=${TONES[one.standing]}>${words[one.standing]}<//></td>
  </tr>`;
}

function Result({ draw, visit }: Drawn) {
  const words = drawWords[visit.language];
  if (draw.state === 'void') return null;
  return html`<section>
    <h2>${words.result}</h2>
    ${
      draw.drawn.length === 0
        ? html`<p>${words.notYet}</p>`
        : html`<div class="sheet" role="region" tabindex="0" aria-label=${words.result}>
            <table class="stacks">
              <caption class="unseen">${words.result}</caption>
              <thead>
                <tr>
                  <th scope="col" class="number">${words.no}</th>
                  ${(['object', 'officers', 'standing'] as const).map((head) => html`<th scope="col">${words[head]}</th>`)}
                </tr>
              </thead>
              <tbody>${draw.drawn.map((one) => html`<${Row} one=${one} visit=${visit} />`)}</tbody>
            </table>
          </div>`
    }
    <p class="soft">${words.resultNote}</p>
  </section>`;
}

function Proof({ draw, visit }: Drawn) {
  const words = drawWords[visit.language];
  const hash = (text: string) => html`<span class="digest"><code>${text}</code></span>`;
  const chinese = (text: string | null) => (text === null ? null : html`<span lang="zh-CN">${text}</span>`);
  return html`<section>
    <h2>${words.proof}</h2>
    <ol class="bullets prose">
      ${(['step1', 'step2', 'step3', 'step4'] as const).map((step) => html`<li>${words[step]}</li>`)}
    </ol>
    <${FactList}
      lines=${[
        [words.algorithm, html`<code>${draw.algorithm}</code>`],
        [words.listHash, hash(draw.listHash)],
        [words.commitment, hash(draw.commitment)],
        [words.publicText, chinese(draw.publicText)],
        [words.publicSource, chinese(draw.publicSource)],
        [words.seed, draw.state === 'drawn' && (draw.seed === null ? words.seedLater : hash(draw.seed))],
      ]}
    />
  </section>`;
}

function Repeat({ draw, visit }: Drawn) {
  const words = drawWords[visit.language];
  if (draw.withheld === 'not-drawn') return null;
  const at = (path: string) => hrefOf(visit.language, `/inspection-draws/${path}`);
  const later = draw.withheld === 'checks-open' ? words.repeatLater : words.repeatOld;
  return html`<section>
    <h2>${words.repeat}</h2>
    ${
      draw.withheld === null
        ? html`<p>${words.repeatText} <code>node repeat-draw.mjs ${draw.number}.json</code></p>
            <p class="files no-print">
              <a href=${at(`${draw.id}/draw.json`)} download>${words.file}</a>
              <a href=${at('repeat-draw.mjs')} download>${words.script}</a>
            </p>
            <p class="soft">${words.privacy}</p>`
        : html`<p>${later}</p>
            <p class="files no-print"><a href=${at('repeat-draw.mjs')} download>${words.script}</a></p>`
    }
  </section>`;
}

/** One draw: what binds it, who was drawn as far as it may be said, and how to repeat it. */
export const drawPage = definePage({
  name: 'inspection-draws.one',
  path: '/inspection-draws/:id',
  params: z.object({ id: z.uuid() }),
  render: async (ctx, { visit, params }) => {
    const words = drawWords[visit.language];
    const draw = await getPublicDraw(ctx, params.id);
    const body = html`<${FactList}
        lines=${[
          [words.kind, words[draw.objectKind]],
          [words.checklist, html`<span lang="zh-CN">${draw.checklist}</span>`],
          [words.pool, words.poolText(draw.pool, draw.excluded)],
          [words.count, words.countText(draw.count, draw.officersPerObject)],
          [words.prepareDay, momentOf(draw.preparedAt)],
          [words.drawDay, draw.drawnAt !== null && momentOf(draw.drawnAt)],
          [words.voidReason, draw.voidReason !== null && html`<span lang="zh-CN">${draw.voidReason}</span>`],
        ]}
      />
      <${Result} draw=${draw} visit=${visit} />
      <${Proof} draw=${draw} visit=${visit} />
      <${Repeat} draw=${draw} visit=${visit} />`;
    return page(ctx, visit, {
      title: draw.title,
      description: [draw.number, words[draw.objectKind], words.sum(draw.pool, draw.count)].join(' · '),
      marks: html`<${DrawState} state=${draw.state} visit=${visit} />`,
      section: 'lists',
      crumbs: [
        { label: listWords[visit.language].title, path: '/lists' },
        { label: words.title, path: '/inspection-draws' },
      ],
      body,
    });
  },
});
