import { performance } from 'node:perf_hooks';
import type { inventoryCut, inventoryMeasure, inventoryQuery } from '@jince/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type RegisterIndex, registersChangedAt, selectPage } from '../../../platform/register-index/index.ts';
import type { PartyIndexData } from '../../parties/index.ts';
import { countCells } from '../domain/count-cells.ts';
import type { Dimension } from '../domain/dimension.ts';
import type { Population } from '../domain/population.ts';
import { bucketLabel, compareBuckets } from './labels.ts';
import { otherRightsPopulation } from './other-population.ts';
import { type PartyMeasure, partyPopulation } from './party-population.ts';
import { patentPopulation, trademarkPopulation } from './right-population.ts';

export type InventoryQuery = z.output<typeof inventoryQuery>;
type Cut = z.output<typeof inventoryCut>;
type Measure = z.output<typeof inventoryMeasure>;
const REGISTERS = ['parties', 'mentions', 'memberships', 'patents', 'trademarks', 'gis', 'madrid'];

async function populationOf(
  ctx: Ctx,
  index: RegisterIndex<PartyIndexData>,
  query: InventoryQuery,
): Promise<Population> {
  const asOf = query.asOf ?? ctx.today;
  const cuts: (Cut | undefined)[] = [query.rows, query.columns];
  const parties = await index.get(ctx);
  const measure: Measure = query.measure;
  if (measure === 'patents') {
    return patentPopulation(ctx, parties, query, {
      asOf,
      anyStatus: cuts.includes('patent-status') || (query.patentStatus?.length ?? 0) > 0,
    });
  }
  if (measure === 'trademarks') {
    return trademarkPopulation(ctx, parties, query, {
      asOf,
      anyStatus: cuts.includes('trademark-status') || (query.trademarkStatus?.length ?? 0) > 0,
    });
  }
  if (measure === 'gis' || measure === 'madrid') return otherRightsPopulation(ctx, parties, measure, query, asOf);
  return partyPopulation(ctx, parties, measure satisfies PartyMeasure, query, {
    asOf,
    cutByStatus: cuts.includes('party-status'),
  });
}

function dimensionOf(population: Population, cut: Cut): Dimension {
  const make = population.dimensions[cut];
  if (make === undefined) throw new AppError('plan.inventory.cut-unfit', { cut, measure: population.label });
  return make();
}

interface Bucket {
  readonly n: number;
  readonly code: string;
  readonly total: number;
}

function sortedBuckets(cut: Cut, dimension: Dimension, totals: Int32Array): Bucket[] {
  return dimension.codes
    .map((code, n) => ({ n, code, total: totals[n] as number }))
    .filter((bucket) => bucket.total > 0)
    .sort((a, b) => compareBuckets(cut, a, b));
}

/** Any measure by any cut on any day, computed over the register indexes in one walk. */
export async function getInventory(ctx: Ctx, index: RegisterIndex<PartyIndexData>, query: InventoryQuery) {
  const started = performance.now();
  const population = await populationOf(ctx, index, query);
  const rows = dimensionOf(population, query.rows);
  const columns =
    query.columns === undefined || query.columns === query.rows ? undefined : dimensionOf(population, query.columns);
  const cells = countCells(population.size, population.tests, rows, columns);
  const rowBuckets = sortedBuckets(query.rows, rows, cells.rowTotals);
  const columnBuckets =
    columns === undefined || query.columns === undefined
      ? [{ n: 0, code: 'total', total: cells.total }]
      : sortedBuckets(query.columns, columns, cells.columnTotals);
  const label = (cut: Cut | undefined) => (bucket: Bucket) => ({
    code: bucket.code === '' ? 'none' : bucket.code,
    label: cut === undefined ? '合计' : bucketLabel(ctx, cut, bucket.code),
  });
  const overlapping = rows.overlapping || (columns?.overlapping ?? false);
  return {
    measure: query.measure,
    measureLabel: population.label,
    unit: population.unit,
    definition: population.definition,
    asOf: query.asOf ?? ctx.today,
    dataAsOf: await registersChangedAt(ctx.db, ctx.district, REGISTERS),
    rows: rowBuckets.map(label(query.rows)),
    columns: columnBuckets.map(label(columns === undefined ? undefined : query.columns)),
    cells: rowBuckets.map((r) => columnBuckets.map((c) => cells.counts[r.n * cells.columnCount + c.n] as number)),
    rowTotals: rowBuckets.map((bucket) => bucket.total),
    columnTotals: columnBuckets.map((bucket) => bucket.total),
    total: cells.total,
    overlapping,
    notes: [
      ...population.notes,
      ...(overlapping ? ['一家企业可在多个名录，各项之和可大于合计；合计每家计一次。'] : []),
    ],
    tookMs: Math.round((performance.now() - started) * 10) / 10,
  };
}

/** The rows behind one cell (or a row's or column's total). */
export async function listInventoryRows(
  ctx: Ctx,
  index: RegisterIndex<PartyIndexData>,
  query: InventoryQuery & {
    page: number;
    pageSize: number;
    rowCode?: string | undefined;
    columnCode?: string | undefined;
  },
) {
  const population = await populationOf(ctx, index, query);
  const tests = [...population.tests];
  const narrow = (cut: Cut | undefined, code: string | undefined) => {
    if (cut === undefined || code === undefined || code === 'total') return;
    const dimension = dimensionOf(population, cut);
    const wanted = dimension.codes.indexOf(code === 'none' ? '' : code);
    tests.push((row) => Array.prototype.includes.call(dimension.bucketsOf(row), wanted));
  };
  narrow(query.rows, query.rowCode);
  narrow(query.columns, query.columnCode);
  const found = selectPage(population.size, tests, { page: query.page, pageSize: query.pageSize });
  return {
    items: await population.describe(found.rows),
    total: found.total,
    page: query.page,
    pageSize: query.pageSize,
  };
}
