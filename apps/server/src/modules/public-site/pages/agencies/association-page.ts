import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { type PublicAssociation, readPublicAssociation } from '../../../association/index.ts';
import { Mark } from '../../parts/marks.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { siteVersion } from '../../site/site-version.ts';
import { agencyWords } from '../../words/agencies.ts';
import { associationWords } from '../../words/association.ts';

function Document({ one, visit }: { one: PublicAssociation['documents'][number]; visit: Visit }) {
  const words = associationWords[visit.language];
  return html`<section>
    <h2 lang="zh-CN">${one.title}</h2>
    <p class="marks">
      <${Mark} tone="info">${words[one.sort]}<//>
      <span class="soft">${words.version(one.version)} · ${words.effective(one.effectiveOn)}</span>
    </p>
    <p class="prose document-text" lang="zh-CN">${one.body}</p>
    ${
      one.signers.length > 0 &&
      html`<h3>${words.signers(one.signers.length)}</h3>
        <ul class="item-links" lang="zh-CN">
          ${one.signers.map(
            ({ agencyId, name, signedOn }) =>
              html`<li><a href=${hrefOf(visit.language, `/agencies/${agencyId}`)}>${name}</a> <span class="soft day">${signedOn}</span></li>`,
          )}
        </ul>`
    }
  </section>`;
}

function Members({ members, visit }: { members: PublicAssociation['members']; visit: Visit }) {
  const words = associationWords[visit.language];
  if (members.length === 0) return null;
  const title = words.members(members.length);
  return html`<section>
    <h2>${title}</h2>
    <div class="sheet narrow" role="region" tabindex="0" aria-label=${title}>
      <table>
        <caption class="unseen">${title}</caption>
        <thead>
          <tr>
            <th scope="col">${words.name}</th>
            <th scope="col">${words.level}</th>
            <th scope="col">${words.joined}</th>
          </tr>
        </thead>
        <tbody>
          ${members.map(
            (one) => html`<tr>
              <th scope="row" lang="zh-CN"><a href=${hrefOf(visit.language, `/agencies/${one.agencyId}`)}>${one.name}</a></th>
              <td class="whole">${words[one.level]}</td>
              <td class="day">${one.joinedOn}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** Convention, standards and members of the association; each change of theirs is one of its register. */
export const associationPage = definePage({
  name: 'association',
  path: '/association',
  version: siteVersion,
  render: async (ctx, { visit }) => {
    const words = associationWords[visit.language];
    const { documents, members } = await readPublicAssociation(ctx);
    const body = html`${documents.length + members.length === 0 ? html`<p class="empty">${words.none}</p>` : null}
      ${documents.map((one) => html`<${Document} one=${one} visit=${visit} />`)}
      <${Members} members=${members} visit=${visit} />`;
    return drawPage(ctx, visit, {
      title: words.title,
      description: words.intro,
      section: 'agencies',
      crumbs: [{ label: agencyWords[visit.language].title, path: '/agencies' }],
      body,
    });
  },
});
