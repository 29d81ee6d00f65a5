import type { Ctx } from '../../../platform/context/context.ts';
import type { Visit } from '../../../platform/http/public-page.ts';
import { hrefOf } from '../site/addresses.ts';
import { html } from '../site/html.ts';
import { SECTIONS, type SectionKey, sectionLabel } from '../site/sections.ts';
import { siteWords } from '../words/site.ts';
import { WeaveMark } from './weave-mark.ts';

/** Large type and language, both without a script. */
function Choices({ visit }: { visit: Visit }) {
  const { language, path, search, large } = visit;
  const words = siteWords[language];
  const other = language === 'en' ? 'zh' : 'en';
  return html`<div class="choices">
    <form method="post" action=${hrefOf(language, '/display')}>
      <input type="hidden" name="back" value=${`${hrefOf(language, path)}${search}`} />
      <button type="submit" name="type" value=${large ? 'usual' : 'large'}>${large ? words.usual : words.larger}</button>
    </form>
    <a href=${`${hrefOf(other, path)}${search}`} lang=${other === 'en' ? 'en' : 'zh-CN'} hreflang=${other}
      >${words.otherLanguage}</a
    >
  </div>`;
}

/** Everything above a page: whose site this is, its places, and how to read it. */
export function Head({ ctx, visit, section }: { ctx: Ctx; visit: Visit; section: SectionKey }) {
  const { language } = visit;
  const words = siteWords[language];
  return html`<header class="head">
    <div class="head-top">
      <a class="brand" href=${hrefOf(language, '')}>
        <${WeaveMark} />
        <span class="brand-name">${words.product}</span>
        <span class="brand-site">${words.title(ctx.services.district.name)}</span>
      </a>
      <${Choices} visit=${visit} />
    </div>
    <nav class="places" id="nav" aria-label=${words.nav}>
      <ul>
        ${SECTIONS.map(
          ({ key, path }) =>
            html`<li>
              <a href=${hrefOf(language, path)} aria-current=${key === section ? (visit.path === path ? 'page' : 'true') : undefined}
                >${sectionLabel(key, language)}</a
              >
            </li>`,
        )}
      </ul>
    </nav>
    ${ctx.services.district.demo && html`<p class="demo-note">${words.demo}</p>`}
  </header>`;
}
