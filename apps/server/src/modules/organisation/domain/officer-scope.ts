import type { PlaceDirectory, Scope } from '../../../platform/access/access.ts';

/** Which bodies a scope reaches, as codes to compare in the query; undefined for the whole district. */
export interface BodyScope {
  readonly towns: readonly string[];
  readonly zones: readonly string[];
  readonly bodies: readonly string[];
}

type Directory = PlaceDirectory & { zoneOfTown(code: string | null): string | null };

/** A zone's own body belongs to those whose scope covers every town of the zone. */
export function bodyScopeOf(scope: Scope, places: Directory): BodyScope | undefined {
  if (scope.kind === 'district') return undefined;
  const towns = new Set(scope.towns);
  const candidates = new Set(scope.towns.flatMap((town) => places.zoneOfTown(town) ?? []));
  const zones = [...candidates].filter((zone) => places.townsOfZone(zone).every((town) => towns.has(town)));
  return { towns: scope.towns, zones, bodies: scope.organisations };
}
