import { addMonths } from '@jince/calendar';
import { sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import { AppError, fillSentence } from '../../../platform/errors/errors.ts';
import {
  foldForSearch,
  keptSelection,
  orderBy,
  pageOfSelection,
  type RowTest,
  selectRows,
} from '../../../platform/register-index/index.ts';
import { VALID_TRADEMARK } from '../../ip-rights/index.ts';
import { ADVICE_READ } from '../cultivation.catalogue.ts';
import { type AdvisedClass, adviseClasses } from '../domain/advise-classes.ts';
import { type ClassGapData, classGapIndex } from './class-gap-index.ts';
import { industryLabel } from './list-work-items.ts';

export interface ClassGapFilter {
  readonly q?: string | undefined;
  readonly town?: readonly string[] | undefined;
  readonly niceClass?: readonly string[] | undefined;
}

function testsOf(ctx: Ctx, data: ClassGapData, filter: ClassGapFilter): RowTest[] {
  const scope = scopeFor(ctx, ADVICE_READ);
  const tests: RowTest[] = [];
  if (scope.kind !== 'district') {
    const towns = data.town.matching((code) => scope.towns.includes(code));
    tests.push((row) => towns[data.town.at(row)] === 1);
  }
  if (filter.town?.length) {
    const wanted = data.town.matching((code) => filter.town?.includes(code) ?? false);
    if (filter.town.includes('none')) wanted[0] = 1;
    tests.push((row) => wanted[data.town.at(row)] === 1);
  }
  if (filter.niceClass?.length) {
    const wanted = data.missing.codes.matching((code) => filter.niceClass?.includes(code) ?? false);
    tests.push((row) => data.missing.at(row, data.size).some((n) => wanted[n] === 1));
  }
  const needle = foldForSearch(filter.q ?? '');
  if (needle !== '') {
    const hits = data.search.containing(needle);
    tests.push((row) => hits[row] === 1);
  }
  return tests;
}

const numbers = (codes: readonly string[], at: Int32Array) => [...at].map((n) => Number(codes[n]));
const orders = new WeakMap<ClassGapData, Uint32Array>();

/** Most core classes missing first, then by name. */
function orderOf(data: ClassGapData): Uint32Array {
  const known = orders.get(data) ?? orderBy(data.size, (row) => -data.coreMissing.at(row));
  orders.set(data, known);
  return known;
}

export async function listClassGaps(ctx: Ctx, query: ClassGapFilter & { page: number; pageSize: number }) {
  const data = await classGapIndex.get(ctx);
  const { q, town, niceClass, page, pageSize } = query;
  const filter = { q, town, niceClass };
  const key = JSON.stringify([scopeFor(ctx, ADVICE_READ), filter]);
  const selection = keptSelection(data, key, () => selectRows(data.size, testsOf(ctx, data, filter)));
  const rows = pageOfSelection(selection, { page, pageSize, order: orderOf(data) });
  const items = rows.map((row) => {
    const townCode = data.town.codeAt(row);
    const industry = data.industry.codeAt(row);
    return {
      partyId: data.ids[row] as string,
      name: data.names[row] as string,
      href: `/enterprises/${data.ids[row]}`,
      town: ctx.services.places.townName(townCode === '' ? null : townCode),
      industry: industryLabel(ctx, industry === '' ? null : industry),
      registered: numbers(data.registered.codes.codes, data.registered.at(row, data.size)),
      missing: numbers(data.missing.codes.codes, data.missing.at(row, data.size)),
      strongest: data.strongest[row] as string,
    };
  });
  return { items, total: selection.total, page, pageSize };
}

interface MarkOfClass {
  readonly niceClass: number;
  readonly marks: number;
  readonly used: number;
  readonly lastUsedOn: string | null;
}

interface Holdings {
  readonly classes: readonly MarkOfClass[];
  readonly filings: { last12Months: number; pending: number; valid: number; withoutUseEvidence: number };
}

const RECENT_MONTHS = 12;

/** A party's Chinese marks by class as of today, with what evidence of use says, and its filings. */
async function holdingsOf(ctx: Ctx, partyId: string): Promise<Holdings> {
  const since = addMonths(ctx.today, -RECENT_MONTHS);
  const { rows } = await sql<{
    nice_class: number;
    filed_on: string | null;
    status: string | null;
    used_on: string | null;
  }>`select distinct on (r.id) r.nice_class, r.filed_on, t.status, (
      select max(u.used_on) from ip_rights.trademark_use u where u.district = r.district
        and u.registration_no = r.registration_no and u.nice_class = r.nice_class and u.used_on <= ${ctx.today}) as used_on
    from parties.mention m
    join ip_rights.trademark_holder h on h.district = m.district and h.mention_id = m.id
    join ip_rights.trademark r on r.district = h.district and r.id = h.trademark_id and r.country = 'CN'
    left join ip_rights.trademark_period t on t.district = r.district and t.trademark_id = r.id
      and t.valid_from <= ${ctx.today} and (t.valid_to is null or ${ctx.today} < t.valid_to)
    where m.district = ${ctx.district} and m.party_id = ${partyId}`.execute(ctx.db);
  const valid = rows.filter((row) => VALID_TRADEMARK.some((status) => status === row.status));
  const classes = [...Map.groupBy(valid, (row) => row.nice_class)].map(([niceClass, marks]) => {
    const days = marks.flatMap((mark) => mark.used_on ?? []).toSorted();
    return { niceClass, marks: marks.length, used: days.length, lastUsedOn: days.at(-1) ?? null };
  });
  return {
    classes: classes.toSorted((a, b) => a.niceClass - b.niceClass),
    filings: {
      last12Months: rows.filter((row) => row.filed_on !== null && row.filed_on > since && row.filed_on <= ctx.today)
        .length,
      pending: rows.filter((row) => row.status === 'applied' || row.status === 'preliminary').length,
      valid: valid.length,
      withoutUseEvidence: valid.filter((row) => row.used_on === null).length,
    },
  };
}

function warningsOf(ctx: Ctx, advised: readonly AdvisedClass[], { classes, filings }: Holdings) {
  const { jurisdiction } = ctx.services;
  const { limits, warnings } = jurisdiction.classAdvice;
  const pointedTo = new Set(advised.map((one) => one.niceClass));
  const unrelated = classes.filter((one) => !pointedTo.has(one.niceClass)).length;
  const found: [string, Record<string, number>][] = [];
  if (advised.length === 0) found.push(['no-basis', {}]);
  if (filings.last12Months >= limits.filingsLast12Months) found.push(['bad-faith', { filings: filings.last12Months }]);
  if (filings.withoutUseEvidence >= limits.withoutUseEvidence)
    found.push([
      'without-use',
      { valid: filings.valid, without: filings.withoutUseEvidence, years: limits.yearsForUse },
    ]);
  if (advised.length > 0 && unrelated >= limits.unrelatedClasses) found.push(['unrelated', { classes: unrelated }]);
  return found.flatMap(([code, params]) => {
    const warning = warnings.get(code);
    if (warning === undefined) return [];
    const article = jurisdiction.textOn(warning.articles, ctx.today) ?? null;
    return [{ text: fillSentence(warning.text, params), article }];
  });
}

interface Business {
  readonly id: string;
  readonly name: string;
  readonly industry_code: string | null;
  readonly scope: string | null;
}

async function findBusiness(ctx: Ctx, id: string): Promise<Business> {
  const scope = scopeFor(ctx, ADVICE_READ);
  const within = scope.kind === 'district' ? sql`true` : sql`p.town_code = any(${scope.towns}::text[])`;
  const { rows } = await sql<Business>`select p.id, p.name, p.industry_code, p.scope from parties.party p
    where p.district = ${ctx.district} and p.id = ${id} and ${within}`.execute(ctx.db);
  if (rows[0] === undefined) throw new AppError('platform.not-found');
  return rows[0];
}

/**
 * Class advice for one enterprise: where it is registered and used, where its business points, what to be careful of.
 * It names no number of filings to reach.
 * @throws AppError platform.not-found
 */
export async function getClassGap(ctx: Ctx, id: string) {
  const party = await findBusiness(ctx, id);
  const pack = ctx.services.jurisdiction.classAdvice;
  const label = (niceClass: number) => pack.labels.get(niceClass) ?? '';
  const advised = adviseClasses(pack, {
    industryCode: party.industry_code,
    industryLabel: industryLabel(ctx, party.industry_code),
    scope: party.scope,
  });
  const holdings = await holdingsOf(ctx, id);
  const own = new Set(holdings.classes.map((one) => one.niceClass));
  return {
    partyId: id,
    name: party.name,
    registered: holdings.classes.map((one) => ({ ...one, label: label(one.niceClass) })),
    advised: advised
      .filter((one) => !own.has(one.niceClass))
      .map(({ niceClass, strength, reasons }) => ({
        niceClass,
        label: label(niceClass),
        strength,
        reasons: reasons.map((reason) => ({ ...reason })),
      })),
    filings: holdings.filings,
    warnings: warningsOf(ctx, advised, holdings),
    note: pack.note,
  };
}
