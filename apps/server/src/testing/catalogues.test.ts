import { describe, expect, it } from 'vitest';
import { createModules } from '../modules.ts';
import { roles } from '../platform/access/access.ts';
import { findSeparationProblems } from '../platform/access/role-rules.ts';
import { platformErrors } from '../platform/errors/errors.ts';
import { createFactRegistry } from '../platform/facts/fact-registry.ts';
import type { Bilingual } from '../platform/i18n/language.ts';
import { serverSources } from './source-files.ts';

const { modules, tasks } = createModules();
const errors = Object.entries({ ...platformErrors, ...Object.assign({}, ...modules.map((module) => module.errors)) });
const permissions = modules.flatMap((module) => module.permissions);
const actions = Object.assign({}, ...modules.map((module) => module.actions)) as Record<string, Bilingual>;

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

function wordProblems(code: string, { zh, en }: Bilingual): string[] {
  return [
    ...(/\p{Script=Han}/u.test(zh) ? [] : [`${code}: no Chinese`]),
    ...(/[A-Za-z]/.test(en) && !/\p{Script=Han}/u.test(en) ? [] : [`${code}: no English`]),
    ...(placeholders(zh).join() === placeholders(en).join() ? [] : [`${code}: placeholders differ`]),
  ];
}

describe('catalogue of errors', () => {
  it('has a status and both languages for every code', () => {
    const problems = (errors as [string, Bilingual & { status: number }][]).flatMap(([code, entry]) => [
      ...wordProblems(code, entry),
      ...(entry.status >= 400 && entry.status < 600 ? [] : [`${code}: status ${entry.status}`]),
    ]);
    expect(errors.length).toBeGreaterThan(20);
    expect(problems).toEqual([]);
  });

  it('holds every code the source throws', () => {
    const known = new Set(errors.map(([code]) => code));
    const thrown = serverSources().flatMap(({ path, text }) =>
      [...text.matchAll(/new AppError\(\s*'([^']+)'/g)].map((match) => ({ path, code: match[1] as string })),
    );
    expect(thrown.length).toBeGreaterThan(20);
    expect(thrown.filter(({ code }) => !known.has(code))).toEqual([]);
  });

  it('holds no code that nothing throws', () => {
    const text = serverSources()
      .map((file) => file.text)
      .join('\n');
    const uses = (code: string) => text.split(`'${code}'`).length - 1;
    // Once where it is declared, at least once where it is used.
    expect(errors.map(([code]) => code).filter((code) => uses(code) < 2)).toEqual([]);
  });
});

describe('catalogue of permissions', () => {
  it('names each once, by module, thing and verb, in both languages', () => {
    const codes = permissions.map((permission) => permission.code);
    expect(new Set(codes).size).toBe(codes.length);
    const owner = (code: string) => code.split('.')[0] as string;
    const problems = modules.flatMap((module) =>
      module.permissions.flatMap((permission) => [
        ...wordProblems(permission.code, permission.label),
        ...(/^[a-z-]+\.[a-z-]+\.[a-z-]+$/.test(permission.code) ? [] : [`${permission.code}: not module.thing.verb`]),
        ...([module.name, 'platform'].includes(owner(permission.code))
          ? []
          : [`${permission.code}: of another module`]),
      ]),
    );
    expect(problems).toEqual([]);
  });

  it('gives permissions only to roles there are, and each role at least one', () => {
    const known = new Set(roles.map((role) => role.role));
    const held = new Set(permissions.flatMap((permission) => permission.roles));
    expect([...held].filter((role) => !known.has(role))).toEqual([]);
    expect([...known].filter((role) => !held.has(role))).toEqual([]);
  });

  it('keeps administrators and business apart', () => {
    expect(findSeparationProblems(permissions)).toEqual([]);
  });
});

describe('catalogue of audit actions', () => {
  it('has both languages', () => {
    expect(Object.entries(actions).flatMap(([code, label]) => wordProblems(code, label))).toEqual([]);
  });

  it('holds every action the source writes', () => {
    const written = serverSources().flatMap(({ path, text }) =>
      [...text.matchAll(/writeAudit\([^)]*?action: '([^']+)'/gs)].map((match) => ({
        path,
        action: match[1] as string,
      })),
    );
    expect(written.length).toBeGreaterThan(10);
    expect(written.filter(({ action }) => !(action in actions))).toEqual([]);
  });
});

