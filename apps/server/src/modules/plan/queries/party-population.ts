import type { Ctx } from '../../../platform/context/context.ts';
import { scopeFor } from '../../../platform/context/context.ts';
import { NO_DAY, type RowTest, toDay } from '../../../platform/register-index/index.ts';
import { countRightsByParty } from '../../ip-rights/index.ts';
import {
  filterTests,
  listPartyTexts,
  PARTY_READ,
  type PartyIndexData,
  partyStatusLabels,
  scopeTest,
} from '../../parties/index.ts';
import { codeDimension, computedDimension, type Dimension, setDimension } from '../domain/dimension.ts';
import type { InventoryFilter, Population } from '../domain/population.ts';

export const sectionOf = (code: string) => code.slice(0, 1);
export const divisionOf = (code: string) => code.slice(0, 3);

const STATUS_CODES = ['', 'active', 'deregistered', 'revoked', 'moved-out', 'unknown'];

/**
 * Status of a party on a day: before its establishment it is nothing; a struck-off one was active until the day it was
 * struck off, where that day is known.
 */
export function partyStatusAt(data: PartyIndexData, row: number, day: number): string {
  const established = data.established.at(row);
  if (established !== NO_DAY && established > day) return '';
  const dissolved = data.dissolved.at(row);
  if (dissolved !== NO_DAY && dissolved > day) return 'active';
  return data.status.codeAt(row);
}

/** Dimensions of parties; `at` leads from the population's row to the party's. */
export function partyDimensions(
  data: PartyIndexData,
  day: number,
  at: (row: number) => number = (row) => row,
): Record<string, () => Dimension> {
  const number = new Map(STATUS_CODES.map((code, n) => [code, n]));
  return {
    town: () => codeDimension(data.town, undefined, at),
    zone: () => codeDimension(data.zone, undefined, at),
    'industry-section': () => codeDimension(data.industry, sectionOf, at),
    industry: () => codeDimension(data.industry, divisionOf, at),
    'party-kind': () => codeDimension(data.kind, undefined, at),
    'party-status': () =>
      computedDimension(STATUS_CODES, (row) => {
        const party = at(row);
        return party < 0 ? 0 : (number.get(partyStatusAt(data, party, day)) ?? 0);
      }),
    membership: () => setDimension(data.memberships, data.size, at),
  };
}

/** Tests of the party part of a filter, over party rows. */
export function partyTests(data: PartyIndexData, filter: InventoryFilter, day: number): RowTest[] {
  const tests = filterTests(data, {
    town: filter.town,
    zone: filter.zone,
    industry: filter.industry,
    kind: filter.partyKind,
    membership: filter.membership,
  });
  const statuses = filter.partyStatus;
  if (statuses !== undefined && statuses.length > 0)
    tests.push((row) => statuses.includes(partyStatusAt(data, row, day)));
  return tests;
}

export type PartyMeasure = 'parties' | 'parties-without-patent' | 'parties-without-trademark';

const WORDS: Readonly<Record<PartyMeasure, { label: string; definition: string }>> = {
  parties: {
    label: '市场主体',
    definition:
      '统计日存续的市场主体（筛选或按登记状态切分时，含其他状态）；已注销而注销日在统计日之后的，按当时存续计。',
  },
  'parties-without-patent': {
    label: '无有效专利的主体',
    definition: '统计日存续、且名下没有有效中国专利（发明、实用新型、外观设计）的市场主体。共有专利对每个权利人都计。',
  },
  'parties-without-trademark': {
    label: '无有效商标的主体',
    definition: '统计日存续、且名下没有有效注册商标（含宽展期）的市场主体。',
  },
};

export async function partyPopulation(
  ctx: Ctx,
  data: PartyIndexData,
  measure: PartyMeasure,
  filter: InventoryFilter,
  options: { asOf: string; cutByStatus: boolean },
): Promise<Population> {
  const day = toDay(options.asOf);
  const tests: RowTest[] = [scopeTest(ctx, data, PARTY_READ)];
  const anyStatus = measure === 'parties' && (options.cutByStatus || (filter.partyStatus?.length ?? 0) > 0);
  tests.push(
    anyStatus ? (row) => partyStatusAt(data, row, day) !== '' : (row) => partyStatusAt(data, row, day) === 'active',
  );
  tests.push(...partyTests(data, filter, day));
  if (measure !== 'parties') {
    const rights = await countRightsByParty(ctx, options.asOf);
    const owning = new Uint8Array(data.size);
    for (const [id, count] of rights) {
      const row = data.rowOf.get(id);
      if (row !== undefined && (measure === 'parties-without-patent' ? count.patents : count.trademarks) > 0)
        owning[row] = 1;
    }
    tests.push((row) => owning[row] === 0);
  }
  const notes = options.asOf === ctx.today ? [] : ['所属镇、行业和名录按现有登记，登记状态与权利按统计日。'];
  return {
    size: data.size,
    tests,
    dimensions: partyDimensions(data, day),
    label: WORDS[measure].label,
    unit: '家',
    definition: WORDS[measure].definition,
    notes,
    idOf: (row) => data.ids[row] as string,
    async describe(rows) {
      const texts = await listPartyTexts(
        ctx.db,
        ctx.district,
        scopeFor(ctx, PARTY_READ),
        rows.map((row) => data.ids[row] as string),
      );
      return rows.flatMap((row) => {
        const id = data.ids[row] as string;
        const text = texts.get(id);
        if (text === undefined) return [];
        const town = ctx.services.places.townName(data.town.codeAt(row) || null);
        const status = partyStatusAt(data, row, day);
        return [
          {
            id,
            kind: 'party',
            title: text.name,
            subtitle: [text.uscc, town].filter(Boolean).join(' · '),
            href: `/enterprises/${id}`,
            status: partyStatusLabels[status]?.[ctx.language] ?? null,
          },
        ];
      });
    },
  };
}
