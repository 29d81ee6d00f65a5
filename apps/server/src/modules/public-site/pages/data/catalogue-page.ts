import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { catalogueJsonLd, listPublicDatasets, type PublicDataset } from '../../../open-data/index.ts';
import { momentOf } from '../../parts/moment.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { siteVersion } from '../../site/site-version.ts';
import { dataWords } from '../../words/data.ts';
import { originOf } from '../about/texts.ts';

function Line({ one, visit }: { one: PublicDataset; visit: Visit }) {
  const { language } = visit;
  const words = dataWords[language];
  const { dataset, current } = one;
  return html`<li>
    <a href=${hrefOf(language, `/data/${dataset.code}`)}>${dataset.title[language]}</a>
    <p>${dataset.description[language]}</p>
    <p class="soft">
      ${
        current === undefined
          ? words.none
          : [words.version(current.no), words.rows(current.rows), words.published(momentOf(current.readAt))].join(' · ')
      }
    </p>
  </li>`;
}

/** Every dataset. */
export const dataCatalogue = definePage({
  name: 'data.catalogue',
  path: '/data',
  version: siteVersion,
  render: async (ctx, { visit }) => {
    const { language } = visit;
    const words = dataWords[language];
    const { licence, publisher, place } = ctx.services.jurisdiction.openDataSettings;
    const datasets = await listPublicDatasets(ctx);
    const body = html`<dl class="facts">
        <div><dt>${words.publisher}</dt><dd>${publisher[language]}</dd></div>
        <div><dt>${words.licence}</dt><dd><a href=${licence.url} rel="license">${licence[language]}</a></dd></div>
        <div><dt>${words.place}</dt><dd>${place[language]}</dd></div>
      </dl>
      <ul class="lines">
        ${datasets.map((one) => html`<${Line} one=${one} visit=${visit} />`)}
      </ul>
      <p><a href="/public/data/catalogue.jsonld" rel="alternate" type="application/ld+json">${words.catalogue}</a></p>`;
    return drawPage(ctx, visit, { title: words.title, description: words.intro, section: 'data', body });
  },
});

/** The catalogue for machines, in the words of DCAT-AP. */
export const dataCatalogueFile = definePage({
  name: 'data.catalogue-file',
  path: '/data/catalogue.jsonld',
  version: siteVersion,
  render: async (ctx) => ({
    kind: 'text',
    mediaType: 'application/ld+json; charset=utf-8',
    text: `${JSON.stringify(await catalogueJsonLd(ctx, originOf(ctx)), null, 2)}\n`,
  }),
});
