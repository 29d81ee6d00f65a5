import type { Catalogue, CollectionSpec, FactSpec, SubjectSpec } from './catalogue.ts';

/** Thrown at start for a catalogue that contradicts itself; `problems` has one English line per contradiction. */
export class CatalogueError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The fact catalogue contradicts itself:\n${problems.join('\n')}`);
    this.name = 'CatalogueError';
    this.problems = problems;
  }
}

const SUBJECT_NAME = /^[a-z][A-Za-z0-9]{0,30}$/;
const PATH = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/;
/** PostgreSQL cuts longer names of columns and relations without a word. */
const MAX_NAME = 63;
/** Words the grammar keeps for itself. */
const RESERVED = new Set(
  'as break const continue else false for function if import in let loop null package namespace prototype return true today var void while cel'.split(
    ' ',
  ),
);

/**
 * Indexes the facts, collections and subjects and checks that they fit together.
 * @throws CatalogueError naming every contradiction: repeated or malformed names, a fact of no subject, a list without
 * element type, a code without system, values of what is no text, a path that is both fact and collection
 */
export function createCatalogue(parts: {
  readonly subjects: readonly SubjectSpec[];
  readonly facts: readonly FactSpec[];
  readonly collections: readonly CollectionSpec[];
}): Catalogue {
  const problems: string[] = [];
  const subjects = new Map<string, SubjectSpec>();
  for (const spec of parts.subjects) {
    if (subjects.has(spec.subject)) problems.push(`${spec.subject}: named twice`);
    if (!SUBJECT_NAME.test(spec.subject) || RESERVED.has(spec.subject))
      problems.push(`${spec.subject}: no usable name`);
    subjects.set(spec.subject, spec);
  }
  const facts = new Map<string, FactSpec>();
  for (const spec of parts.facts) {
    if (facts.has(spec.name)) problems.push(`${spec.name}: stated twice`);
    facts.set(spec.name, spec);
    problems.push(...namingProblems(spec, subjects), ...factProblems(spec));
  }
  const collections = new Map<string, CollectionSpec>();
  for (const spec of parts.collections) {
    if (collections.has(spec.name)) problems.push(`${spec.name}: stated twice`);
    if (facts.has(spec.name)) problems.push(`${spec.name}: both a fact and a collection`);
    if (!subjects.has(spec.items)) problems.push(`${spec.name}: items of no known subject "${spec.items}"`);
    if (`f_${spec.subject}_${spec.path}`.length > MAX_NAME) problems.push(`${spec.name}: name too long`);
    collections.set(spec.name, spec);
    problems.push(...namingProblems(spec, subjects));
  }
  if (problems.length > 0) throw new CatalogueError(problems);
  const factsBySubject = Map.groupBy(parts.facts, (spec) => spec.subject);
  const collectionsBySubject = Map.groupBy(parts.collections, (spec) => spec.subject);
  return {
    subjects: [...parts.subjects],
    facts: [...parts.facts],
    collections: [...parts.collections],
    findSubject: (subject) => subjects.get(subject),
    findFact: (subject, path) => facts.get(`${subject}.${path}`),
    findCollection: (subject, path) => collections.get(`${subject}.${path}`),
    factsOf: (subject) => factsBySubject.get(subject) ?? [],
    collectionsOf: (subject) => collectionsBySubject.get(subject) ?? [],
  };
}

function namingProblems(spec: FactSpec | CollectionSpec, subjects: ReadonlyMap<string, unknown>): string[] {
  const problems: string[] = [];
  if (!subjects.has(spec.subject)) problems.push(`${spec.name}: of no known subject "${spec.subject}"`);
  if (spec.name !== `${spec.subject}.${spec.path}`)
    problems.push(`${spec.name}: is not "${spec.subject}.${spec.path}"`);
  if (!PATH.test(spec.path) || spec.path.length > MAX_NAME) problems.push(`${spec.name}: no usable path`);
  if (spec.path.split('.').some((part) => RESERVED.has(part))) problems.push(`${spec.name}: uses a reserved word`);
  if (spec.label.zh === '' || spec.label.en === '') problems.push(`${spec.name}: has no label`);
  return problems;
}

function factProblems(spec: FactSpec): string[] {
  const problems: string[] = [];
  const isCode = spec.type === 'code' || (spec.type === 'list' && spec.of === 'code');
  if ((spec.type === 'list') !== (spec.of !== undefined)) problems.push(`${spec.name}: \`of\` goes with a list`);
  if (isCode !== (spec.system !== undefined)) problems.push(`${spec.name}: \`system\` goes with codes`);
  const isText = spec.type === 'text' || (spec.type === 'list' && spec.of === 'text');
  if (spec.values !== undefined && !isText && spec.system !== 'place')
    problems.push(`${spec.name}: \`values\` go with texts and places`);
  if (spec.values !== undefined && Object.keys(spec.values).length === 0) problems.push(`${spec.name}: no values`);
  return problems;
}
