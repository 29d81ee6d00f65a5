import type { PriorRightsView } from '@jince/contract';
import type { Visit } from '../../../../platform/http/public-page.ts';
import { Mark } from '../../parts/marks.ts';
import { html } from '../../site/html.ts';
import { markWords } from '../../words/marks.ts';

type Group = PriorRightsView['groups'][number];

function Kind({ group, visit }: { group: Group; visit: Visit }) {
  const words = markWords[visit.language];
  const [title, none] =
    group.kind === 'trade-name'
      ? [words.tradeNames(group.total), words.tradeNamesNone]
      : [words.indications(group.total), words.indicationsNone];
  if (group.hits.length === 0) return html`<p>${none}</p>`;
  return html`<h3>${title}</h3>
    <ul class="lines">
      ${group.hits.map(
        (hit) => html`<li>
          <b lang="zh-CN">${hit.name}</b>
          <p class="marks">
            <${Mark} tone=${hit.level === 'identical' ? 'late' : 'warn'}>${words[hit.level]}<//>
            ${hit.name !== hit.word && html`<span class="soft">${words.tradeName(hit.word)}</span>`}
          </p>
          <p>${hit.reasons}</p>
          <p class="soft">${[hit.since, hit.place].filter(Boolean).join(' · ')}</p>
        </li>`,
      )}
    </ul>
    ${group.total > group.hits.length && html`<p class="soft">${words.moreBearers(group.total - group.hits.length)}</p>`}
    <p class="soft">${group.text}（<span lang="zh-CN">${[group.article, group.verify].filter(Boolean).join('；')}</span>）</p>`;
}

/** Rights of others that are no marks: their own group, with the law and how far the search went. */
export function PriorRights({ prior, visit }: { prior: PriorRightsView; visit: Visit }) {
  const words = markWords[visit.language];
  const { parties, indications } = prior.searched;
  return html`<section>
    <h2>${words.priorRights}</h2>
    ${prior.groups.map((group) => html`<${Kind} group=${group} visit=${visit} />`)}
    <p class="soft">${words.priorSearched(parties, indications)}</p>
  </section>`;
}
