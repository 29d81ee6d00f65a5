import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../access/like.ts';
import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import { visibleSql } from '../facts/fact-filter.ts';
import type { SubjectEntry } from '../facts/fact-registry.ts';
import { factSource } from '../facts/fact-source.ts';
import { factRelation, linkRelation } from '../facts/fact-statements.ts';
import type { Freshness } from '../facts/freshness.ts';
import { compileFor, needsOf } from '../facts/rules.ts';
import type { Jurisdiction } from '../jurisdiction/jurisdiction.ts';
import type { Alert } from './alert-catalogue.ts';
import { withinPlaces } from './alert-scope.ts';
import type { AlertFilter } from './select-alerts.ts';

export type AlertPlace = Jurisdiction['alertSubjects'][number];

/** Who holds rights and certificates; also a subject of its own. */
export const HOLDER = 'enterprise';
const HOLDER_NAME = 'name';

export interface SubjectAsked {
  readonly place: AlertPlace;
  readonly entry: SubjectEntry;
  /** The alerts over this kind of subject with their places in the list of all. */
  readonly asked: readonly (readonly [number, Alert])[];
}

/** `item_id, owner_id, name` of the subjects of a kind and who holds them. */
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

function searched(q: string, place: AlertPlace, holders: RawBuilder<unknown> | undefined): RawBuilder<boolean> {
  const pattern = containsPattern(q);
  const texts = place.search.map((path) => sql`${sql.id('s', path)} ilike ${pattern}`);
  const byHolder =
    holders === undefined || place.subject === HOLDER
      ? []
      : [sql`s.subject_id in (select h.item_id from (${holders}) h where h.name ilike ${pattern})`];
  return sql<boolean>`(${sql.join([...texts, ...byHolder], sql` or `)})`;
}

/**
 * `code, variant, subject_id, due_on, town` of the alerts met by subjects of one kind, each subject read once for all its
 * alerts. To be read in the same transaction.
 */
export async function metBy(
  tx: Tx,
  ctx: Ctx,
  permission: string,
  { place, entry, asked }: SubjectAsked,
  filter: AlertFilter,
): Promise<{ readonly select: RawBuilder<unknown>; readonly freshness: Freshness }> {
  const rules = asked.map(([, alert]) => alert.rule);
  const dues = asked.flatMap(([, alert]) => (alert.due === undefined ? [] : [alert.due]));
  const paths = [...(place.town === undefined ? [] : [place.town]), ...(filter.q === undefined ? [] : place.search)];
  const source = await factSource(tx, ctx, needsOf(place.subject, [...rules, ...dues], paths, undefined));
  const compiled = compileFor([...rules, ...dues], source.freshness.asOf);
  const dueOf = ({ due }: Alert) =>
    due === undefined ? sql`null` : compiled.expressions[rules.length + dues.indexOf(due)];
  const variants = asked.map(
    ([index, alert], at) =>
      sql`(${alert.code}::text, ${index}::int, ${compiled.expressions[at]}, (${dueOf(alert)})::date)`,
  );
  const town = place.town === undefined ? undefined : sql.id('s', place.town);
  const holders = await holdersSql(tx, ctx, place);
  const heldBy = (parties: readonly string[]): RawBuilder<boolean> =>
    holders === undefined
      ? sql`false`
      : sql`s.subject_id in (select h.item_id from (${holders}) h where h.owner_id = any(${parties}::uuid[]))`;
  const only = [
    visibleSql(ctx, entry),
    withinPlaces(ctx, permission, town, heldBy),
    ...(filter.town === undefined ? [] : [sql`${town ?? sql`null`} = any(${filter.town}::text[])`]),
    ...(filter.party === undefined ? [] : [heldBy([filter.party])]),
    ...(filter.subjects === undefined ? [] : [sql`s.subject_id = any(${filter.subjects}::uuid[])`]),
    ...(filter.q === undefined || filter.q === '' ? [] : [searched(filter.q, place, holders)]),
  ];
  return {
    freshness: source.freshness,
    select: sql`with ${source.relations}
      select v.code, v.variant, s.subject_id, v.due_on, ${town ?? sql`null`}::text as town
      from ${factRelation(place.subject)} s ${compiled.joins}
      cross join lateral (values ${sql.join(variants)}) as v(code, variant, met, due_on)
      where v.met and ${sql.join(only, sql` and `)}`,
  };
}
