import type { Ctx } from '../../../platform/context/context.ts';
import { listPublicDraws } from '../../inspections/index.ts';
import { listPublicAgencies } from '../../ip-agencies/index.ts';
import { listPublicPolicies } from '../../policies/index.ts';
import { listPublicLists } from '../../subsidies/index.ts';
import { SECTIONS } from './sections.ts';

const PAGE_SIZE = 100;
/** sitemaps.org allows 50,000 addresses in a file, each in two languages here. */
const MOST_ENTRIES = 25_000;

/** Every page of a list that is read page by page. */
async function everyPage<T>(read: (page: number) => Promise<{ items: readonly T[]; total: number }>): Promise<T[]> {
  const found: T[] = [];
  for (let page = 1; found.length < MOST_ENTRIES; page++) {
    const { items, total } = await read(page);
    found.push(...items);
    if (items.length === 0 || found.length >= total) break;
  }
  return found;
}

export interface SiteEntries {
  readonly policies: readonly { readonly path: string; readonly label: string }[];
  readonly lists: readonly { readonly path: string; readonly label: string }[];
  readonly agencies: readonly { readonly path: string; readonly label: string }[];
  /** All addresses below the root of a language, with those of the sections. */
  readonly paths: readonly string[];
}

/** Everything a search engine, or a reader of the site map, can go to. */
export async function findEntries(ctx: Ctx): Promise<SiteEntries> {
  const policies = (await listPublicPolicies(ctx)).map(({ code, title }) => ({
    path: `/policies/${code}`,
    label: title,
  }));
  const lists = (await everyPage((page) => listPublicLists(ctx, { page, pageSize: PAGE_SIZE }))).map(
    ({ id, title, number }) => ({
      path: `/lists/${id}`,
      label: `${title}（${number}）`,
    }),
  );
  const agencies = (await everyPage((page) => listPublicAgencies(ctx, { page, pageSize: PAGE_SIZE }))).map(
    ({ id, name }) => ({
      path: `/agencies/${id}`,
      label: name,
    }),
  );
  const draws = (await everyPage((page) => listPublicDraws(ctx, { page, pageSize: PAGE_SIZE }))).map(
    ({ id }) => `/inspection-draws/${id}`,
  );
  const own = [
    ...SECTIONS.map(({ path }) => path),
    '/trademark-search/picture',
    '/association',
    '/discipline',
    '/cases',
    '/inspection-draws',
    ...draws,
    '/accessibility',
    '/sitemap',
  ];
  const paths = [...own, ...[...policies, ...lists, ...agencies].map(({ path }) => path)].slice(0, MOST_ENTRIES);
  return { policies, lists, agencies, paths };
}
