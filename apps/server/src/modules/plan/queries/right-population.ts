import type { Ctx } from '../../../platform/context/context.ts';
import { NO_DAY, type RowTest, type SetColumn, toDay } from '../../../platform/register-index/index.ts';
import {
  PATENT_READ,
  type PatentIndexData,
  patentIndex,
  patentKindLabels,
  patentStatusLabels,
  patentTests,
  rightScopeTest,
  TRADEMARK_READ,
  type TrademarkIndexData,
  trademarkIndex,
  trademarkStatusLabels,
  trademarkTests,
  VALID_TRADEMARK,
} from '../../ip-rights/index.ts';
import type { PartyIndexData } from '../../parties/index.ts';
import { codeDimension, computedDimension, yearDimension } from '../domain/dimension.ts';
import type { InventoryFilter, Population } from '../domain/population.ts';
import { divisionOf, partyDimensions, partyTests, sectionOf } from './party-population.ts';

const links = new WeakMap<object, { parties: PartyIndexData; first: Int32Array }>();

/** For each right the register row of its first linked holder, -1 when none is linked. */
function firstHolderRows(right: { size: number; rights: { parties: SetColumn } }, parties: PartyIndexData): Int32Array {
  const known = links.get(right);
  if (known?.parties === parties) return known.first;
  const { codes } = right.rights.parties;
  const rowOfCode = Int32Array.from(codes.codes, (id) => parties.rowOf.get(id) ?? -1);
  const first = new Int32Array(right.size).fill(-1);
  for (let row = 0; row < right.size; row++) {
    const [number] = right.rights.parties.at(row, right.size);
    if (number !== undefined) first[row] = rowOfCode[number] as number;
  }
  links.set(right, { parties, first });
  return first;
}

/** A test over parties as a test over rights: the first linked holder must pass; unlinked rights do not. */
function throughHolder(tests: readonly RowTest[], first: Int32Array): RowTest[] {
  if (tests.length === 0) return [];
  return [(row) => (first[row] as number) >= 0 && tests.every((test) => test(first[row] as number))];
}

const onlyParty = (filter: InventoryFilter): InventoryFilter => ({
  partyKind: filter.partyKind,
  partyStatus: filter.partyStatus,
  membership: filter.membership,
});
const noteOnPlace = '区镇、行业按第一个已匹配权利人计；未匹配的按申请地址所在镇。';

export interface PopulationOptions {
  readonly asOf: string;
  /** Cut or filtered by status: then all statuses are in, else only rights in force. */
  readonly anyStatus: boolean;
}

export async function patentPopulation(
  ctx: Ctx,
  parties: PartyIndexData,
  filter: InventoryFilter,
  options: PopulationOptions,
): Promise<Population> {
  const data: PatentIndexData = await patentIndex.get(ctx);
  const { rights } = data;
  const day = toDay(options.asOf);
  const first = firstHolderRows(data, parties);
  const granted = rights.statusCodes.number('granted');
  const china = data.country.number('CN');
  const scope = rightScopeTest(ctx, data, PATENT_READ);
  const tests: RowTest[] = [
    ...(scope === undefined ? [] : [scope]),
    (row) => data.country.at(row) === china,
    options.anyStatus
      ? (row) => data.filed.at(row) === NO_DAY || data.filed.at(row) <= day
      : (row) => rights.statusAt(row, day) === granted,
    ...patentTests(ctx, data, {
      town: filter.town,
      zone: filter.zone,
      industry: filter.industry,
      kind: filter.patentKind,
      status: filter.patentStatus,
      asOf: options.asOf,
    }),
    ...throughHolder(partyTests(parties, onlyParty(filter), day), first),
  ];
  return {
    size: data.size,
    tests,
    dimensions: {
      ...partyDimensions(parties, day, (row) => first[row] as number),
      town: () => codeDimension(rights.town),
      zone: () => codeDimension(rights.zone),
      'industry-section': () => codeDimension(rights.industry, sectionOf),
      industry: () => codeDimension(rights.industry, divisionOf),
      'patent-kind': () => codeDimension(data.kind),
      'patent-status': () => computedDimension(rights.statusCodes.codes, (row) => rights.statusAt(row, day)),
      'filing-year': () => yearDimension(data.filed, data.size),
      'ipc-section': () => codeDimension(data.ipcMain, (code) => code.slice(0, 1)),
    },
    label: options.anyStatus ? '专利' : '有效专利',
    unit: '件',
    definition: options.anyStatus
      ? '统计日前已申请的中国专利，法律状态按统计日由事件推定。'
      : '统计日有效（已授权，未届满、未终止、未被宣告全部无效）的中国专利；每件计一次。',
    notes: [noteOnPlace],
    idOf: (row) => rights.ids[row] as string,
    async describe(rows) {
      return rows.map((row) => {
        const status = rights.statusCodeAt(row, day);
        const kind = data.kind.codeAt(row);
        return {
          id: rights.ids[row] as string,
          kind: 'patent',
          title: rights.names[row] as string,
          subtitle: [
            patentKindLabels[kind]?.[ctx.language],
            ctx.services.places.townName(rights.town.codeAt(row) || null),
          ]
            .filter(Boolean)
            .join(' · '),
          href: `/patents/${rights.ids[row]}`,
          status: patentStatusLabels[status]?.[ctx.language] ?? status,
        };
      });
    },
  };
}

