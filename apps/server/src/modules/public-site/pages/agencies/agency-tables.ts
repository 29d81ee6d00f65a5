import type { Visit } from '../../../../platform/http/public-page.ts';
import type { PublicAgencyDetail } from '../../../ip-agencies/index.ts';
import { Mark } from '../../parts/marks.ts';
import { html } from '../../site/html.ts';
import { agencyWords } from '../../words/agencies.ts';

interface Drawn {
  readonly agency: PublicAgencyDetail;
  readonly visit: Visit;
}

const share = (part: number, whole: number) => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(0)}%`);

export function People({ agency, visit }: Drawn) {
  const words = agencyWords[visit.language];
  if (agency.professionals.length === 0) return null;
  return html`<section>
    <h2>${words.professionals}</h2>
    <div class="sheet narrow">
      <table>
        <caption class="unseen">${words.professionals}</caption>
        <thead>
          <tr><th scope="col">${words.personName}</th><th scope="col">${words.qualification}</th></tr>
        </thead>
        <tbody>
          ${agency.professionals.map(
            ({ name, qualificationNo }) =>
              html`<tr><th scope="row" lang="zh-CN">${name}</th><td>${qualificationNo ?? '—'}</td></tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="soft">${words.professionalsNote}</p>
  </section>`;
}

export function Filings({ agency, visit }: Drawn) {
  const words = agencyWords[visit.language];
  if (agency.years.length === 0) return null;
  const counts = ['filed', 'granted', 'refused', 'abnormal'] as const;
  return html`<section>
    <h2>${words.filings}</h2>
    <div class="sheet narrow" role="region" tabindex="0" aria-label=${words.filings}>
      <table class="tight">
        <caption class="unseen">${words.filings}</caption>
        <thead>
          <tr>
            <th scope="col">${words.year}</th>
            <th scope="col">${words.right}</th>
            ${counts.map((count) => html`<th scope="col" class="number">${words[count]}</th>`)}
            <th scope="col" class="number">${words.grantShare}</th>
          </tr>
        </thead>
        <tbody>
          ${agency.years.map(
            (row) => html`<tr>
              <th scope="row" class="short">${row.year}</th>
              <td class="whole">${row.right === 'trademark' ? words.trademarks : words[row.right]}</td>
              ${counts.map((count) => html`<td class="number">${row[count]}</td>`)}
              <td class="number">${share(row.granted, row.filed)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="soft">${words.filingsNote}</p>
  </section>`;
}

/** What stands against it, or for it; what was withdrawn stays, and says so. */
export function Record({ agency, visit }: Drawn) {
  const words = agencyWords[visit.language];
  return html`<section>
    <h2>${words.against}</h2>
    ${
      agency.penalties.length === 0
        ? html`<p>${words.nothing}</p>`
        : html`<ul class="lines">
            ${agency.penalties.map(
              (one) => html`<li class=${one.revokedOn === null ? undefined : 'withdrawn'}>
                <b><span class="what" lang="zh-CN">${one.text}</span></b>
                <p class="marks">
                  <${Mark} tone=${one.sort === 'honour' ? 'good' : 'warn'}>${words[one.sort]}<//>
                  ${one.revokedOn !== null && html`<${Mark} tone="late">${words.withdrawnOn(one.revokedOn)}<//>`}
                </p>
                <p class="soft" lang="zh-CN">${[one.on, one.documentNo, one.authority].filter(Boolean).join(' · ')}</p>
              </li>`,
            )}
          </ul>`
    }
  </section>`;
}
