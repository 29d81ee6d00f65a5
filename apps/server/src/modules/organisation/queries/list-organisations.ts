import type { RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { bodyKindLabels } from '../domain/body-kinds.ts';

type Output = RouteOutput<(typeof routes)['listOrganisations']>;
type Node = Output['organisations'][number];

/** All bodies in the order of the pack, with established posts and how many officers hold them. */
export async function listOrganisations(ctx: Ctx): Promise<Output> {
  const { rows } = await inTransaction(ctx, (tx) =>
    sql<Omit<Node, 'kindLabel'>>`
      with staffed as (
        select body_id, post, count(*) as filled from organisation.officer
        where district = ${ctx.district} group by body_id, post
      )
      select b.id, b.parent_id as "parentId", b.name, b.kind, b.place_kind as "placeKind", b.place_code as "placeCode",
        coalesce((select json_agg(json_build_object('id', p.id, 'title', p.title, 'established', p.established,
                                                    'filled', coalesce(s.filled, 0)) order by p.position)
                  from organisation.post p left join staffed s on s.body_id = p.body_id and s.post = p.title
                  where p.district = b.district and p.body_id = b.id), '[]') as posts,
        coalesce((select sum(p.established) from organisation.post p where p.district = b.district and p.body_id = b.id), 0)::int as established,
        coalesce((select sum(s.filled) from staffed s where s.body_id = b.id), 0)::int as filled
      from organisation.body b where b.district = ${ctx.district} order by b.position, b.id`.execute(tx),
  );
  return {
    organisations: rows.map((row) => ({ ...row, kindLabel: bodyKindLabels[row.kind]?.[ctx.language] ?? row.kind })),
  };
}
