import { dayOfWeek } from '@jince/calendar';
import { demoWork } from '@jince/wujiang';
import { expect, test } from 'vitest';
import { planVisits } from './plan-visits.ts';
import { randomFrom } from './random.ts';

const targets = [
  { id: 'a', assigneeId: 'x', enteredOn: '2026-01-01', succeededOn: '2026-04-30' },
  { id: 'b', assigneeId: 'y', enteredOn: '2026-11-20', succeededOn: null },
];
const order = () => ({ count: 200, steps: ['contact', 'visit', 'apply'], today: '2026-11-22', random: randomFrom(7) });

test('demo visits are the same each time, on working days of the past, and none after success', () => {
  for (const [code, topic] of demoWork.topics) {
    const visits = planVisits(topic, targets, order());
    expect(visits).toEqual(planVisits(topic, targets, order()));
    expect(visits.filter((visit) => visit.visitedOn >= '2026-11-22').map((visit) => [code, visit])).toEqual([]);
    expect(visits.filter((visit) => [0, 6].includes(dayOfWeek(visit.visitedOn)))).toEqual([]);
    expect(visits.filter((visit) => visit.targetId === 'a' && visit.visitedOn > '2026-04-30')).toEqual([]);
    expect(new Set(visits.map((visit) => visit.result)).size).toBeGreaterThan(2);
  }
});

test('the demo names no person', () => {
  for (const topic of demoWork.topics.values())
    for (const person of topic.persons) expect(person).toMatch(/办公室|部|负责人|助理|理事|代表/);
});
