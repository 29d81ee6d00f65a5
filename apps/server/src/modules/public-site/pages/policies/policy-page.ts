import { z } from 'zod';
import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { getPublicPolicy, type PublicPolicy } from '../../../policies/index.ts';
import { FactList, Several } from '../../parts/fact-list.ts';
import { Example } from '../../parts/marks.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { siteVersion } from '../../site/site-version.ts';
import { policyWords } from '../../words/policies.ts';
import { WindowMark } from './policies-page.ts';
import { PolicyItem } from './policy-item.ts';

interface Drawn {
  readonly policy: PublicPolicy;
  readonly visit: Visit;
}

function Facts({ policy, visit }: Drawn) {
  const words = policyWords[visit.language];
  const { effectiveFrom, effectiveTo } = policy;
  return html`<${FactList}
    lines=${[
      [words.issuer, html`<span lang="zh-CN">${policy.issuer}</span>`],
      [words.docNo, policy.docNo],
      [words.fund, html`<span lang="zh-CN">${policy.fund}</span>`],
      [words.effective, effectiveTo === null ? words.from(effectiveFrom) : words.until(effectiveFrom, effectiveTo)],
      [words.windows, html`<${Several} texts=${policy.windows.map(({ from, to }) => words.until(from, to))} />`],
      [words.note, policy.note === null ? null : html`<span lang="zh-CN">${policy.note}</span>`],
    ]}
  />`;
}

function Common({ policy, visit }: Drawn) {
  const words = policyWords[visit.language];
  return html`<section>
      <h2>${words.common}</h2>
      <ul class="bullets">
        ${policy.preconditions.map(
          (one) => html`<li><span lang="zh-CN">${one.label}</span>
            <span class="soft">${[one.sentence, one.article].filter(Boolean).join(' · ')}</span></li>`,
        )}
      </ul>
    </section>
    <section>
      <h2>${words.terms}</h2>
      <${FactList} lines=${policy.terms.map(({ label, text }) => [label, text])} />
    </section>`;
}

/** One policy: what holds for all of it, then its items in plain words. */
export const policyPage = definePage({
  name: 'policies.one',
  path: '/policies/:code',
  params: z.object({ code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/) }),
  version: siteVersion,
  render: async (ctx, { visit, params }) => {
    const words = policyWords[visit.language];
    const policy = await getPublicPolicy(ctx, params.code);
    const items = policy.items.filter((item) => !item.legacy);
    const body = html`${policy.example && html`<p class="notice">${words.exampleNote}</p>`}
      <${Facts} policy=${policy} visit=${visit} />
      <p class="no-print"><a class="button primary" href=${hrefOf(visit.language, '/calculator')}>${words.try}</a></p>
      <nav class="contents" aria-label=${words.contents}>
        <h2>${words.contents}</h2>
        <ol lang="zh-CN">
          ${items.map((item) => html`<li><a href=${`#${item.code}`}>${item.name}</a></li>`)}
        </ol>
      </nav>
      <section class="policy-items">
        ${items.map((item) => html`<${PolicyItem} item=${item} example=${policy.example} visit=${visit} />`)}
      </section>
      <${Common} policy=${policy} visit=${visit} />`;
    return drawPage(ctx, visit, {
      title: policy.title,
      description: [policy.docNo, policy.issuer, words.items(items.length)].filter(Boolean).join(' · '),
      marks: html`<${WindowMark} policy=${policy} visit=${visit} />${policy.example && html`<${Example} visit=${visit} />`}`,
      section: 'policies',
      crumbs: [{ label: words.title, path: '/policies' }],
      body,
    });
  },
});
