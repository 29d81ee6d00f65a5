import { z } from 'zod';
import { AppError } from '../../../../platform/errors/errors.ts';
import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import {
  type Column,
  dataPath,
  getPublicDataset,
  type PublicDataset,
  type VersionRow,
} from '../../../open-data/index.ts';
import { Mark } from '../../parts/marks.ts';
import { momentOf } from '../../parts/moment.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { siteVersion } from '../../site/site-version.ts';
import { dataWords } from '../../words/data.ts';
import { siteWords } from '../../words/site.ts';
import { originOf } from '../about/texts.ts';

export const datasetCode = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/);

function ColumnRow({ column, inKey, visit }: { column: Column; inKey: boolean; visit: Visit }) {
  const { language } = visit;
  const words = dataWords[language];
  const values = Object.entries(column.values ?? {}).map(([value, label]) => `${value} = ${label[language]}`);
  const more = [
    column.description?.[language],
    values.length > 0 && `${words.values}${siteWords[language].colon}${values.join(language === 'zh' ? '；' : '; ')}`,
    column.required === true && words.required,
  ];
  return html`<tr>
    <th scope="row" data-label=${words.column}><code>${column.name}</code></th>
    <td data-label=${words.meaning}>
      <span class="what">${column.title[language]}${inKey && html` <${Mark} tone="info">${words.key}<//>`}
        <span class="soft">${more.filter(Boolean).map((text) => ` · ${text}`)}</span></span>
    </td>
    <td data-label=${words.type}>${words[column.type]}</td>
  </tr>`;
}

function Columns({ one, visit }: { one: PublicDataset; visit: Visit }) {
  const words = dataWords[visit.language];
  return html`<section>
    <h2>${words.columns}</h2>
    <div class="sheet" role="region" tabindex="0" aria-label=${`${words.columns} · ${words.wide}`}>
      <table class="stacks few">
        <thead>
          <tr>${(['column', 'meaning', 'type'] as const).map((head) => html`<th scope="col">${words[head]}</th>`)}</tr>
        </thead>
        <tbody>
          ${one.dataset.columns.map(
            (column) =>
              html`<${ColumnRow} column=${column} inKey=${one.dataset.key.includes(column.name)} visit=${visit} />`,
          )}
        </tbody>
      </table>
    </div>
    <p class="soft">${words.csvNote}</p>
  </section>`;
}

const changesOf = (version: VersionRow, { language }: Visit): string => {
  const words = dataWords[language];
  return `${words.added} ${version.added} · ${words.removed} ${version.removed} · ${words.changed} ${version.changed}`;
};

function Downloads({ version }: { version: VersionRow }) {
  const at = (format: 'csv' | 'json') => dataPath.file(version.dataset, version.no, format);
  return html`<p class="files no-print">
    <a href=${at('csv')} download>CSV</a>
    <a href=${at('json')} download>JSON</a>
  </p>`;
}

function Version({ version, visit }: { version: VersionRow; visit: Visit }) {
  const words = dataWords[visit.language];
  const gone = version.withdrawnAt !== null;
  return html`<li>
    <a href=${hrefOf(visit.language, `/data/${version.dataset}/v${version.no}`)}>${words.version(version.no)}</a>
    <p class="marks">${gone && html`<${Mark} tone="late">${words.withdrawn}<//>`}</p>
    <p class="soft">${words.published(momentOf(version.readAt))} · ${words.rows(version.rows)} · ${changesOf(version, visit)}</p>
    ${
      gone
        ? html`<p lang="zh-CN">${words.withdrawnText(momentOf(version.withdrawnAt as string), version.withdrawnReason ?? '')}</p>`
        : html`<p class="digest">CSV SHA-256 <code>${version.csvSha256}</code></p>`
    }
  </li>`;
}

/** One dataset: what it holds, its newest files, its columns and every version. */
export const datasetPage = definePage({
  name: 'data.dataset',
  path: '/data/:code',
  params: z.object({ code: datasetCode }),
  version: siteVersion,
  render: async (ctx, { visit, params }) => {
    const { language } = visit;
    const words = dataWords[language];
    const one = await getPublicDataset(ctx, params.code);
    const { dataset, current, versions } = one;
    const origin = originOf(ctx);
    const body = html`${
      current === undefined
        ? html`<p class="empty">${words.none}</p>`
        : html`<section>
            <h2>${words.latest}</h2>
            <p>${[words.version(current.no), words.rows(current.rows), words.published(momentOf(current.readAt))].join(' · ')}</p>
            <${Downloads} version=${current} />
            <p>${words.latestNote}</p>
            <ul class="bullets digest">
              ${(['csv', 'json'] as const).map((format) => html`<li><code>${origin}${dataPath.latest(dataset.code, format)}</code></li>`)}
            </ul>
            <p><a href=${dataPath.file(dataset.code, current.no, 'schema')}>${words.schema}</a></p>
          </section>`
    }
      <${Columns} one=${one} visit=${visit} />
      <section>
        <h2>${words.history}</h2>
        <p class="soft">${words.historyNote}</p>
        <ol class="lines">${versions.map((version) => html`<${Version} version=${version} visit=${visit} />`)}</ol>
      </section>`;
    return drawPage(ctx, visit, {
      title: dataset.title[language],
      description: dataset.description[language],
      section: 'data',
      crumbs: [{ label: words.title, path: '/data' }],
      body,
    });
  },
});

/** One version: its files for ever, or why it was withdrawn. */
export const versionPage = definePage({
  name: 'data.version',
  path: '/data/:code/:version',
  params: z.object({ code: datasetCode, version: z.string().regex(/^v[1-9]\d{0,5}$/) }),
  version: siteVersion,
  render: async (ctx, { visit, params }) => {
    const { language } = visit;
    const words = dataWords[language];
    const { dataset, versions } = await getPublicDataset(ctx, params.code);
    const version = versions.find((one) => `v${one.no}` === params.version);
    if (version === undefined) throw new AppError('platform.not-found');
    const body = html`<ul class="lines"><${Version} version=${version} visit=${visit} /></ul>
      ${
        version.withdrawnAt === null &&
        html`<${Downloads} version=${version} />
          <p class="digest">JSON SHA-256 <code>${version.jsonSha256}</code></p>
          <p><a href=${dataPath.file(dataset.code, version.no, 'schema')}>${words.schema}</a></p>`
      }`;
    return drawPage(ctx, visit, {
      title: words.versionTitle(dataset.title[language], version.no),
      description: words.asOf(version.asOf),
      section: 'data',
      crumbs: [
        { label: words.title, path: '/data' },
        { label: dataset.title[language], path: `/data/${dataset.code}` },
      ],
      body,
    });
  },
});
