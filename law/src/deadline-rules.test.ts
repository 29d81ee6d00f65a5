import { type ClockEvent, createDeadlineClock } from '@jince/calendar';
import { describe, expect, it } from 'vitest';
import examples from '../clocks/examples.json' with { type: 'json' };
import { deadlineRules } from './deadline-rules.ts';

const rules = deadlineRules();

describe('worked examples of clocks', () => {
  it.each(examples.clockExamples.map((one) => ({ year: undefined, events: undefined, related: undefined, ...one })))(
    '$rule from $from is due on $dueOn',
    ({ rule, from, year, events, dueOn, article, related }) => {
      const known = rules.get(rule);
      if (known === undefined) throw new Error(`no rule ${rule}`);
      const got = createDeadlineClock(known).compute({ from, year, events: events as ClockEvent[] | undefined });
      expect([got.dueOn, got.article]).toEqual([dueOn, article]);
      if (related !== undefined) expect(Object.fromEntries(got.related.map(({ id, on }) => [id, on]))).toEqual(related);
    },
  );

  it('show every clock', () => {
    const shown = new Set(examples.clockExamples.map(({ rule }) => rule));
    expect([...rules.keys()].filter((id) => !shown.has(id))).toEqual([]);
  });
});

it('gives each clock an id of its own, with its area in front', () => {
  const areas = new Set([...rules.keys()].map((id) => id.split('.')[0]));
  expect([...areas].sort()).toEqual([
    'adjudication',
    'agency',
    'aid',
    'case',
    'complaint',
    'cross-region',
    'e-commerce',
    'madrid',
    'patent',
    'publicity',
    'report',
    'trademark',
    'transfer',
  ]);
});
