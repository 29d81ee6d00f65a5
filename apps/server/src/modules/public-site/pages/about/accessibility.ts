import { definePage } from '../../../../platform/http/public-page.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { aboutWords } from '../../words/about.ts';

/** What the site does for readers who need it to, and where it falls short. */
export const accessibilityPage = definePage({
  name: 'accessibility',
  path: '/accessibility',
  version: async () => '1',
  render: async (ctx, { visit }) => {
    const words = aboutWords[visit.language];
    const { office } = ctx.services.jurisdiction.subsidyTerms;
    const body = html`<section class="prose"><h2>${words.aim}</h2><p>${words.aimText}</p></section>
      <section class="prose">
        <h2>${words.how}</h2>
        <ul class="bullets">
          ${(['howKeyboard', 'howLarge', 'howZoom', 'howReader', 'howScript'] as const).map((key) => html`<li>${words[key]}</li>`)}
        </ul>
      </section>
      <section class="prose"><h2>${words.limits}</h2><p>${words.limitsText}</p></section>
      <section class="prose"><h2>${words.contact}</h2><p>${words.contactText(office.name, office.phone)}</p></section>`;
    return drawPage(ctx, visit, {
      title: words.accessibility,
      description: words.accessibilityIntro,
      section: 'about',
      body,
    });
  },
});
