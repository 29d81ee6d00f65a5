import type { Ctx } from '../../../platform/context/context.ts';
import type { Visit } from '../../../platform/http/public-page.ts';
import { hrefOf } from '../site/addresses.ts';
import { html } from '../site/html.ts';
import { siteWords } from '../words/site.ts';

export function Foot({ ctx, visit }: { ctx: Ctx; visit: Visit }) {
  const words = siteWords[visit.language];
  const { office } = ctx.services.jurisdiction.subsidyTerms;
  return html`<footer class="foot">
    <nav aria-label=${words.footLinks}>
      <ul>
        <li><a href=${hrefOf(visit.language, '/search')}>${words.search}</a></li>
        <li><a href=${hrefOf(visit.language, '/accessibility')}>${words.accessibility}</a></li>
        <li><a href=${hrefOf(visit.language, '/sitemap')}>${words.sitemap}</a></li>
      </ul>
    </nav>
    <p lang=${visit.language === 'en' ? 'zh-CN' : undefined}>${words.issuer(office.name)}</p>
    <p>${words.foot}</p>
  </footer>`;
}
