import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import { factSource } from '../facts/fact-source.ts';
import { factRelation, linkRelation } from '../facts/fact-statements.ts';
import type { AlertPlace } from './alerted-kinds.ts';

/** Who holds rights and certificates; also a subject of its own. */
export const HOLDER = 'enterprise';
const HOLDER_NAME = 'name';

/** `item_id, owner_id, name` of the subjects of a kind and who holds them; undefined for what nobody holds. */
export async function holdersSql(tx: Tx, ctx: Ctx, place: AlertPlace): Promise<RawBuilder<unknown> | undefined> {
  const facts = [`${HOLDER}.${HOLDER_NAME}`];
  const holder = factRelation(HOLDER);
  if (place.subject === HOLDER) {
    const { relations } = await factSource(tx, ctx, { subject: HOLDER, facts, collections: [] });
    return sql`with ${relations} select subject_id as item_id, subject_id as owner_id, ${sql.id(HOLDER_NAME)} as name from ${holder}`;
  }
  if (place.holders === undefined) return undefined;
  const collections = [`${HOLDER}.${place.holders}`];
  const { relations } = await factSource(tx, ctx, { subject: HOLDER, facts, collections });
  const links = linkRelation({ subject: HOLDER, path: place.holders });
  return sql`with ${relations} select l.item_id, l.owner_id, e.${sql.id(HOLDER_NAME)} as name
    from ${links} l join ${holder} e on e.subject_id = l.owner_id`;
}
