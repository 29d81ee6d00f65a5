import { expect, test } from 'vitest';
import data from '../data/alerts.json' with { type: 'json' };
import { alertGroups, alertRules, alertSubjects, readAlerts } from './alerts.ts';

test('every placeholder has something to fill it', () => {
  const holes = alertRules.flatMap((alert) => {
    const given = new Set([
      'due',
      ...Object.keys(alert.params),
      ...(alert.each === undefined
        ? []
        : alert.each.kind === 'law-bands'
          ? ['band', 'value', 'next']
          : ['days', 'from']),
    ]);
    const texts = [alert.code, alert.label, alert.rule, alert.due ?? '', alert.text, alert.action].join(' ');
    return [...texts.matchAll(/\{(\w+)\}/g)].map((hit) => hit[1] as string).filter((name) => !given.has(name));
  });
  expect(holes).toEqual([]);
});

test('an alert speaks of a day only when it has one', () => {
  const speaks = alertRules.filter(
    (alert) => `${alert.text}${alert.action}`.includes('{due}') && alert.due === undefined,
  );
  expect(speaks).toEqual([]);
});

test('every group and subject is used, every alert has a receiver', () => {
  expect(alertGroups.filter((group) => !alertRules.some((alert) => alert.group === group.code))).toEqual([]);
  expect(alertSubjects.filter((one) => !alertRules.some((alert) => alert.subject === one.subject))).toEqual([]);
  expect(alertRules.filter((alert) => alert.receivers.length === 0)).toEqual([]);
});

test('a fault is refused with its place', () => {
  const faulty = (change: object) => () => readAlerts({ ...data, alerts: [{ ...data.alerts[0], ...change }] });
  expect(faulty({ levels: ['loud'] })).toThrow('alerts[0].levels[0]');
  expect(faulty({ group: 'weather' })).toThrow('alerts[0].group');
  expect(faulty({ subject: 'ship' })).toThrow('alerts[0].subject');
  expect(faulty({ receivers: ['mayor'] })).toThrow('alerts[0].receivers[0]');
  expect(faulty({ each: { days: [-1] } })).toThrow('alerts[0].each.days[0]');
  expect(() => readAlerts({ ...data, alerts: [data.alerts[0], data.alerts[0]] })).toThrow('重复');
});
