import type { RouteOutput, routes } from '@jince/contract';

export type Body = RouteOutput<typeof routes.listOrganisations>['organisations'][number];

export interface BodyRow {
  readonly body: Body;
  readonly depth: number;
  readonly hasChildren: boolean;
  /** Posts of the body and of all below it. */
  readonly established: number;
  readonly filled: number;
}

/** Bodies in the order of the tree; those below a closed one are left out. A body without a known parent is a root. */
export function treeRows(bodies: readonly Body[], closed: ReadonlySet<string>): BodyRow[] {
  const known = new Set(bodies.map((body) => body.id));
  const children = new Map<string | null, Body[]>();
  for (const body of bodies) {
    const parent = body.parentId !== null && known.has(body.parentId) ? body.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), body]);
  }
  const sums = new Map<string, { established: number; filled: number }>();
  const sum = (body: Body): { established: number; filled: number } => {
    const own = { established: body.established, filled: body.filled };
    for (const child of children.get(body.id) ?? []) {
      const below = sum(child);
      own.established += below.established;
      own.filled += below.filled;
    }
    sums.set(body.id, own);
    return own;
  };
  for (const root of children.get(null) ?? []) sum(root);
  const rows: BodyRow[] = [];
  const walk = (parent: string | null, depth: number) => {
    for (const body of children.get(parent) ?? []) {
      const below = children.get(body.id) ?? [];
      rows.push({
        body,
        depth,
        hasChildren: below.length > 0,
        ...(sums.get(body.id) ?? { established: 0, filled: 0 }),
      });
      if (!closed.has(body.id)) walk(body.id, depth + 1);
    }
  };
  walk(null, 0);
  return rows;
}
