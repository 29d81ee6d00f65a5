import type { FactSummary, SubjectSummary } from '@jince/contract';
import { describe, expect, it } from 'vitest';
import { groupFacts } from './fact-groups.ts';

const fact = (path: string, subject = 'maker') => ({ path, subject, name: `${subject}.${path}` }) as FactSummary;
const subject: SubjectSummary = {
  subject: 'maker',
  label: 'Maker',
  unit: 'makers',
  facts: 4,
  total: 2,
  collections: [{ name: 'maker.pieces', path: 'pieces', items: 'piece', label: 'Pieces', sample: '' }],
};

describe('groupFacts', () => {
  it('puts plain facts first, then each family in order, named as its collection', () => {
    const facts = [
      fact('pieces.valid'),
      fact('name'),
      fact('other.a'),
      fact('pieces.any'),
      fact('town'),
      fact('x', 'piece'),
    ];
    expect(
      groupFacts(subject, facts).map(({ prefix, label, facts: own }) => [prefix, label, own.map((f) => f.path)]),
    ).toEqual([
      ['', undefined, ['name', 'town']],
      ['pieces', 'Pieces', ['pieces.valid', 'pieces.any']],
      ['other', undefined, ['other.a']],
    ]);
  });
});
