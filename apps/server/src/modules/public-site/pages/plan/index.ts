import { definePage } from '../../../../platform/http/public-page.ts';
import { readPublicPlan } from '../../../plan/index.ts';
import { IndicatorLine } from '../../parts/indicator.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { siteVersion } from '../../site/site-version.ts';
import { planWords } from '../../words/plan.ts';
import { siteWords } from '../../words/site.ts';

/** The plan's public figures by clause, each with definition, basis and day. */
export const planPage = definePage({
  name: 'plan',
  path: '/plan',
  version: siteVersion,
  render: async (ctx, { visit }) => {
    const words = planWords[visit.language];
    const plan = await readPublicPlan(ctx);
    const body = html`${plan.clauses.map(
      (clause) => html`<section class="clause">
          <h2>${clause.title} <small>${words.clause(clause.code)}</small></h2>
          <p class="soft prose">${clause.text}</p>
          <ul class="indicators">
            ${clause.indicators.map((one) => html`<${IndicatorLine} one=${one} visit=${visit} asOf=${plan.asOf} />`)}
          </ul>
        </section>`,
    )}
      <p class="soft">${words.made}${siteWords[visit.language].asOf(plan.asOf)}${visit.language === 'zh' ? '。' : '.'}</p>
      <p class="soft">${words.planSource}${siteWords[visit.language].colon}${plan.source}</p>`;
    const intro = words.intro(plan.title);
    return drawPage(ctx, visit, { title: words.title, description: intro, section: 'plan', body });
  },
});

export const planPages = [planPage];