describe('catalogue of import kinds', () => {
  const kinds = modules.flatMap((module) => module.importKinds ?? []);

  it('covers the files an office gets', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(8);
    expect(new Set(kinds.map((kind) => kind.kind)).size).toBe(kinds.length);
  });

  it('names kinds, records, senders and fields in both languages, each field once', () => {
    const problems = kinds.flatMap((kind) => {
      const names = kind.fields.map((field) => field.name);
      return [
        ...wordProblems(kind.kind, kind.label),
        ...wordProblems(`${kind.kind} description`, kind.description),
        ...wordProblems(`${kind.kind} record`, kind.recordType.label),
        ...(new Set(names).size === names.length ? [] : [`${kind.kind}: a field twice`]),
        ...kind.fields.flatMap(({ name, label }) =>
          label.zh.trim() === '' || label.en.trim() === '' ? [`${kind.kind}.${name}: no label`] : [],
        ),
      ];
    });
    expect(problems).toEqual([]);
  });

  it('lets no header mean two fields of one kind', () => {
    const clashes = kinds.flatMap((kind) => {
      const owner = new Map<string, string>();
      return kind.fields.flatMap((field) =>
        field.aliases.flatMap((alias) => {
          const other = owner.get(alias);
          owner.set(alias, field.name);
          return other === undefined || other === field.name
            ? []
            : [`${kind.kind}: '${alias}' is ${other} and ${field.name}`];
        }),
      );
    });
    expect(clashes).toEqual([]);
  });
});

describe('catalogue of facts', () => {
  const { subjects, catalogue } = createFactRegistry(modules.flatMap((module) => module.facts ?? []));
  const specs = [...subjects.values()].flatMap((entry) => [...entry.facts.values()].map((fact) => fact.spec));

  it('says enough of enough', () => {
    expect(specs.length).toBeGreaterThanOrEqual(120);
    expect(catalogue.facts).toHaveLength(specs.length);
    expect([...subjects.keys()]).toEqual(expect.arrayContaining(['enterprise', 'patent', 'trademark']));
  });

  it('names and defines every fact, value, unit, subject and collection in both languages', () => {
    const problems = specs.flatMap(({ name, label, definition, unit, values }) => [
      ...wordProblems(name, label),
      ...wordProblems(`${name} definition`, definition),
      ...(definition.zh.length > 3 ? [] : [`${name}: no definition`]),
      ...(unit === undefined ? [] : wordProblems(`${name} unit`, unit)),
      ...Object.entries(values ?? {}).flatMap(([code, word]) =>
        word.zh.trim() === '' || word.en.trim() === '' ? [`${name} ${code}: no word`] : [],
      ),
    ]);
    const others = [...subjects.values()].flatMap(({ subject, collections }) => [
      ...wordProblems(subject.subject, subject.label),
      ...wordProblems(`${subject.subject} unit`, subject.unit),
      ...collections.flatMap((one) => wordProblems(`${subject.subject}.${one.path}`, one.label)),
    ]);
    expect([...problems, ...others]).toEqual([]);
  });

  it('lets each subject be read under a permission there is', () => {
    const codes = new Set(permissions.map((permission) => permission.code));
    expect([...subjects.values()].map((entry) => entry.subject.permission).filter((code) => !codes.has(code))).toEqual(
      [],
    );
  });
});

describe('jobs and events', () => {
  it('every subscriber is a job there is', () => {
    const wanted = modules.flatMap((module) => Object.values(module.subscribers ?? {}).flat());
    expect(wanted.filter((task) => !tasks.has(task))).toEqual([]);
  });
});
