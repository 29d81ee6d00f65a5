import type { FactSummary, SubjectSummary } from '@jince/contract';

export interface FactGroupView {
  /** First part of the paths, empty for facts that have one part only. */
  readonly prefix: string;
  readonly label: string | undefined;
  readonly facts: readonly FactSummary[];
}

/** Facts of one subject by the first part of their path, in the order in which they are registered. */
export function groupFacts(subject: SubjectSummary, facts: readonly FactSummary[]): FactGroupView[] {
  const groups = new Map<string, FactSummary[]>();
  for (const fact of facts.filter((one) => one.subject === subject.subject)) {
    const [first = '', ...rest] = fact.path.split('.');
    const prefix = rest.length > 0 ? first : '';
    groups.set(prefix, [...(groups.get(prefix) ?? []), fact]);
  }
  return [...groups]
    .map(([prefix, own]) => ({
      prefix,
      label: subject.collections.find((collection) => collection.path === prefix)?.label,
      facts: own,
    }))
    .sort((a, b) => Number(a.prefix !== '') - Number(b.prefix !== ''));
}
