import type { Ctx } from '../../../../platform/context/context.ts';
import type { PageProblem, Visit } from '../../../../platform/http/public-page.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { SECTIONS, sectionLabel } from '../../site/sections.ts';
import { problemWords } from '../../words/problems.ts';

function saying(visit: Visit, problem: PageProblem): { title: string; text: string } {
  const words = problemWords[visit.language];
  if (problem.status === 404) return { title: words.missing, text: words.missingText };
  if (problem.status === 429) return { title: words.tooMany, text: words.tooManyText };
  if (problem.status >= 500) return { title: words.failed, text: problem.text };
  return { title: words.refused, text: problem.text };
}

/** What stands where a page should be, in the site's own look. */
export function renderProblem(ctx: Ctx, visit: Visit, problem: PageProblem): string {
  const { title, text } = saying(visit, problem);
  const { language } = visit;
  const answer = drawPage(ctx, visit, {
    title,
    description: text,
    section: 'about',
    hidden: true,
    status: problem.status,
    body: html`<ul class="ways">
        ${SECTIONS.map(({ key, path }) => html`<li><a href=${hrefOf(language, path)}>${sectionLabel(key, language)}</a></li>`)}
      </ul>
      <p class="soft">${problemWords[language].code} ${problem.status} · ${ctx.requestId}</p>`,
  });
  return answer.kind === 'page' ? answer.html : '';
}
