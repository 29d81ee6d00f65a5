import { describe, expect, it } from 'vitest';
import type { CollectionSpec, FactSpec } from './catalogue.ts';
import { CatalogueError, createCatalogue } from './create-catalogue.ts';

const label = { zh: '某事', en: 'something' };
const subjects = [{ subject: 'enterprise', label }];
const fact = (change: Partial<FactSpec>): FactSpec => ({
  name: 'enterprise.size1',
  subject: 'enterprise',
  path: 'size1',
  type: 'number',
  label,
  definition: label,
  nullable: true,
  ...change,
});
const named = (path: string): Partial<FactSpec> => ({ name: `enterprise.${path}`, path });
const items = (change: Partial<CollectionSpec>): CollectionSpec => ({
  name: 'enterprise.patents',
  subject: 'enterprise',
  path: 'patents',
  items: 'enterprise',
  label,
  ...change,
});

describe('a catalogue', () => {
  it.each<[string, Partial<FactSpec>, RegExp]>([
    ['a fact of no subject', { subject: 'firm', name: 'firm.size1' }, /no known subject/],
    ['a name that is not subject and path', { name: 'enterprise.other' }, /is not "enterprise.size1"/],
    ['a path with a hyphen', named('a-b'), /no usable path/],
    ['a path longer than a column name', named('a'.repeat(64)), /no usable path/],
    ['a reserved word in a path', named('a.in'), /reserved/],
    ['a prototype name', named('__proto__'), /no usable path/],
    ['a list without elements', { type: 'list' }, /`of` goes with a list/],
    ['elements without a list', { of: 'text' }, /`of` goes with a list/],
    ['a code without system', { type: 'code' }, /`system` goes with codes/],
    ['a list of codes without system', { type: 'list', of: 'code' }, /`system` goes with codes/],
    ['a system without codes', { system: 'ipc' }, /`system` goes with codes/],
    ['values of a number', { values: { a: label } }, /`values` go with texts/],
    ['values of an industry', { type: 'code', system: 'industry', values: { C: label } }, /`values` go with texts/],
    ['no values at all', { type: 'text', values: {} }, /no values/],
    ['an empty label', { label: { zh: '', en: 'x' } }, /no label/],
  ])('refuses %s', (_, change, message) => {
    expect(() => createCatalogue({ subjects, facts: [fact(change)], collections: [] })).toThrow(message);
  });

  it('names all contradictions at once', () => {
    const facts = [fact({}), fact({}), fact({ type: 'list' })];
    const collections = [items({ name: 'enterprise.size1', path: 'size1' }), items({ items: 'patent' })];
    const open = () => createCatalogue({ subjects: [...subjects, ...subjects], facts, collections });
    expect(open).toThrow(CatalogueError);
    expect(open).toThrow(
      /named twice[\s\S]*stated twice[\s\S]*both a fact and a collection[\s\S]*no known subject "patent"/,
    );
  });

  it('lets a collection and longer facts share a beginning', () => {
    const catalogue = createCatalogue({ subjects, facts: [fact(named('patents.valid'))], collections: [items({})] });
    expect(catalogue.findCollection('enterprise', 'patents')?.name).toBe('enterprise.patents');
    expect(catalogue.findFact('enterprise', 'patents.valid')?.path).toBe('patents.valid');
    expect(catalogue.findFact('enterprise', 'patents')).toBeUndefined();
    expect(catalogue.factsOf('enterprise')).toHaveLength(1);
    expect(catalogue.collectionsOf('nobody')).toEqual([]);
  });
});
