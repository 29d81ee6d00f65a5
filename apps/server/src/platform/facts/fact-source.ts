import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context/context.ts';
import type { Db, Tx } from '../database/database.ts';
import type { FactCollection, FactQuery } from './fact-definition.ts';
import { FactRegistrationError, type SubjectEntry } from './fact-registry.ts';
import {
  factRelation,
  linkRelation,
  selectFacts,
  selectMaterialised,
  selectMaterialisedLinks,
} from './fact-statements.ts';
import { type Freshness, readStates, type SubjectState } from './freshness.ts';
import { catalogueHash } from './sync-fact-tables.ts';

/** What a statement over facts will ask for, by full names. */
export interface FactNeeds {
  readonly subject: string;
  /** Names of facts, of the subject and of items of its collections. */
  readonly facts: readonly string[];
  /** Names of collections of the subject. */
  readonly collections: readonly string[];
  /** The day; absent: as of now, which is the materialised day. */
  readonly asOf?: string | undefined;
  /** Only these of the subject, with their items: spares computing the district for one of them on another day. */
  readonly ids?: readonly string[] | undefined;
}

export interface FactSource {
  /**
   * `f_<subject>` and `f_<subject>_<collection>` as common table expressions, to follow `with`. A collection has
   * `owner_id`, `item_id` and the facts of its items.
   */
  readonly relations: RawBuilder<unknown>;
  /** Whether they are the tables of the day, and not computed. */
  readonly isKept: boolean;
  readonly freshness: Freshness;
}

/** What can be said of a subject. */
export function subjectEntry(ctx: Ctx, subject: string): SubjectEntry {
  const entry = ctx.services.facts.subjects.get(subject);
  if (entry === undefined) throw new FactRegistrationError(`there is no subject '${subject}'`);
  return entry;
}

interface Part {
  readonly entry: SubjectEntry;
  readonly paths: readonly string[];
}

/** Subjects with the facts wanted of each: the subject itself first, then those of items. */
function partsOf(ctx: Ctx, needs: FactNeeds, collections: readonly FactCollection[]): Part[] {
  const subjects = [...new Set([needs.subject, ...collections.map((collection) => collection.items)])];
  return subjects.map((subject) => {
    const entry = subjectEntry(ctx, subject);
    const paths = [...entry.facts.keys()].filter((path) => needs.facts.includes(`${subject}.${path}`));
    return { entry, paths };
  });
}

/** The day all of the subjects' tables are of; undefined when they cannot be read for that day. */
function storedDay(
  ctx: Ctx,
  parts: readonly Part[],
  states: ReadonlyMap<string, SubjectState>,
  asOf: string | undefined,
): string | undefined {
  const found = parts.map(({ entry }) => states.get(entry.subject.subject));
  const day = asOf ?? found[0]?.asOf;
  const fit = found.every(
    (state, at) => state?.asOf === day && state?.hash === catalogueHash(ctx, (parts[at] as Part).entry),
  );
  return fit ? day : undefined;
}

const itemsOf = (parts: readonly Part[], collection: FactCollection) =>
  parts.find((part) => part.entry.subject.subject === collection.items) as Part;

function materialised(parts: readonly Part[], collections: readonly FactCollection[], district: string) {
  return [
    ...parts.map(
      ({ entry, paths }) =>
        sql`${factRelation(entry.subject.subject)} as not materialized (${selectMaterialised(entry, paths, district)})`,
    ),
    ...collections.map((collection) => {
      const { entry, paths } = itemsOf(parts, collection);
      return sql`${linkRelation(collection)} as not materialized (${selectMaterialisedLinks(collection, entry, paths, district)})`;
    }),
  ];
}

/** Restricts to the subjects asked for, and what belongs to them to theirs. */
function queryOf(
  needs: FactNeeds,
  subject: string,
  collections: readonly FactCollection[],
  whole: FactQuery,
): FactQuery {
  if (needs.ids === undefined) return whole;
  const own: FactQuery = { ...whole, only: sql`select unnest(${needs.ids}::uuid[])` };
  if (subject === needs.subject) return own;
  const items = collections
    .filter((collection) => collection.items === subject)
    .map((collection) => sql`select t.item_id from (${collection.select(own)}) t`);
  return { ...whole, only: sql.join(items, sql` union `) };
}

function computed(needs: FactNeeds, parts: readonly Part[], collections: readonly FactCollection[], whole: FactQuery) {
  return [
    ...parts.map(({ entry, paths }) => {
      const { subject } = entry.subject;
      return sql`${factRelation(subject)} as (${selectFacts(entry, paths, queryOf(needs, subject, collections, whole))})`;
    }),
    ...collections.map((collection) => {
      const query = queryOf(needs, collection.subject, collections, whole);
      const facts = itemsOf(parts, collection).paths.map((path) => sql.id('i', path));
      return sql`${linkRelation(collection)} as (select ${sql.join([sql`l.owner_id, l.item_id`, ...facts])}
        from (${collection.select(query)}) l join ${factRelation(collection.items)} i on i.subject_id = l.item_id)`;
    }),
  ];
}

/**
 * The relations rules are compiled against: the materialised ones when they are of the day asked for, else computed from
 * the registers by the groups that are needed. Read it in the transaction of the statement: {@link readFacts}.
 */
export async function factSource(db: Db, ctx: Ctx, needs: FactNeeds): Promise<FactSource> {
  const { district } = ctx;
  const collections = subjectEntry(ctx, needs.subject).collections.filter((collection) =>
    needs.collections.includes(`${collection.subject}.${collection.path}`),
  );
  const parts = partsOf(ctx, needs, collections);
  const states = await readStates(
    db,
    ctx,
    parts.map((part) => part.entry),
  );
  const day = storedDay(ctx, parts, states, needs.asOf);
  if (day === undefined) {
    const asOf = needs.asOf ?? ctx.today;
    return {
      relations: sql.join(computed(needs, parts, collections, { district, asOf })),
      isKept: false,
      freshness: { asOf, computedAt: ctx.now.toISOString(), pending: false },
    };
  }
  const used = parts.map(({ entry }) => states.get(entry.subject.subject) as SubjectState);
  const oldest = used.map((state) => state.computedAt).sort()[0] as string;
  const behind = used.some((state) => state.marked || state.outdated);
  return {
    relations: sql.join(materialised(parts, collections, district)),
    isKept: true,
    freshness: {
      asOf: day,
      computedAt: oldest,
      pending: behind || (needs.asOf === undefined && day !== ctx.today),
    },
  };
}

/**
 * Runs `read` on one state of the database, so that what it counts and what it lists are of the same facts. Where `ctx.db`
 * is a transaction already, in that: a command that has locked its record must not wait for a second connection.
 */
export async function readFacts<T>(
  ctx: Ctx,
  needs: FactNeeds,
  read: (tx: Tx, source: FactSource) => Promise<T>,
): Promise<T & { readonly freshness: Freshness }> {
  const readIn = async (tx: Tx) => {
    const source = await factSource(tx, ctx, needs);
    // Helpers would each group a collection by itself: three times the work for a third of the subjects.
    if (source.isKept && needs.collections.length > 0)
      await sql`select set_config('max_parallel_workers_per_gather', '0', true)`.execute(tx);
    return { ...(await read(tx, source)), freshness: source.freshness };
  };
  if (ctx.db.isTransaction) return readIn(ctx.db as Tx);
  return ctx.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`select set_config('jince.district', ${ctx.district}, true)`.execute(tx);
      return readIn(tx);
    });
}
