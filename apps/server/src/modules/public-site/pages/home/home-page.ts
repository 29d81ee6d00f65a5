import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { type PublicPlan, readPublicPlan } from '../../../plan/index.ts';
import { listPublicLists } from '../../../subsidies/index.ts';
import { Figure, Target } from '../../parts/indicator.ts';
import { SearchBox } from '../../parts/search-box.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { SECTIONS, sectionLabel } from '../../site/sections.ts';
import { siteVersion } from '../../site/site-version.ts';
import { homeWords } from '../../words/home.ts';
import { siteWords } from '../../words/site.ts';
import { ListLine } from '../lists/lists-page.ts';

const LATEST = 3;

function Figures({ plan, visit }: { plan: PublicPlan; visit: Visit }) {
  const words = homeWords[visit.language];
  return html`<section>
    <div class="section-head">
      <h2>${words.figures}</h2>
      <span class="soft">${siteWords[visit.language].asOf(plan.asOf)}</span>
      <a href=${hrefOf(visit.language, '/plan')}>${words.allFigures}</a>
    </div>
    <ul class="figures">
      ${plan.lead.map(
        (one) => html`<li>
          <a href=${`${hrefOf(visit.language, '/plan')}#${one.code}`}>${one.label}</a>
          <${Figure} one=${one} visit=${visit} />
          <${Target} one=${one} visit=${visit} />
        </li>`,
      )}
    </ul>
  </section>`;
}

function Here({ visit }: { visit: Visit }) {
  const words = homeWords[visit.language];
  const texts = words as Readonly<Record<string, string>>;
  return html`<section>
    <h2>${words.here}</h2>
    <ul class="entries">
      ${SECTIONS.filter(({ key }) => key !== 'home').map(
        ({ key, path }) => html`<li>
          <a href=${hrefOf(visit.language, path)}>${sectionLabel(key, visit.language)}</a>
          <p class="soft">${texts[`${key}Text`]}</p>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** A headline that breaks between its phrases, not within them. */
function Phrases({ text }: { text: string }) {
  return html`${text.split(/(?<=[，,]) ?/).map((phrase, at) => html`${at > 0 && phrase.charCodeAt(0) < 256 && ' '}<span class="phrase">${phrase}</span>`)}`;
}

/** The first page: search, the plan in figures, what is here, the latest lists. */
export const homePage = definePage({
  name: 'home',
  path: '',
  version: siteVersion,
  render: async (ctx, { visit }) => {
    const words = homeWords[visit.language];
    const plan = await readPublicPlan(ctx);
    const { items } = await listPublicLists(ctx, { page: 1, pageSize: LATEST });
    const body = html`<header class="hero">
        <h1><${Phrases} text=${words.headline} /></h1>
        <p class="lead">${words.lead}</p>
        <${SearchBox} visit=${visit} />
      </header>
      <${Figures} plan=${plan} visit=${visit} />
      <${Here} visit=${visit} />
      <section>
        <div class="section-head">
          <h2>${words.latest}</h2>
          <a href=${hrefOf(visit.language, '/lists')}>${words.allLists}</a>
        </div>
        <ul class="lines">${items.map((list) => html`<${ListLine} list=${list} visit=${visit} />`)}</ul>
      </section>`;
    return drawPage(ctx, visit, { title: words.headline, description: words.lead, section: 'home', bare: true, body });
  },
});
