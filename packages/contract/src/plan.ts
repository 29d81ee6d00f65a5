import { z } from 'zod';
import { csvList, localDate, pageOf, pageQuery, timestamp } from './common.ts';
import { route } from './route.ts';

/** What is counted. */
export const inventoryMeasure = z.enum([
  'parties',
  'patents',
  'trademarks',
  'gis',
  'madrid',
  'parties-without-patent',
  'parties-without-trademark',
]);
/** What it is cut by; one for rows, one optional for columns. */
export const inventoryCut = z.enum([
  'town',
  'zone',
  'industry-section',
  'industry',
  'party-kind',
  'party-status',
  'membership',
  'patent-kind',
  'patent-status',
  'filing-year',
  'ipc-section',
  'nice-class',
  'trademark-status',
]);

export const inventoryQuery = z.object({
  measure: inventoryMeasure.default('parties'),
  rows: inventoryCut.default('town'),
  columns: inventoryCut.optional(),
  asOf: localDate.optional(),
  town: csvList.optional(),
  zone: csvList.optional(),
  industry: csvList.optional(),
  partyKind: csvList.optional(),
  partyStatus: csvList.optional(),
  membership: csvList.optional(),
  patentKind: csvList.optional(),
  patentStatus: csvList.optional(),
  niceClass: csvList.optional(),
  trademarkStatus: csvList.optional(),
});

const bucket = z.object({ code: z.string(), label: z.string() });
export const inventoryTable = z.object({
  measure: inventoryMeasure,
  measureLabel: z.string(),
  unit: z.string(),
  definition: z.string(),
  asOf: localDate,
  dataAsOf: timestamp.nullable(),
  rows: z.array(bucket),
  columns: z.array(bucket),
  /** cells[row][column]; one column `total` when there is no column cut. */
  cells: z.array(z.array(z.number().int())),
  rowTotals: z.array(z.number().int()),
  columnTotals: z.array(z.number().int()),
  total: z.number().int(),
  /** True when totals are less than the sum of cells because a subject can be in several buckets. */
  overlapping: z.boolean(),
  notes: z.array(z.string()),
  tookMs: z.number(),
});

/** One headline figure with the list it opens. */
export const figure = z.object({
  code: z.string(),
  label: z.string(),
  value: z.number(),
  unit: z.string(),
  previous: z.number().nullable(),
  previousLabel: z.string().nullable(),
  definition: z.string(),
  href: z.string(),
  level: z.enum(['plain', 'late', 'warn', 'good']),
});

export const planRoutes = {
  getHome: route({
    method: 'GET',
    path: '/api/home',
    summary: 'Headline figures, town cartogram, what waits, recent imports',
    query: z.object({ asOf: localDate.optional() }),
    response: z.object({
      asOf: localDate,
      dataAsOf: timestamp.nullable(),
      planTitle: z.string(),
      figures: z.array(figure),
      cartogram: z.object({
        measures: z.array(z.object({ code: z.string(), label: z.string(), unit: z.string() })),
        tiles: z.array(
          z.object({
            townCode: z.string(),
            label: z.string(),
            column: z.number(),
            row: z.number(),
            width: z.number(),
            height: z.number(),
            zone: z.string().nullable(),
            values: z.record(z.string(), z.number()),
            href: z.string(),
          }),
        ),
        note: z.string(),
      }),
      waiting: z.array(
        z.object({
          code: z.string(),
          label: z.string(),
          count: z.number().int(),
          level: z.enum(['late', 'soon', 'info']),
          href: z.string(),
        }),
      ),
      trend: z.object({
        label: z.string(),
        unit: z.string(),
        points: z.array(z.object({ on: localDate, value: z.number(), incomplete: z.boolean() })),
        source: z.string(),
      }),
      recentImports: z.object({
        days: z.number().int(),
        files: z.number().int(),
        rows: z.number().int(),
        toDecide: z.number().int(),
        lastAt: timestamp.nullable(),
      }),
    }),
  }),
  getInventory: route({
    method: 'GET',
    path: '/api/inventory',
    summary: 'Any cut of the inventory on any date',
    query: inventoryQuery,
    response: inventoryTable,
  }),
  listInventoryRows: route({
    method: 'GET',
    path: '/api/inventory/rows',
    summary: 'The rows behind one cell of the inventory',
    query: pageQuery
      .extend(inventoryQuery.shape)
      .extend({ rowCode: z.string().optional(), columnCode: z.string().optional() }),
    response: pageOf(
      z.object({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        subtitle: z.string(),
        href: z.string(),
        status: z.string().nullable(),
      }),
    ),
  }),
  listDataQuality: route({
    method: 'GET',
    path: '/api/data-quality',
    summary: 'Checks over the registers with the rows behind each',
    response: z.object({
      asOf: timestamp,
      checks: z.array(
        z.object({
          code: z.string(),
          label: z.string(),
          why: z.string(),
          action: z.string(),
          count: z.number().int(),
          of: z.number().int(),
          level: z.enum(['late', 'warn', 'good']),
          href: z.string().nullable(),
        }),
      ),
    }),
  }),
  listDataQualityRows: route({
    method: 'GET',
    path: '/api/data-quality/rows',
    summary: 'The rows behind one check',
    query: pageQuery.extend({ check: z.string().max(60) }),
    response: pageOf(
      z.object({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        subtitle: z.string(),
        href: z.string(),
        status: z.string().nullable(),
      }),
    ),
  }),
  search: route({
    method: 'GET',
    path: '/api/search',
    summary: 'Find anything by name, number, pinyin or initials',
    query: z.object({ q: z.string().min(1).max(100), limit: z.coerce.number().int().min(1).max(30).default(12) }),
    response: z.object({
      hits: z.array(
        z.object({
          kind: z.string(),
          id: z.string(),
          title: z.string(),
          subtitle: z.string(),
          href: z.string(),
          why: z.string(),
        }),
      ),
    }),
  }),
};

export const metaRoutes = {
  getMeta: route({
    method: 'GET',
    path: '/api/meta',
    summary: 'District, places, enumerations with labels; needs no session beyond the demo notice',
    response: z.object({
      product: z.string(),
      version: z.string(),
      district: z.object({ code: z.string(), name: z.string(), demo: z.boolean() }),
      demoAccounts: z.array(z.object({ username: z.string(), password: z.string(), label: z.string() })),
      towns: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          short: z.string(),
          zoneCode: z.string().nullable(),
          /** Place of the town's tile on the schematic map. */
          column: z.number(),
          row: z.number(),
        }),
      ),
      zones: z.array(z.object({ code: z.string(), name: z.string(), short: z.string() })),
      industries: z.array(z.object({ code: z.string(), name: z.string(), parent: z.string().nullable() })),
      enumerations: z.record(z.string(), z.array(z.object({ code: z.string(), label: z.string() }))),
    }),
  }),
};
