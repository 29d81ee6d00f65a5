import type { Ctx } from '../../../../platform/context/context.ts';
import { definePage } from '../../../../platform/http/public-page.ts';
import { STYLE_HREF, STYLE_SHEET } from '../../site/style-sheet.ts';

/** Where the site stands for other machines; without a public address, where this server listens. */
export const originOf = (ctx: Ctx): string =>
  (ctx.services.config.publicUrl ?? `http://${ctx.services.config.host}:${ctx.services.config.port}`).replace(
    /\/$/,
    '',
  );

const STYLES_PER_MINUTE = 600;

export const styleSheet = definePage({
  name: 'style',
  path: STYLE_HREF,
  whole: true,
  perMinute: STYLES_PER_MINUTE,
  version: async () => STYLE_HREF,
  render: async () => ({ kind: 'text', mediaType: 'text/css; charset=utf-8', text: STYLE_SHEET, immutable: true }),
});

/** The console and the portal are for people who sign in, not for search engines. */
export const robots = definePage({
  name: 'robots',
  path: '/robots.txt',
  whole: true,
  version: async () => '1',
  render: async (ctx) => ({
    kind: 'text',
    mediaType: 'text/plain; charset=utf-8',
    text: [
      'User-agent: *',
      'Allow: /public',
      'Disallow: /public/search',
      'Disallow: /public/en/search',
      'Disallow: /',
      `Sitemap: ${originOf(ctx)}/sitemap.xml`,
      '',
    ].join('\n'),
  }),
});
