import oldNear from '../data/2026-11-23/near-glyphs.json' with { type: 'json' };
import oldReadings from '../data/2026-11-23/readings.json' with { type: 'json' };
import { GlyphTable, glyphs } from './glyphs.ts';
import { MIXED_AT_ONCE, ReadingTable, readings } from './readings.ts';
import { SignRelations } from './relations.ts';

/** How signs are related by the tables in use. */
export const currentRelations = new SignRelations(glyphs, readings);

const EDITIONS = {
  '2026-11-23': () => new SignRelations(new GlyphTable(oldNear), new ReadingTable(oldReadings, MIXED_AT_ONCE)),
  '2026-11-23.3': () => currentRelations,
} as const;
const opened = new Map<string, SignRelations>();

/**
 * Relations by the tables a model was learned with: with others its scores would not be the same.
 * @throws RangeError for an edition that was never published
 */
export function relationsOfEdition(edition: string): SignRelations {
  const known = opened.get(edition);
  if (known !== undefined) return known;
  if (!(edition in EDITIONS)) throw new RangeError(`no tables ${edition}`);
  const relations = EDITIONS[edition as keyof typeof EDITIONS]();
  opened.set(edition, relations);
  return relations;
}
