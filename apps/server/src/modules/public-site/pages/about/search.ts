import { z } from 'zod';
import type { Ctx } from '../../../../platform/context/context.ts';
import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { listPublicAgencies } from '../../../ip-agencies/index.ts';
import { readPublicPlan } from '../../../plan/index.ts';
import { listPublicPolicies } from '../../../policies/index.ts';
import { listPublicLists } from '../../../subsidies/index.ts';
import { SearchBox } from '../../parts/search-box.ts';
import { hrefOf, withQuery } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { word } from '../../site/page-number.ts';
import { siteVersion } from '../../site/site-version.ts';
import { aboutWords } from '../../words/about.ts';

const LONGEST_QUERY = 60;
const MOST_OF_A_KIND = 10;
const LATEST_LISTS = 100;

interface Hit {
  readonly href: string;
  readonly label: string;
  readonly about: string;
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/** Whether every word of the question stands somewhere in the texts. */
function matcher(q: string): (...texts: (string | null)[]) => boolean {
  const words = folded(q).split(/\s+/).filter(Boolean);
  return (...texts) => {
    const all = folded(texts.filter(Boolean).join(' '));
    return words.every((one) => all.includes(one));
  };
}

async function search(ctx: Ctx, visit: Visit, q: string) {
  const fits = matcher(q);
  const to = (path: string) => hrefOf(visit.language, path);
  const policies = (await listPublicPolicies(ctx)).flatMap((policy) =>
    policy.items
      .filter((item) => !item.legacy && fits(policy.title, policy.docNo, item.name, item.text, item.achievement.label))
      .map(
        (item): Hit => ({
          href: `${to(`/policies/${policy.code}`)}#${item.code}`,
          label: item.name,
          about: policy.title,
        }),
      ),
  );
  const lists = (await listPublicLists(ctx, { page: 1, pageSize: LATEST_LISTS })).items
    .filter((list) => fits(list.title, list.number, list.policyTitle))
    .map((list): Hit => ({ href: to(`/lists/${list.id}`), label: list.title, about: list.number }));
  const agencies = await listPublicAgencies(ctx, { q, page: 1, pageSize: MOST_OF_A_KIND });
  const plan = await readPublicPlan(ctx);
  const indicators = plan.clauses.flatMap((clause) =>
    clause.indicators
      .filter((one) => fits(one.label, one.definition))
      .map((one): Hit => ({ href: `${to('/plan')}#${one.code}`, label: one.label, about: clause.title })),
  );
  return {
    policies,
    lists,
    agencies: agencies.items.map(
      (one): Hit => ({ href: to(`/agencies/${one.id}`), label: one.name, about: one.town ?? '' }),
    ),
    agenciesTotal: agencies.total,
    indicators,
  };
}

function Hits({
  title,
  hits,
  more,
}: {
  title: string;
  hits: readonly Hit[];
  more?: { href: string; label: string } | undefined;
}) {
  if (hits.length === 0) return null;
  return html`<section>
    <h2>${title}</h2>
    <ul class="lines">
      ${hits
        .slice(0, MOST_OF_A_KIND)
        .map((hit) => html`<li><a href=${hit.href}>${hit.label}</a><p class="soft">${hit.about}</p></li>`)}
    </ul>
    ${more !== undefined && html`<p><a href=${more.href}>${more.label}</a></p>`}
  </section>`;
}

/** One search over everything that is public. */
export const searchPage = definePage({
  name: 'search',
  path: '/search',
  query: z.object({ q: word(LONGEST_QUERY) }),
  version: siteVersion,
  render: async (ctx, { visit, query }) => {
    const words = aboutWords[visit.language];
    const q = query.q ?? '';
    const frame = { title: words.search, section: 'about', hidden: true } as const;
    if (q === '')
      return drawPage(ctx, visit, { ...frame, lead: words.searchIntro, body: html`<${SearchBox} visit=${visit} />` });
    const found = await search(ctx, visit, q);
    const count = found.policies.length + found.lists.length + found.agenciesTotal + found.indicators.length;
    const more =
      found.agenciesTotal > found.agencies.length
        ? {
            href: withQuery(hrefOf(visit.language, '/agencies'), { q }),
            label: words.moreAgencies(found.agenciesTotal),
          }
        : undefined;
    const body = html`<${SearchBox} visit=${visit} q=${q} />
      <p role="status">${count === 0 ? words.noResults(q) : words.results(q, count)}</p>
      <${Hits} title=${words.foundPolicies} hits=${found.policies} />
      <${Hits} title=${words.foundAgencies} hits=${found.agencies} more=${more} />
      <${Hits} title=${words.foundLists} hits=${found.lists} />
      <${Hits} title=${words.foundIndicators} hits=${found.indicators} />`;
    return drawPage(ctx, visit, { ...frame, body });
  },
});
