import type { EntitlementView } from '@jince/contract';
import type { ClaimableItem, Declared } from './claim-query.ts';

/** One claim holds either what was found or an own application, of one version of one policy. */
export interface ClaimChoice {
  readonly way: 'found' | 'own';
  readonly versionId: string;
  /** Entitlements, or codes of items. */
  readonly ids: readonly string[];
}

/** Adds or takes away one part; a part of another way or version begins a new choice. */
export function toggleChoice(
  before: ClaimChoice | undefined,
  part: { readonly way: ClaimChoice['way']; readonly versionId: string; readonly id: string },
): ClaimChoice | undefined {
  const { way, versionId, id } = part;
  if (before?.way !== way || before.versionId !== versionId) return { way, versionId, ids: [id] };
  const ids = before.ids.includes(id) ? before.ids.filter((one) => one !== id) : [...before.ids, id];
  return ids.length === 0 ? undefined : { ...before, ids };
}

export const isChosen = (choice: ClaimChoice | undefined, way: ClaimChoice['way'], versionId: string, id: string) =>
  choice?.way === way && choice.versionId === versionId && choice.ids.includes(id);

export interface PolicyGroup<Part> {
  readonly versionId: string;
  readonly title: string;
  readonly version: number;
  readonly example: boolean;
  readonly parts: readonly Part[];
}

/** Parts by the version of the policy they rest on. */
export function byPolicy<Part extends Pick<EntitlementView, 'policy'>>(parts: readonly Part[]): PolicyGroup<Part>[] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) groups.set(part.policy.versionId, [...(groups.get(part.policy.versionId) ?? []), part]);
  return [...groups.values()].flatMap((ones) => {
    const [first] = ones;
    if (!first) return [];
    const { versionId, title, version, example } = first.policy;
    return [{ versionId, title, version, example, parts: ones }];
  });
}

/** What `createClaim` takes for a choice. */
export function toOrder(
  choice: ClaimChoice,
  declared: Readonly<Record<string, Declared>>,
): { entitlementIds: string[] } | { versionId: string; lines: { item: string; declared: Declared }[] } {
  if (choice.way === 'found') return { entitlementIds: [...choice.ids] };
  return {
    versionId: choice.versionId,
    lines: choice.ids.map((item) => ({ item, declared: declared[item] ?? {} })),
  };
}

/** Items not yet known to the system as entitlements: those it found are chosen from what was found. */
export const othersOf = (items: readonly ClaimableItem[], found: readonly EntitlementView[]) =>
  items.filter(
    (item) =>
      !found.some(
        (one) => one.state === 'offered' && one.policy.versionId === item.policy.versionId && one.item === item.item,
      ),
  );
