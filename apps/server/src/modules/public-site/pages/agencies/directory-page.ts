import { z } from 'zod';
import type { Ctx } from '../../../../platform/context/context.ts';
import { definePage, type Visit } from '../../../../platform/http/public-page.ts';
import { AGENCY_KINDS, listPublicAgencies, type PublicAgency } from '../../../ip-agencies/index.ts';
import { Field, Select } from '../../parts/field.ts';
import { Mark } from '../../parts/marks.ts';
import { Pager } from '../../parts/pager.ts';
import { hrefOf } from '../../site/addresses.ts';
import { drawPage } from '../../site/draw-page.ts';
import { html } from '../../site/html.ts';
import { pageNumber, word } from '../../site/page-number.ts';
import { siteVersion } from '../../site/site-version.ts';
import { agencyWords } from '../../words/agencies.ts';
import { disciplineWords } from '../../words/discipline.ts';

const PAGE_SIZE = 20;
const LONGEST_QUERY = 60;
const GRADES = ['A+', 'A', 'B', 'C', 'D'] as const;

const directoryQuery = z.object({
  q: word(LONGEST_QUERY),
  business: z.enum(AGENCY_KINDS).optional().catch(undefined),
  town: z
    .string()
    .regex(/^\d{9}$/)
    .optional()
    .catch(undefined),
  grade: z.enum(GRADES).optional().catch(undefined),
  page: pageNumber,
});
type Query = z.output<typeof directoryQuery>;

/** Marks of an agency: grade, what stands against it, where it is. */
export function AgencyMarks({ agency, visit }: { agency: PublicAgency; visit: Visit }) {
  const words = agencyWords[visit.language];
  const good = agency.grade === 'A+' || agency.grade === 'A';
  return html`${
    agency.grade !== null &&
    html`<${Mark} tone=${good ? 'good' : agency.grade === 'D' ? 'late' : 'info'}>${words.gradeMark(agency.grade)}<//>`
  }
  ${agency.status !== 'active' && html`<${Mark} tone="warn">${words[agency.status]}<//>`}
  ${agency.filingValid === false && html`<${Mark} tone="warn">${words.filingEnded}<//>`}
  ${agency.marked && html`<${Mark} tone="late">${words.listed}<//>`}
  ${!agency.inDistrict && html`<${Mark}>${words.outside}<//>`}`;
}

export const kindsOf = (agency: PublicAgency, { language }: Visit): string =>
  agency.kinds.map((kind) => agencyWords[language][kind]).join(language === 'zh' ? '、' : ', ');

function Line({ agency, visit }: { agency: PublicAgency; visit: Visit }) {
  const words = agencyWords[visit.language];
  const facts = [kindsOf(agency, visit), agency.town, agency.people > 0 && words.people(agency.people)];
  return html`<li>
    <a href=${hrefOf(visit.language, `/agencies/${agency.id}`)} lang="zh-CN">${agency.name}</a>
    <p class="marks"><${AgencyMarks} agency=${agency} visit=${visit} /></p>
    <p class="soft">${facts.filter(Boolean).join(' · ')}</p>
  </li>`;
}

function Finder({ ctx, visit, query }: { ctx: Ctx; visit: Visit; query: Query }) {
  const words = agencyWords[visit.language];
  const any = { value: '', label: words.any };
  const { towns } = ctx.services.jurisdiction;
  return html`<form class="finder" role="search" action=${hrefOf(visit.language, '/agencies')}>
    <${Field} id="agency-q" label=${words.name}>
      <input id="agency-q" type="search" name="q" value=${query.q ?? ''} maxlength=${LONGEST_QUERY} autocomplete="off" />
    <//>
    <${Field} id="agency-business" label=${words.business}>
      <${Select}
        id="agency-business"
        name="business"
        value=${query.business}
        choices=${[any, ...AGENCY_KINDS.map((kind) => ({ value: kind, label: words[kind] }))]}
      />
    <//>
    <${Field} id="agency-town" label=${words.town}>
      <${Select}
        id="agency-town"
        name="town"
        value=${query.town}
        choices=${[any, ...towns.map(({ code, name }) => ({ value: code, label: name }))]}
      />
    <//>
    <${Field} id="agency-grade" label=${words.grade}>
      <${Select}
        id="agency-grade"
        name="grade"
        value=${query.grade}
        choices=${[any, ...GRADES.map((grade) => ({ value: grade, label: grade }))]}
      />
    <//>
    <p class="finder-do">
      <button class="button primary" type="submit">${words.find}</button>
      <a href=${hrefOf(visit.language, '/agencies')}>${words.clear}</a>
    </p>
  </form>`;
}

/** The directory: search by name, pinyin, business, town and grade. */
export const directoryPage = definePage({
  name: 'agencies.all',
  path: '/agencies',
  query: directoryQuery,
  version: siteVersion,
  render: async (ctx, { visit, query }) => {
    const words = agencyWords[visit.language];
    const { q, business, town, grade, page } = query;
    const one = (value: string | undefined) => (value === undefined ? undefined : [value]);
    const { items, total } = await listPublicAgencies(ctx, {
      q,
      business: one(business),
      town: one(town),
      grade: one(grade),
      page,
      pageSize: PAGE_SIZE,
    });
    const body = html`<${Finder} ctx=${ctx} visit=${visit} query=${query} />
      <p class="soft" role="status">${words.found(total)}</p>
      ${items.length === 0 ? html`<p class="empty">${words.none}</p>` : null}
      <ul class="lines">${items.map((agency) => html`<${Line} agency=${agency} visit=${visit} />`)}</ul>
      <${Pager} visit=${visit} page=${page} pageSize=${PAGE_SIZE} total=${total} query=${{ q, business, town, grade }} />
      <p><a href=${hrefOf(visit.language, '/association')}>${words.association}</a></p>
      <p><a href=${hrefOf(visit.language, '/discipline')}>${disciplineWords[visit.language].title}</a></p>`;
    const hidden = q !== undefined;
    return drawPage(ctx, visit, { title: words.title, description: words.intro, section: 'agencies', hidden, body });
  },
});
