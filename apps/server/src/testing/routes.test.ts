import { readFileSync } from 'node:fs';
import { type RouteShape, routes } from '@jince/contract';
import { describe, expect, it } from 'vitest';
import { createModules } from '../modules.ts';
import type { RouteBinding } from '../platform/module.ts';
import { serverSources } from './source-files.ts';

const { modules } = createModules();
const bindings = modules.flatMap((module) => module.routes);
const shapes = routes as Readonly<Record<string, RouteShape>>;
const permissions = new Set(modules.flatMap((module) => module.permissions.map((permission) => permission.code)));
const actions = new Set(modules.flatMap((module) => Object.keys(module.actions)));

const changes = ({ name }: RouteBinding) => shapes[name]?.method !== 'GET' && shapes[name]?.readOnly !== true;
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('routes', () => {
  it('of the contract have different addresses', () => {
    const addresses = Object.values(shapes).map((shape) => `${shape.method} ${shape.path.replace(/:\w+/g, ':x')}`);
    expect(addresses.filter((address, at) => addresses.indexOf(address) !== at)).toEqual([]);
  });

  it('are bound exactly once', () => {
    const bound = bindings.map((binding) => binding.name as string);
    // Streams are not answers: http.ts registers them beside the routes.
    const wanted = Object.keys(shapes).filter((name) => shapes[name]?.transport !== 'events');
    expect({
      unbound: wanted.filter((name) => !bound.includes(name)),
      twice: bound.filter((name, at) => bound.indexOf(name) !== at),
      unknown: bound.filter((name) => !(name in shapes)),
    }).toEqual({ unbound: [], twice: [], unknown: [] });
  });

  it('are each behind a permission there is, but for the few about oneself', () => {
    const open = bindings.filter((binding) => typeof binding.gate === 'object').map((binding) => binding.name);
    expect(open.toSorted()).toEqual([
      'beginTotp',
      'changePassword',
      'confirmTotp',
      'disableTotp',
      'downloadPublicList',
      'getMe',
      'getMeta',
      'getPublicList',
      'listPublicLists',
      'readCalendarFeed',
      'signIn',
      'signOut',
    ]);
    const gates = bindings.flatMap((binding) => (typeof binding.gate === 'string' ? [binding.gate] : []));
    expect(gates.filter((gate) => !permissions.has(gate))).toEqual([]);
  });

  it('leave no permission without a use', () => {
    const text = serverSources()
      .filter((file) => !/permissions\.ts$/.test(file.path))
      .map((file) => file.text)
      .join('\n');
    const gates = new Set(bindings.map((binding) => binding.gate));
    const unused = [...permissions].filter((code) => !gates.has(code) && text.split(`'${code}'`).length < 3);
    expect(unused.filter((code) => !constantIsUsed(text, code))).toEqual([]);
  });
});

/** A permission that only narrows what a query shows is used through its constant. */
function constantIsUsed(text: string, code: string): boolean {
  const constant = new RegExp(`const (\\w+) = '${code.replaceAll('.', '\\.')}'`).exec(text)?.[1];
  return (constant !== undefined && text.split(constant).length > 2) || text.includes(`may(ctx, '${code}')`);
}

describe('one name runs through', () => {
  const changing = bindings.filter((binding) => changes(binding) && typeof binding.gate === 'string');

  it('a changing route is audited under its permission or its own verb', () => {
    const broken = changing.filter((binding) => {
      const gate = binding.gate as string;
      const thing = gate.split('.').slice(0, 2).join('.');
      const verb = kebab(binding.name).split('-')[0];
      return !actions.has(gate) && !actions.has(`${thing}.${verb}`);
    });
    expect(changing.length).toBeGreaterThan(10);
    expect(broken.map((binding) => `${binding.name} (${String(binding.gate)})`)).toEqual([]);
  });

  it('a changing route runs the function of its name', () => {
    const text = serverSources()
      .map((file) => file.text)
      .join('\n');
    const broken = changing.filter(({ name }) => !new RegExp(`function ${name}\\b`).test(text));
    expect(broken.map((binding) => binding.name)).toEqual([]);
  });

  it('the console asks for permissions the server has', () => {
    const source = readFileSync(new URL('../../../web/src/config/permissions.ts', import.meta.url), 'utf8');
    const asked = [...source.matchAll(/: '([^']+)'/g)].map((match) => match[1] as string);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((code) => !permissions.has(code))).toEqual([]);
  });
});
