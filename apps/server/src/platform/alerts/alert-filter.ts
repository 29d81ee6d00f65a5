import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../access/like.ts';
import { type Ctx, scopeFor } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import { factSource } from '../facts/fact-source.ts';
import { factRelation } from '../facts/fact-statements.ts';
import type { AlertedKind, AlertPlace } from './alerted-kinds.ts';
import { HOLDER, holdersSql } from './holders-sql.ts';

export interface AlertFilter {
  readonly code?: readonly string[] | undefined;
  readonly level?: readonly string[] | undefined;
  readonly town?: readonly string[] | undefined;
  readonly party?: string | undefined;
  readonly q?: string | undefined;
  readonly handled?: boolean | undefined;
  /** Due by this day, or without a day but not merely for information. */
  readonly pressingBy?: string | undefined;
  /** Only of these subjects. */
  readonly subjects?: readonly string[] | undefined;
}

/** The kept alert, by an alias no statement of a module uses. */
export const KEPT = 'kept_alert';
const SUBJECT_ID = sql.id(KEPT, 'subject_id');
const TOWN = sql.id(KEPT, 'town');

/** Subjects of a kind whose texts, or whose holder's name, contain the words. */
async function searched(
  tx: Tx,
  ctx: Ctx,
  q: string,
  place: AlertPlace,
  holders: RawBuilder<unknown> | undefined,
): Promise<RawBuilder<boolean>> {
  const pattern = containsPattern(q);
  const { relations } = await factSource(tx, ctx, {
    subject: place.subject,
    facts: place.search.map((path) => `${place.subject}.${path}`),
    collections: [],
  });
  const texts = place.search.map((path) => sql`${sql.id('s', path)} ilike ${pattern}`);
  const byText = sql`${SUBJECT_ID} in (with ${relations} select s.subject_id from ${factRelation(place.subject)} s
    where ${sql.join(texts, sql` or `)})`;
  if (holders === undefined || place.subject === HOLDER) return sql`(${byText})`;
  return sql`(${byText} or ${SUBJECT_ID} in (select h.item_id from (${holders}) h where h.name ilike ${pattern}))`;
}

/** Predicate: an alert of this kind that the actor may see within the places of the permission, and that is asked for. */
async function ofKind(
  tx: Tx,
  ctx: Ctx,
  permission: string,
  { subject, place, entry }: AlertedKind,
  filter: AlertFilter,
): Promise<RawBuilder<boolean>> {
  const scope = scopeFor(ctx, permission);
  const holders = await holdersSql(tx, ctx, place);
  const heldBy = (parties: readonly string[]): RawBuilder<boolean> =>
    holders === undefined
      ? sql`false`
      : sql`${SUBJECT_ID} in (select h.item_id from (${holders}) h where h.owner_id = any(${parties}::uuid[]))`;
  const parts = [sql<boolean>`${sql.id(KEPT, 'subject')} = ${subject}`];
  if (scope.kind === 'places') {
    // What has no town is left to the subject's own permission.
    if (place.town !== undefined) {
      const inTowns = sql<boolean>`coalesce(${TOWN} = any(${scope.towns}::text[]), false)`;
      parts.push(scope.parties.length === 0 ? inTowns : sql`(${inTowns} or ${heldBy(scope.parties)})`);
    }
  }
  parts.push(entry.subject.visible(ctx, SUBJECT_ID));
  if (filter.party !== undefined) parts.push(heldBy([filter.party]));
  if (filter.q !== undefined && filter.q !== '') parts.push(await searched(tx, ctx, filter.q, place, holders));
  return sql`(${sql.join(parts, sql` and `)})`;
}

/** Predicate over the kept alert, but for code, level and state of handling, which are counted before they narrow. */
export async function filterSql(
  tx: Tx,
  ctx: Ctx,
  permission: string,
  kinds: readonly AlertedKind[],
  filter: AlertFilter,
): Promise<RawBuilder<boolean>> {
  const any: RawBuilder<boolean>[] = [];
  for (const kind of kinds) any.push(await ofKind(tx, ctx, permission, kind, filter));
  if (any.length === 0) return sql`false`;
  const parts = [
    ...(filter.town === undefined ? [] : [sql<boolean>`${TOWN} = any(${filter.town}::text[])`]),
    ...(filter.subjects === undefined ? [] : [sql<boolean>`${SUBJECT_ID} = any(${filter.subjects}::uuid[])`]),
    sql<boolean>`(${sql.join(any, sql` or `)})`,
  ];
  return sql`(${sql.join(parts, sql` and `)})`;
}
