import type { PublicListDetail, PublicRow } from '@jince/contract';
import { z } from 'zod';
import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { getPublicList } from '../../../subsidies/index.ts';
import { Example, Mark } from '../../parts/marks.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { siteVersion } from '../../site/site-version.ts';
import { listWords } from '../../words/lists.ts';
import { siteWords } from '../../words/site.ts';

interface Drawn {
  readonly list: PublicListDetail;
  readonly visit: Visit;
}

const TEXTS = ['uscc', 'category', 'clause', 'matter'] as const;

function Row({ row, visit }: { row: PublicRow; visit: Visit }) {
  const words = listWords[visit.language];
  return html`<tr class=${row.standing}>
    <td class="number" data-label=${words.no}>${row.no}</td>
    <th scope="row" data-label=${words.name}>
      <span class="what">${row.name}</span>
      ${
        row.standing !== 'listed' &&
        html` <${Mark} tone=${row.standing === 'withdrawn' ? 'late' : 'warn'}>${words[row.standing]}<//>`
      }
    </th>
    ${TEXTS.map(
      (column) =>
        html`<td class=${column === 'uscc' ? 'code' : undefined} data-label=${words[column]}><span class="what">${row[column]}</span></td>`,
    )}
    <td class="number" data-label=${words.amount}><span class="what">${row.amountWan}</span></td>
    <td data-label=${words.note}>${row.note}</td>
  </tr>`;
}

function Rows({ list, visit }: Drawn) {
  const words = listWords[visit.language];
  const heads = ['no', 'name', ...TEXTS, 'amount', 'note'] as const;
  return html`<div class="sheet" role="region" tabindex="0" aria-label=${`${list.number} · ${words.wide}`}>
    <table class="stacks">
      <caption class="unseen">${list.title}</caption>
      <thead>
        <tr>
          ${heads.map(
            (head) =>
              html`<th scope="col" class=${head === 'amount' || head === 'no' ? 'number' : undefined}>${words[head]}</th>`,
          )}
        </tr>
      </thead>
      <tbody lang="zh-CN">
        ${list.entries.map((row) => html`<${Row} row=${row} visit=${visit} />`)}
      </tbody>
      <tfoot>
        <tr>
          <td colspan="6">${words.total}</td>
          <td class="number">${list.totalWan}</td>
          <td></td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}

function Changes({ list, visit }: Drawn) {
  const words = listWords[visit.language];
  if (list.changes.length === 0) return null;
  return html`<section>
    <h2>${words.changes}</h2>
    <ul class="lines">
      ${list.changes.map(
        (change) => html`<li>
          <b>${words[change.kind](change.on, change.no)}</b>
          <p>${words.reason}${siteWords[visit.language].colon}<span lang="zh-CN">${change.reason}</span></p>
          <p class="soft" lang="zh-CN">${
            change.after === '' ? words.gone(change.before) : words.fromTo(change.before, change.after)
          }</p>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** What can be taken away: data as csv and JSON, the paper as PDF and Word once its last day is fixed and rows are left. */
function Files({ list, visit }: Drawn) {
  const words = listWords[visit.language];
  const paper = list.closesOn !== null && list.entries.some((row) => row.standing !== 'withdrawn');
  const formats = paper ? (['csv', 'json', 'pdf', 'docx'] as const) : (['csv', 'json'] as const);
  return html`<p class="files no-print">
    ${formats.map(
      (format) =>
        html`<a href=${hrefOf(visit.language, `/lists/${list.id}/file?format=${format}`)} download>${words[format]}</a>`,
    )}
  </p>`;
}

/** One list as the public reads it: all rows, all corrections. */
export const listPage = definePage({
  name: 'lists.one',
  path: '/lists/:id',
  params: z.object({ id: z.uuid() }),
  version: siteVersion,
  render: async (ctx, { visit, params }) => {
    const words = listWords[visit.language];
    const list = await getPublicList(ctx, params.id);
    const docNo = list.policyDocNo === null ? '' : `（${list.policyDocNo}）`;
    const body = html`<dl class="facts">
        <div><dt>${words.issuer}</dt><dd lang="zh-CN">${list.issuer}</dd></div>
        <div><dt>${words.period}</dt><dd>${words.days(list.openedOn, list.closesOn ?? words.unknownEnd)}</dd></div>
        <div><dt>${words.length}</dt><dd>${words.workingDays(list.workingDays)}</dd></div>
      </dl>
      <p class="prose">${words.words(list.policyTitle, docNo)}${words.contact(list.contact)}</p>
      <${Files} list=${list} visit=${visit} />
      <${Rows} list=${list} visit=${visit} />
      <${Changes} list=${list} visit=${visit} />`;
    return drawPage(ctx, visit, {
      title: list.title,
      description: `${list.number} · ${words.days(list.openedOn, list.closesOn ?? words.unknownEnd)}`,
      lead: null,
      marks: html`<${Mark} tone=${list.state === 'open' ? 'info' : 'plain'}>${words[list.state]}<//>
        ${list.example && html`<${Example} visit=${visit} />`}<span class="soft">${list.number}</span>`,
      section: 'lists',
      crumbs: [{ label: words.title, path: '/lists' }],
      body,
    });
  },
});
