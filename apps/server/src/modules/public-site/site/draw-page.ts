import type { Ctx } from '../../../platform/context/context.ts';
import type { PageAnswer, Visit } from '../../../platform/http/public-page.ts';
import { Breadcrumbs, type Crumb } from '../parts/breadcrumbs.ts';
import { Foot } from '../parts/foot.ts';
import { Head } from '../parts/head.ts';
import { siteWords } from '../words/site.ts';
import { hrefOf } from './addresses.ts';
import { type Content, html, toDocument } from './html.ts';
import type { SectionKey } from './sections.ts';
import { STYLE_HREF } from './style-sheet.ts';

export interface PageFrame {
  /** Heading of the page and, with the site's name, its title. */
  readonly title: string;
  /** One or two sentences for search engines; also shown under the heading unless `lead` is given; null: nothing there. */
  readonly description?: string;
  readonly lead?: Content;
  /** Beside the heading: a standing, the mark of an example. */
  readonly marks?: Content;
  readonly section: SectionKey;
  /** From the section down, without the page itself. */
  readonly crumbs?: readonly Crumb[];
  readonly body: Content;
  readonly status?: number;
  /** Not for search engines: results, answers to forms, problems. */
  readonly hidden?: boolean;
  /** Pictures made for this answer stand within the page. */
  readonly inlinePictures?: boolean;
  /** The first page draws its own head. */
  readonly bare?: boolean;
}

function Links({ ctx, visit, hidden }: { ctx: Ctx; visit: Visit; hidden: boolean }) {
  if (hidden) return html`<meta name="robots" content="noindex" />`;
  const origin = ctx.services.config.publicUrl?.replace(/\/$/, '') ?? '';
  const at = (language: 'zh' | 'en') => `${origin}${hrefOf(language, visit.path)}${visit.search}`;
  return html`<link rel="canonical" href=${at(visit.language)} />
    <link rel="alternate" hreflang="zh-CN" href=${at('zh')} />
    <link rel="alternate" hreflang="en" href=${at('en')} />
    <link rel="alternate" hreflang="x-default" href=${at('zh')} />`;
}

function Opening({ frame, visit }: { frame: PageFrame; visit: Visit }) {
  const lead = frame.lead === undefined ? frame.description : frame.lead;
  return html`<${Breadcrumbs} visit=${visit} crumbs=${frame.crumbs ?? []} />
    <header class="opening">
      <h1>${frame.title}</h1>
      ${frame.marks && html`<p class="marks">${frame.marks}</p>`}
      ${lead && html`<div class="lead">${lead}</div>`}
    </header>`;
}

/** A page of the site: everything around `body`, and the answer that carries it. */
export function drawPage(ctx: Ctx, visit: Visit, frame: PageFrame): PageAnswer {
  const words = siteWords[visit.language];
  const site = words.title(ctx.services.district.name);
  const page = html`<html lang=${visit.language === 'en' ? 'en' : 'zh-CN'} class=${visit.large ? 'large' : undefined}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="theme-color" content="#faf8f4" />
      <title>${frame.bare === true ? site : `${frame.title} · ${site}`}</title>
      ${frame.description !== undefined && html`<meta name="description" content=${frame.description} />`}
      <${Links} ctx=${ctx} visit=${visit} hidden=${frame.hidden === true} />
      <link rel="icon" type="image/svg+xml" href="/weave.svg" />
      <link rel="stylesheet" href=${STYLE_HREF} />
    </head>
    <body>
      <a class="skip" href="#main">${words.skip}</a>
      <${Head} ctx=${ctx} visit=${visit} section=${frame.section} />
      <main id="main" tabindex="-1" class=${frame.bare === true ? 'bare' : undefined}>
        ${frame.bare !== true && html`<${Opening} frame=${frame} visit=${visit} />`} ${frame.body}
      </main>
      <${Foot} ctx=${ctx} visit=${visit} />
    </body>
  </html>`;
  return { kind: 'page', html: toDocument(page), status: frame.status, inlinePictures: frame.inlinePictures };
}
