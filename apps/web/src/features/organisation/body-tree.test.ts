import { describe, expect, it } from 'vitest';
import { type Body, treeRows } from './body-tree.ts';

const body = (id: string, parentId: string | null, established: number, filled: number): Body => ({
  id,
  parentId,
  name: id,
  kind: 'section',
  kindLabel: '科室',
  placeKind: 'district',
  placeCode: '320509',
  posts: [],
  established,
  filled,
});
const bodies = [
  body('gov', null, 1, 0),
  body('bureau', 'gov', 2, 1),
  body('section', 'bureau', 5, 5),
  body('police', 'elsewhere', 1, 1),
];

describe('tree of bodies', () => {
  it('walks in tree order and adds up the posts below', () => {
    const rows = treeRows(bodies, new Set());
    expect(rows.map((row) => [row.body.id, row.depth])).toEqual([
      ['gov', 0],
      ['bureau', 1],
      ['section', 2],
      ['police', 0],
    ]);
    expect(rows[0]).toMatchObject({ established: 8, filled: 6, hasChildren: true });
  });

  it('leaves out what is below a closed body, but counts it', () => {
    const rows = treeRows(bodies, new Set(['bureau']));
    expect(rows.map((row) => row.body.id)).toEqual(['gov', 'bureau', 'police']);
    expect(rows[1]).toMatchObject({ established: 7, filled: 6 });
  });
});
