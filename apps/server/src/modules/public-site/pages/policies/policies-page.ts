import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { listPublicPolicies, type PublicPolicy } from '../../../policies/index.ts';
import { Example, Mark } from '../../parts/marks.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { siteVersion } from '../../site/site-version.ts';
import { policyWords } from '../../words/policies.ts';

/** Whether one can apply now, or from when on. */
export function WindowMark({ policy, visit }: { policy: PublicPolicy; visit: Visit }) {
  const words = policyWords[visit.language];
  const { window } = policy;
  if (window === null) return null;
  return html`<${Mark} tone=${window.open ? 'good' : 'plain'}>${window.open ? words.openNow : words.nextWindow(window.from)}<//>`;
}

function Line({ policy, visit }: { policy: PublicPolicy; visit: Visit }) {
  const href = hrefOf(visit.language, `/policies/${policy.code}`);
  return html`<li>
    <a href=${href} lang="zh-CN">${policy.title}</a>
    <p class="marks">
      <${WindowMark} policy=${policy} visit=${visit} />
      ${policy.example && html`<${Example} visit=${visit} />`}
    </p>
    <p class="soft" lang="zh-CN">${[policy.docNo, policy.issuer, policy.fund].filter(Boolean).join(' · ')}</p>
    <ul class="item-links" lang="zh-CN">
      ${policy.items
        .filter((item) => !item.legacy)
        .map((item) => html`<li><a href=${`${href}#${item.code}`}>${item.name}</a></li>`)}
    </ul>
  </li>`;
}

/** Policies in force. */
export const policiesPage = definePage({
  name: 'policies.all',
  path: '/policies',
  version: siteVersion,
  render: async (ctx, { visit }) => {
    const words = policyWords[visit.language];
    const policies = await listPublicPolicies(ctx);
    const body = html`<p><a class="button primary" href=${hrefOf(visit.language, '/calculator')}>${words.try}</a></p>
      ${policies.length === 0 ? html`<p class="empty">${words.none}</p>` : null}
      <ul class="lines">${policies.map((policy) => html`<${Line} policy=${policy} visit=${visit} />`)}</ul>`;
    return drawPage(ctx, visit, { title: words.title, description: words.intro, section: 'policies', body });
  },
});
