import { describe, expect, it } from 'vitest';
import type { FactContribution, FactGroup } from './fact-definition.ts';
import { createFactRegistry } from './fact-registry.ts';
import { workshopFacts } from './testing/workshop.ts';

const [group] = workshopFacts.groups as [FactGroup, ...FactGroup[]];
const [collection] = workshopFacts.collections ?? [];
const [subject] = workshopFacts.subjects ?? [];
const fact = group.facts[0];
if (collection === undefined || subject === undefined || fact === undefined) throw new Error('the workshop is empty');

const withGroup = (change: Partial<FactGroup>): FactContribution => ({
  groups: [{ ...group, name: 'other.group', ...change }],
});
const withPath = (path: string) => withGroup({ facts: [{ ...fact, path }] });

describe('createFactRegistry', () => {
  it('joins what modules say of the same subject', () => {
    const { subjects, catalogue } = createFactRegistry([workshopFacts, withPath('colour')]);
    const piece = subjects.get('piece');
    expect([...(piece?.facts.keys() ?? [])]).toEqual(['kind', 'weight', 'ageDays', 'tags', 'colour']);
    expect(piece?.registers).toEqual(['pieces']);
    expect(catalogue.findFact('piece', 'colour')).toMatchObject({ name: 'piece.colour', nullable: true });
    expect(catalogue.findFact('maker', 'pieces.count')?.nullable).toBe(false);
    expect(catalogue.findFact('maker', 'pieces.heaviest')?.nullable).toBe(true);
  });

  it('gives facts of places their names: towns, zones, or both where the path says neither', () => {
    const [town, zone] = [{ t1: { zh: '甲镇', en: 'Jia' } }, { z1: { zh: '乙区', en: 'Yi' } }];
    const place = (path: string) => ({ ...fact, type: 'code' as const, system: 'place' as const, path });
    const { catalogue } = createFactRegistry(
      [workshopFacts, withGroup({ facts: [place('seat.town'), place('zone'), place('madeAt')] })],
      { town, zone },
    );
    const valuesOf = (path: string) => catalogue.findFact('piece', path)?.values;
    expect([valuesOf('seat.town'), valuesOf('zone'), valuesOf('madeAt')]).toEqual([town, zone, { ...town, ...zone }]);
  });

  it.each<[string, FactContribution, RegExp]>([
    ['a fact twice', withPath('kind'), /'piece.kind' is registered twice/],
    [
      'a group twice',
      withGroup({ name: 'workshop.piece', facts: [] }),
      /'workshop.piece' of 'piece' is registered twice/,
    ],
    ['a subject twice', { subjects: [subject] }, /'piece' is registered twice/],
    ['a fact of nothing', withGroup({ subject: 'ghost', facts: [] }), /unknown subject 'ghost'/],
    ['a column that is the key', withPath('subject_id'), /cannot be the name/],
    ['a name PostgreSQL would cut', withPath(`a${'b'.repeat(70)}`), /cannot be the name/],
    ['a name that is no path', withPath('a-b'), /cannot be the name/],
    ['a table of the platform', { subjects: [{ ...subject, subject: 'state' }] }, /'state' cannot be the name/],
    ['items of nothing', { collections: [{ ...collection, path: 'tools', items: 'tool' }] }, /unknown subject 'tool'/],
    ['a collection twice', { collections: [collection] }, /'maker.pieces' cannot be/],
    [
      'a code without system',
      withGroup({ facts: [{ ...fact, path: 'code', type: 'code' }] }),
      /`system` goes with codes/,
    ],
  ])('refuses %s', (_, contribution, problem) => {
    expect(() => createFactRegistry([workshopFacts, contribution])).toThrow(problem);
  });
});
