import { definePage } from '../../../../platform/http/public-page.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { findEntries, type SiteEntries } from '../../site/find-entries.ts';
import { html } from '../../site/html.ts';
import { SECTIONS, sectionLabel } from '../../site/sections.ts';
import { siteVersion } from '../../site/site-version.ts';
import { aboutWords } from '../../words/about.ts';
import { associationWords } from '../../words/association.ts';
import { siteWords } from '../../words/site.ts';
import { OTHERS } from '../lists/lists-page.ts';
import { originOf } from './texts.ts';

const MOST_SHOWN = 200;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const inChinese = (entries: SiteEntries['agencies']) => entries.map((entry) => ({ ...entry, lang: 'zh-CN' }));

/** For search engines: every page in both languages. */
export const sitemapFile = definePage({
  name: 'sitemap.file',
  path: '/sitemap.xml',
  whole: true,
  version: siteVersion,
  render: async (ctx) => {
    const origin = originOf(ctx);
    const { paths } = await findEntries(ctx);
    const at = (language: 'zh' | 'en', path: string) => escaped(`${origin}${hrefOf(language, path)}`);
    const urls = paths.map((path) => {
      const others = (['zh', 'en'] as const).map(
        (language) =>
          `<xhtml:link rel="alternate" hreflang="${language === 'zh' ? 'zh-CN' : 'en'}" href="${at(language, path)}"/>`,
      );
      return (['zh', 'en'] as const)
        .map((language) => `<url><loc>${at(language, path)}</loc>${others.join('')}</url>`)
        .join('\n');
    });
    const open =
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">';
    return {
      kind: 'text',
      mediaType: 'application/xml; charset=utf-8',
      text: `<?xml version="1.0" encoding="UTF-8"?>\n${open}\n${urls.join('\n')}\n</urlset>\n`,
    };
  },
});

/** The same for people. */
export const sitemapPage = definePage({
  name: 'sitemap',
  path: '/sitemap',
  version: siteVersion,
  render: async (ctx, { visit }) => {
    const words = aboutWords[visit.language];
    const entries = await findEntries(ctx);
    const below: Readonly<Record<string, readonly { path: string; label: string; lang?: string }[]>> = {
      policies: inChinese(entries.policies),
      lists: [
        ...OTHERS.map(({ path, label }) => ({ path, label: label(visit.language) })),
        ...inChinese(entries.lists),
      ],
      agencies: [
        { path: '/association', label: associationWords[visit.language].title },
        ...inChinese(entries.agencies),
      ],
    };
    const own = [
      { path: '/search', label: siteWords[visit.language].search },
      { path: '/accessibility', label: words.accessibility },
    ];
    const body = html`${SECTIONS.map(
      ({ key, path }) => html`<section>
          <h2><a href=${hrefOf(visit.language, path)}>${sectionLabel(key, visit.language)}</a></h2>
          <ul class="bullets">
            ${(below[key] ?? [])
              .slice(0, MOST_SHOWN)
              .map(
                (entry) =>
                  html`<li lang=${entry.lang}><a href=${hrefOf(visit.language, entry.path)}>${entry.label}</a></li>`,
              )}
          </ul>
        </section>`,
    )}
      <section>
        <h2>${siteWords[visit.language].footLinks}</h2>
        <ul class="bullets">${own.map(({ path, label }) => html`<li><a href=${hrefOf(visit.language, path)}>${label}</a></li>`)}</ul>
      </section>`;
    return drawPage(ctx, visit, { title: words.sitemap, description: words.sitemapIntro, section: 'about', body });
  },
});
