import { type Bilingual, type Catalogue, createCatalogue, type FactSpec } from '@jince/rules';
import type {
  FactCollection,
  FactContribution,
  FactFollower,
  FactGroup,
  FactOfGroup,
  FactSubject,
  RuleUsersPort,
} from './fact-definition.ts';

/** A fact with the group that yields it. */
export interface FactEntry {
  readonly spec: FactSpec;
  readonly group: FactGroup;
  readonly absent: NonNullable<FactOfGroup['absent']> | null;
}

/** A subject with everything that can be said of it, by whichever module. */
export interface SubjectEntry {
  readonly subject: FactSubject;
  readonly groups: readonly FactGroup[];
  readonly collections: readonly FactCollection[];
  /** By path. */
  readonly facts: ReadonlyMap<string, FactEntry>;
  /** Registers whose change makes any of it out of date, sorted. */
  readonly registers: readonly string[];
}

export interface FactRegistry {
  /** The same as rules see it. */
  readonly catalogue: Catalogue;
  /** In order of registration: modules of lower tiers first. */
  readonly subjects: ReadonlyMap<string, SubjectEntry>;
  readonly followers: readonly FactFollower[];
  readonly users: readonly RuleUsersPort[];
}

type Words = Readonly<Record<string, Bilingual>>;

/** Names of the district's places by code: what facts of places may say, and how sentences of rules put it. */
export interface PlaceWords {
  readonly town: Words;
  readonly zone: Words;
}

export class FactRegistrationError extends Error {
  override name = 'FactRegistrationError';
}

/** PostgreSQL cuts longer names off without a word. */
const LONGEST_NAME = 63;
const PATH = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/;
const SUBJECT = /^[a-z][A-Za-z0-9]*$/;
const RESERVED = ['district', 'subject_id', 'owner_id', 'item_id'];
const TAKEN_TABLES = ['state', 'stale'];

function refuse(problem: string): never {
  throw new FactRegistrationError(problem);
}

function assertPath(subject: string, path: string): void {
  if (!PATH.test(path) || path.length > LONGEST_NAME || RESERVED.includes(path))
    refuse(`'${subject}.${path}' cannot be the name of a fact`);
}

/** A path that ends in town or zone says which places it means; another may mean any. */
function wordsOfPlace(path: string, { town, zone }: PlaceWords): Words {
  const last = path.split('.').at(-1);
  return last === 'town' ? town : last === 'zone' ? zone : { ...town, ...zone };
}

function factsOf(subject: string, groups: readonly FactGroup[], places?: PlaceWords): Map<string, FactEntry> {
  const facts = new Map<string, FactEntry>();
  for (const group of groups) {
    for (const { absent = null, nullable, ...rest } of group.facts) {
      assertPath(subject, rest.path);
      if (facts.has(rest.path)) refuse(`fact '${subject}.${rest.path}' is registered twice`);
      const named = places !== undefined && rest.system === 'place' ? { values: wordsOfPlace(rest.path, places) } : {};
      const spec = {
        ...rest,
        ...named,
        name: `${subject}.${rest.path}`,
        subject,
        nullable: nullable ?? absent === null,
      };
      facts.set(rest.path, { spec, group, absent });
    }
  }
  return facts;
}

interface Contributed {
  readonly all: readonly FactContribution[];
  readonly known: ReadonlySet<string>;
  readonly places: PlaceWords | undefined;
}

function entryOf(subject: FactSubject, { all, known, places }: Contributed): SubjectEntry {
  const name = subject.subject;
  const groups = all.flatMap((part) => part.groups ?? []).filter((group) => group.subject === name);
  const collections = all.flatMap((part) => part.collections ?? []).filter((one) => one.subject === name);
  const names = groups.map((group) => group.name);
  const twice = names.find((one, at) => names.indexOf(one) !== at);
  if (twice !== undefined) refuse(`fact group '${twice}' of '${name}' is registered twice`);
  const paths = new Set<string>();
  for (const { path, items } of collections) {
    assertPath(name, path);
    if (path.includes('.') || paths.has(path)) refuse(`'${name}.${path}' cannot be the name of a collection`);
    if (!known.has(items)) refuse(`collection '${name}.${path}' has items of the unknown subject '${items}'`);
    paths.add(path);
  }
  const registers = new Set([...groups, ...collections].flatMap((part) => part.registers));
  return { subject, groups, collections, facts: factsOf(name, groups, places), registers: [...registers].sort() };
}

/**
 * Joins what all modules say can be said.
 * @param places the jurisdiction's; without them rules take and print any code of a place
 * @throws {FactRegistrationError} on a fact, subject or collection named twice, unknown or impossible to store
 */
export function createFactRegistry(contributions: readonly FactContribution[], places?: PlaceWords): FactRegistry {
  const all = [...contributions];
  const subjects = all.flatMap((part) => part.subjects ?? []);
  const known = new Set<string>();
  for (const { subject } of subjects) {
    if (!SUBJECT.test(subject) || TAKEN_TABLES.includes(subject))
      refuse(`'${subject}' cannot be the name of a subject`);
    if (known.has(subject)) refuse(`subject '${subject}' is registered twice`);
    known.add(subject);
  }
  for (const part of all.flatMap((one) => [...(one.groups ?? []), ...(one.collections ?? [])]))
    if (!known.has(part.subject)) refuse(`facts are given of the unknown subject '${part.subject}'`);
  const entries = new Map(subjects.map((subject) => [subject.subject, entryOf(subject, { all, known, places })]));
  return {
    subjects: entries,
    catalogue: catalogueOf([...entries.values()]),
    followers: all.flatMap((part) => part.followers ?? []),
    users: all.flatMap((part) => part.users ?? []),
  };
}

/** @throws CatalogueError of packages/rules on whatever else does not fit together */
function catalogueOf(entries: readonly SubjectEntry[]): Catalogue {
  return createCatalogue({
    subjects: entries.map(({ subject: { subject, label, unit } }) => ({ subject, label, unit })),
    facts: entries.flatMap((entry) => [...entry.facts.values()].map((fact) => fact.spec)),
    collections: entries.flatMap((entry) =>
      entry.collections.map(({ subject, path, items, label }) => ({
        name: `${subject}.${path}`,
        subject,
        path,
        items,
        label,
      })),
    ),
  });
}
