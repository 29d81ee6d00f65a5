import { z } from 'zod';
import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { getPublicAgency, type PublicAgencyDetail } from '../../../ip-agencies/index.ts';
import { FactList, Several } from '../../parts/fact-list.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { siteVersion } from '../../site/site-version.ts';
import { agencyWords } from '../../words/agencies.ts';
import { Filings, People, Record } from './agency-tables.ts';
import { AgencyMarks, kindsOf } from './directory-page.ts';

function Register({ agency, visit }: { agency: PublicAgencyDetail; visit: Visit }) {
  const words = agencyWords[visit.language];
  const filing =
    agency.filingFrom === null || agency.filingUntil === null
      ? null
      : [agency.filingNo, words.filingNow(agency.filingFrom, agency.filingUntil)].filter(Boolean).join(' · ');
  return html`<section>
    <h2>${words.register}</h2>
    <${FactList}
      lines=${[
        [words.business, kindsOf(agency, visit)],
        [words.status, words[agency.status]],
        [words.uscc, agency.uscc],
        [words.code, agency.agencyCode],
        [words.licence, agency.licenceNo],
        [words.licensedOn, agency.licensedOn],
        [words.filing, filing],
        [words.established, agency.establishedOn],
        [words.head, agency.headName],
        [words.town, agency.town],
        [words.address, agency.address],
        [words.phone, agency.phone],
        [words.services, agency.services.length === 0 ? null : html`<${Several} texts=${agency.services} />`],
        [words.parent, agency.parentName],
        [
          words.branches,
          agency.branches.length === 0
            ? null
            : html`<ul class="bullets">
                ${agency.branches.map(
                  ({ id, name }) => html`<li><a href=${hrefOf(visit.language, `/agencies/${id}`)}>${name}</a></li>`,
                )}
              </ul>`,
        ],
      ]}
    />
  </section>`;
}

/** One agency: registration, professionals, filings, and what stands against it. */
export const agencyPage = definePage({
  name: 'agencies.one',
  path: '/agencies/:id',
  params: z.object({ id: z.uuid() }),
  version: siteVersion,
  render: async (ctx, { visit, params }) => {
    const words = agencyWords[visit.language];
    const agency = await getPublicAgency(ctx, params.id);
    const body = html`<${Register} agency=${agency} visit=${visit} />
      <${People} agency=${agency} visit=${visit} />
      <${Filings} agency=${agency} visit=${visit} />
      <${Record} agency=${agency} visit=${visit} />`;
    return drawPage(ctx, visit, {
      title: agency.name,
      description: [kindsOf(agency, visit), agency.town].filter(Boolean).join(' · '),
      marks: html`<${AgencyMarks} agency=${agency} visit=${visit} />`,
      section: 'agencies',
      crumbs: [{ label: words.title, path: '/agencies' }],
      body,
    });
  },
});
