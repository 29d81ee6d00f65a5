import { type RouteShape, routes } from '@jince/contract';
import type { FactSpec } from '@jince/rules';
import { roles } from '../../apps/server/src/platform/access/access.ts';
import { type ErrorEntry, platformErrors } from '../../apps/server/src/platform/errors/errors.ts';
import { createFactRegistry } from '../../apps/server/src/platform/facts/fact-registry.ts';
import type { ModuleDefinition } from '../../apps/server/src/platform/module.ts';

type Modules = readonly ModuleDefinition[];

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
export const page = (title: string, about: string, lines: readonly string[]) =>
  `# ${title}\n\nWritten by \`npm run docs\`; do not edit. ${about}\n${lines.join('\n')}\n`;

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return ['', row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells)), ''];
}

export function errorsPage(modules: Modules): string {
  const catalogues = [
    { name: 'platform', errors: platformErrors as Readonly<Record<string, ErrorEntry>> },
    ...modules.map(({ name, errors }) => ({ name, errors })),
  ].filter(({ errors }) => Object.keys(errors).length > 0);
  return page(
    'Errors',
    'Every refusal is an RFC 9457 problem document with one of these codes and a sentence in the language of the reader.',
    catalogues.flatMap(({ name, errors }) => [
      `\n## ${name}`,
      ...table(
        ['code', 'status', '中文', 'English'],
        Object.entries(errors).map(([code, { status, zh, en }]) => [`\`${code}\``, String(status), zh, en]),
      ),
    ]),
  );
}

export function permissionsPage(modules: Modules): string {
  const permissions = modules.flatMap((module) => module.permissions).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return page(
    'Permissions and roles',
    'A role is held at a place: the district, a zone, a town, an organisation or one party. ● holds the permission.',
    [
      '\n## Roles',
      ...table(
        ['role', '中文', 'English', 'family', 'places'],
        roles.map(({ role, label, family, placeKinds }) => [
          `\`${role}\``,
          label.zh,
          label.en,
          family,
          placeKinds.join(', '),
        ]),
      ),
      '## Permissions',
      ...table(
        ['permission', '中文', ...roles.map(({ role }) => role)],
        permissions.map(({ code, label, roles: held }) => [
          `\`${code}\``,
          label.zh,
          ...roles.map(({ role }) => (held.includes(role) ? '●' : '')),
        ]),
      ),
    ],
  );
}

export function importKindsPage(modules: Modules): string {
  const kinds = modules.flatMap((module) => module.importKinds ?? []);
  return page(
    'Import kinds',
    'What files are understood. Headers are compared after normalising width, case, spaces and brackets; a column can always be assigned by hand.',
    kinds.flatMap((kind) => [
      `\n## ${kind.label.zh} · \`${kind.kind}\``,
      `\n${kind.description.zh} ${kind.description.en}`,
      `\nWrites ${kind.recordType.label.en} (${kind.recordType.label.zh}). Senders: ${
        kind.senders.map((sender) => `${sender.label.zh} (\`${sender.code}\`)`).join(', ') || 'any'
      }.`,
      ...table(
        ['field', '名称', 'type', 'required', 'headers'],
        kind.fields.map(({ name, label, type, required, aliases }) => [
          `\`${name}\``,
          label.zh,
          type,
          required ? 'yes' : '',
          aliases.join('、'),
        ]),
      ),
    ]),
  );
}

export function apiPage(modules: Modules): string {
  const gates = new Map(
    modules.flatMap((module) => module.routes).map((binding) => [binding.name as string, binding.gate]),
  );
  const lines = Object.entries(routes as Readonly<Record<string, RouteShape>>).map(([name, shape]) => {
    const gate = gates.get(name);
    const who =
      typeof gate === 'string' ? `\`${gate}\`` : (gate?.open ?? (shape.transport === 'events' ? 'signed-in' : '—'));
    return [shape.method, `\`${shape.path}\``, name, who, shape.summary];
  });
  return page(
    'HTTP interface',
    'The machine-readable description (OpenAPI 3.1) is `docs/openapi.json` and `/api/openapi.json` of a running server. ' +
      'Requests that change something carry the `x-csrf-token` of the session.',
    table(['method', 'path', 'operation', 'permission', 'what it does'], lines),
  );
}

const factKind = ({ type, of, system, unit, values }: FactSpec) => {
  const base = type === 'list' ? `list of ${system ?? of}` : (system ?? type);
  const words = Object.entries(values ?? {}).map(([code, word]) => `\`${code}\` ${word.zh}`);
  return [base, unit?.zh ?? '', words.join('、')].filter(Boolean).join(' · ');
};

export function factsPage(modules: Modules): string {
  const { subjects } = createFactRegistry(modules.flatMap((module) => module.facts ?? []));
  const entries = [...subjects.values()];
  const total = entries.reduce((sum, entry) => sum + entry.facts.size, 0);
  return page(
    'Facts',
    `What rules can say: ${total} facts of ${entries.length} subjects. Each is said of a day; ? may be unknown. The console shows the same with today's figures at \`/facts\`.`,
    entries.flatMap(({ subject, facts, collections }) => [
      `\n## ${subject.label.zh} · \`${subject.subject}\``,
      ...(collections.length === 0
        ? []
        : [
            `\nCollections: ${collections.map((one) => `\`${subject.subject}.${one.path}\` ${one.label.zh} (of \`${one.items}\`)`).join(', ')}.`,
          ]),
      ...table(
        ['fact', '名称', 'name', 'type · unit · values', '?', '定义', 'definition', 'source'],
        [...facts.values()].map(({ spec }) => [
          `\`${spec.name}\``,
          spec.label.zh,
          spec.label.en,
          factKind(spec),
          spec.nullable ? '?' : '',
          spec.definition.zh,
          spec.definition.en,
          spec.source ?? '',
        ]),
      ),
    ]),
  );
}
