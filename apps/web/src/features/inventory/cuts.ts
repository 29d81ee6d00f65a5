import type { inventoryCut, inventoryMeasure } from '@jince/contract';
import type { z } from 'zod';

export type Measure = z.infer<typeof inventoryMeasure>;
export type Cut = z.infer<typeof inventoryCut>;

const ofParty: readonly Cut[] = [
  'town',
  'zone',
  'industry-section',
  'industry',
  'party-kind',
  'party-status',
  'membership',
];

/** By what each measure can be cut. */
export const cutsOf: Readonly<Record<Measure, readonly Cut[]>> = {
  parties: ofParty,
  patents: [...ofParty, 'patent-kind', 'patent-status', 'filing-year', 'ipc-section'],
  trademarks: [...ofParty, 'nice-class', 'trademark-status', 'filing-year'],
  gis: ['town', 'zone'],
  madrid: ofParty,
  'parties-without-patent': ofParty,
  'parties-without-trademark': ofParty,
};
export const measures = Object.keys(cutsOf) as Measure[];

const partyFilters = ['town', 'zone', 'industry', 'partyKind', 'partyStatus', 'membership'] as const;
export type InventoryFilter =
  | (typeof partyFilters)[number]
  | 'patentKind'
  | 'patentStatus'
  | 'niceClass'
  | 'trademarkStatus';

/** By what each measure can be narrowed. */
export function filtersOf(measure: Measure): readonly InventoryFilter[] {
  if (measure === 'patents') return [...partyFilters, 'patentKind', 'patentStatus'];
  if (measure === 'trademarks') return [...partyFilters, 'niceClass', 'trademarkStatus'];
  if (measure === 'gis') return ['town', 'zone'];
  return partyFilters;
}
export const allFilters: readonly InventoryFilter[] = [
  ...partyFilters,
  'patentKind',
  'patentStatus',
  'niceClass',
  'trademarkStatus',
];
