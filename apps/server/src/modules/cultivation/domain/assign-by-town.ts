/** An account that may work targets; null towns: the whole district. */
export interface Assignee {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  /** Towns granted one by one. */
  readonly towns: readonly string[];
  /** Towns that come with a granted zone. */
  readonly zoneTowns: readonly string[];
  readonly district: boolean;
}

/**
 * Who takes the targets of each town: the accounts that hold the town itself, else those that hold its zone. Accounts
 * of the whole district are given work by name only. In order of the user name, so that the same accounts share the
 * same way every time.
 */
export function holdersByTown(assignees: readonly Assignee[]): ReadonlyMap<string, readonly string[]> {
  const ordered = assignees.toSorted((a, b) => (a.username < b.username ? -1 : 1));
  const towns = new Set(ordered.flatMap((one) => [...one.towns, ...one.zoneTowns]));
  return new Map(
    [...towns].map((town) => {
      const direct = ordered.filter((one) => one.towns.includes(town));
      const holders = direct.length > 0 ? direct : ordered.filter((one) => one.zoneTowns.includes(town));
      return [town, holders.map((one) => one.id)];
    }),
  );
}
