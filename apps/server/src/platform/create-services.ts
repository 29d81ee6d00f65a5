import type { Pool } from 'pg';
import type { Permission } from './access/access.ts';
import { roles } from './access/access.ts';
import type { Config } from './config/config.ts';
import type { Log, Services } from './context/context.ts';
import type { Database } from './database/database.ts';
import { type ErrorCatalogue, fillSentence, platformErrors } from './errors/errors.ts';
import { createFactRegistry, type PlaceWords } from './facts/fact-registry.ts';
import type { FileStore } from './files/file-store.ts';
import type { Jurisdiction } from './jurisdiction/jurisdiction.ts';
import type { ModuleDefinition } from './module.ts';
import { actionLabels, procedureRegistry } from './procedures/procedure-registry.ts';

export interface ServiceParts {
  readonly config: Config;
  readonly db: Database;
  readonly pool: Pool;
  readonly files: FileStore;
  readonly log: Log;
  readonly clock: { now(): Date };
  readonly jurisdiction: Jurisdiction;
  readonly demo: boolean;
}

export class RegistrationError extends Error {
  override name = 'RegistrationError';
}

function merge<T>(what: string, parts: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  const all: Record<string, T> = {};
  for (const part of parts) {
    for (const [key, value] of Object.entries(part)) {
      if (key in all) throw new RegistrationError(`${what} '${key}' is registered twice`);
      all[key] = value;
    }
  }
  return all;
}

function holdersByPermission(permissions: readonly Permission[]): Map<string, Set<string>> {
  const known = new Set(roles.map((role) => role.role));
  const map = new Map<string, Set<string>>();
  for (const permission of permissions) {
    const unknown = permission.roles.find((role) => !known.has(role));
    if (unknown !== undefined) throw new RegistrationError(`${permission.code} names the unknown role '${unknown}'`);
    if (map.has(permission.code)) throw new RegistrationError(`permission '${permission.code}' is registered twice`);
    map.set(permission.code, new Set(permission.roles));
  }
  return map;
}

function placesOf(pack: Jurisdiction): Services['places'] {
  const townsByZone = new Map<string, string[]>();
  for (const town of pack.towns) {
    const zone = pack.findZoneOfTown(town.code);
    if (zone !== undefined) townsByZone.set(zone.code, [...(townsByZone.get(zone.code) ?? []), town.code]);
  }
  const governing = new Map<string, string[]>();
  for (const body of pack.bodies) {
    const place =
      body.kind === 'town-government'
        ? `town:${body.townCode}`
        : body.kind === 'zone-committee'
          ? `zone:${body.zoneCode}`
          : undefined;
    if (place !== undefined) governing.set(place, [...(governing.get(place) ?? []), body.code]);
  }
  const bodyNames = new Map(pack.bodies.map((body) => [body.code, body.name]));
  const zoneNames = new Map(pack.zones.map((zone) => [zone.code, zone.name]));
  return {
    townsOfZone: (zone) => townsByZone.get(zone) ?? [],
    bodiesOf: (kind, code) => governing.get(`${kind}:${code}`) ?? [],
    townName: (code) => (code === null ? null : (pack.findTown(code)?.name ?? null)),
    zoneOfTown: (code) => (code === null ? null : (pack.findZoneOfTown(code)?.code ?? null)),
    organisationName: (id) => (id === null ? null : (bodyNames.get(id) ?? null)),
    zoneName: (code) => (code === null ? null : (zoneNames.get(code) ?? null)),
  };
}

/** Towns and zones by code; their names have no other language than their own. */
function placeWords({ towns, zones }: Jurisdiction): PlaceWords {
  const words = (places: readonly { code: string; name: string }[]) =>
    Object.fromEntries(places.map(({ code, name }) => [code, { zh: name, en: name }]));
  return { town: words(towns), zone: words(zones) };
}

/** Joins what all modules contribute into the registries every command may ask. Refuses contradictions at start. */
export function createServices(parts: ServiceParts, modules: readonly ModuleDefinition[]): Services {
  const permissions = modules.flatMap((module) => module.permissions);
  const holders = holdersByPermission(permissions);
  const labels = new Map(permissions.map((permission) => [permission.code, permission.label]));
  const catalogue: ErrorCatalogue = merge('error', [platformErrors, ...modules.map((module) => module.errors)]);
  const named = merge(
    'action',
    modules.map((module) => module.actions),
  );
  const actions = { ...actionLabels(modules.flatMap((module) => module.procedures ?? [])), ...named };
  const kinds = modules.flatMap((module) => module.importKinds ?? []);
  return {
    config: parts.config,
    db: parts.db,
    pool: parts.pool,
    files: parts.files,
    log: parts.log,
    clock: parts.clock,
    jurisdiction: parts.jurisdiction,
    district: { code: parts.jurisdiction.district.code, name: parts.jurisdiction.district.name, demo: parts.demo },
    places: placesOf(parts.jurisdiction),
    rolesHolding: (permission) => holders.get(permission) ?? new Set(),
    permissionLabel: (permission) => labels.get(permission) ?? { zh: permission, en: permission },
    permissionsOfRole: (role) => permissions.filter((p) => p.roles.includes(role)).map((p) => p.code),
    actions,
    actionLabel: (action) => actions[action] ?? { zh: action, en: action },
    permissions: permissions.toSorted((a, b) => a.code.localeCompare(b.code)),
    importKinds: new Map(kinds.map((kind) => [kind.kind, kind])),
    facts: createFactRegistry(
      modules.flatMap((module) => module.facts ?? []),
      placeWords(parts.jurisdiction),
    ),
    procedures: procedureRegistry(
      modules.flatMap((module) => module.procedures ?? []),
      modules.flatMap((module) => Object.entries(module.templates ?? {})),
      new Set(parts.jurisdiction.documentTemplates.map((template) => template.code)),
      modules.flatMap((module) => module.fileClocks ?? []),
    ),
    subscribersOf: (event) => modules.flatMap((module) => module.subscribers?.[event] ?? []),
    sentence(error, language) {
      const entry = catalogue[error.code] ?? platformErrors['platform.internal'];
      return { status: entry.status, text: fillSentence(entry[language], error.params) };
    },
  };
}