export async function trademarkPopulation(
  ctx: Ctx,
  parties: PartyIndexData,
  filter: InventoryFilter,
  options: PopulationOptions,
): Promise<Population> {
  const data: TrademarkIndexData = await trademarkIndex.get(ctx);
  const { rights } = data;
  const day = toDay(options.asOf);
  const first = firstHolderRows(data, parties);
  const valid = rights.statusCodes.matching((code) => VALID_TRADEMARK.includes(code as never));
  const scope = rightScopeTest(ctx, data, TRADEMARK_READ);
  const tests: RowTest[] = [
    ...(scope === undefined ? [] : [scope]),
    options.anyStatus
      ? (row) => data.filed.at(row) === NO_DAY || data.filed.at(row) <= day
      : (row) => valid[rights.statusAt(row, day)] === 1,
    ...trademarkTests(ctx, data, {
      town: filter.town,
      zone: filter.zone,
      industry: filter.industry,
      niceClass: filter.niceClass,
      status: filter.trademarkStatus,
      asOf: options.asOf,
    }),
    ...throughHolder(partyTests(parties, onlyParty(filter), day), first),
  ];
  return {
    size: data.size,
    tests,
    dimensions: {
      ...partyDimensions(parties, day, (row) => first[row] as number),
      town: () => codeDimension(rights.town),
      zone: () => codeDimension(rights.zone),
      'industry-section': () => codeDimension(rights.industry, sectionOf),
      industry: () => codeDimension(rights.industry, divisionOf),
      'nice-class': () => codeDimension(data.niceClass),
      'trademark-status': () => computedDimension(rights.statusCodes.codes, (row) => rights.statusAt(row, day)),
      'filing-year': () => yearDimension(data.filed, data.size),
    },
    label: options.anyStatus ? '商标' : '有效注册商标',
    unit: '件',
    definition: options.anyStatus
      ? '统计日前已申请的商标，按“注册号 × 类别”计件，状态按统计日推定。'
      : '统计日处于注册或宽展期的商标，按“注册号 × 类别”计件。',
    notes: [noteOnPlace],
    idOf: (row) => rights.ids[row] as string,
    async describe(rows) {
      return rows.map((row) => {
        const status = rights.statusCodeAt(row, day);
        return {
          id: rights.ids[row] as string,
          kind: 'trademark',
          title: rights.names[row] as string,
          subtitle: [
            `第 ${data.niceClass.codeAt(row)} 类`,
            ctx.services.places.townName(rights.town.codeAt(row) || null),
          ]
            .filter(Boolean)
            .join(' · '),
          href: `/trademarks/${rights.ids[row]}`,
          status: trademarkStatusLabels[status]?.[ctx.language] ?? status,
        };
      });
    },
  };
}
