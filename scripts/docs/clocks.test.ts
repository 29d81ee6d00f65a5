import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deadlineRules } from '@jince/law';
import { describe, expect, it } from 'vitest';
import { createModules } from '../../apps/server/src/modules.ts';
import { serverSources } from '../../apps/server/src/testing/source-files.ts';
import examples from '../../law/clocks/examples.json' with { type: 'json' };
import { ROOT } from '../lib/run-command.ts';
import { clocksPage, rulesOf } from './clocks.ts';

const { modules } = createModules();
const procedures = modules.flatMap((module) => module.procedures ?? []);
const rules = deadlineRules();
const shown = new Set(examples.clockExamples.map(({ rule }) => rule));
const made = clocksPage(modules).split('\n');
const committed = readFileSync(join(ROOT, 'docs/clocks.md'), 'utf8');

/** Ids of clocks of the law that code outside procedures computes with: the text of a rule as a literal. */
function namedInSources(): string[] {
  const areas = [...new Set([...rules.keys()].map((id) => id.split('.')[0]))].join('|');
  const permissions = new Set(modules.flatMap((module) => module.permissions.map(({ code }) => code)));
  const literal = new RegExp(`'((?:${areas})\\.[a-z0-9-]+)'`, 'g');
  return serverSources()
    .flatMap(({ text }) => [...text.matchAll(literal)].map((match) => match[1] as string))
    .filter((id) => rules.has(id) && !permissions.has(id));
}

describe('the table of clocks', () => {
  it('has each clock of each procedure by a rule that exists, with an article and worked examples', () => {
    const used = procedures.flatMap(({ procedure, clocks }) =>
      clocks.flatMap((clock) => rulesOf(clock).map((rule) => ({ procedure, clock: clock.clock, rule }))),
    );
    expect(used.length).toBeGreaterThan(25);
    expect(used.filter(({ rule }) => !rules.has(rule) || !shown.has(rule))).toEqual([]);
    for (const { rule } of used)
      for (const { article } of rules.get(rule)?.terms ?? []) expect(article, rule).not.toBe('');
  });

  it('names every rule a clock may run by, also where the file decides', () => {
    const unnamed = procedures.flatMap(({ procedure, clocks }) =>
      clocks
        .filter((clock) => typeof clock.rule === 'function' && rulesOf(clock).length === 0)
        .map(({ clock }) => `${procedure}.${clock}`),
    );
    expect(unnamed).toEqual([]);
  });

  it('has every clock that code computes with, each with worked examples', () => {
    const named = [...new Set(namedInSources())];
    expect(named).toEqual(expect.arrayContaining(['case.announcement-service', 'publicity.publication']));
    expect(named.filter((id) => !shown.has(id))).toEqual([]);
  });

  it('says of each clock of a procedure rule, article and test, in the page that is kept', () => {
    const rows = made.filter((line) => line.includes('.test.ts`') && line.startsWith('| `'));
    expect(rows.length).toBe(procedures.flatMap(({ clocks }) => clocks).length);
    for (const row of rows) {
      const cells = row.split(' | ');
      expect(
        cells.every((cell) => cell.replace(/[|\s]/g, '') !== ''),
        row,
      ).toBe(true);
      const test = /`([^`]+\.test\.ts)`/.exec(row)?.[1] as string;
      expect(readFileSync(join(ROOT, test), 'utf8')).toContain('expect(');
    }
    for (const id of rules.keys()) expect(committed).toContain(`| \`${id}\` |`);
  });
});
