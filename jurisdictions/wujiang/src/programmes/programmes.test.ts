import { expect, test } from 'vitest';
import data from '../../data/programmes/cultivation-centre.json' with { type: 'json' };
import settingsData from '../../data/programmes/settings.json' with { type: 'json' };
import { programmes, readSettings } from './programmes.ts';
import { readKind } from './read-kind.ts';

const faulty = (change: object) => () => readKind({ ...data, ...change }, 'kind');

test('a cultivation centre needs enterprise, university and service agency', () => {
  const centre = programmes.kinds.find((kind) => kind.code === 'cultivation-centre');
  expect(centre?.roles.map(({ role, least, lead }) => [role, least, lead])).toEqual([
    ['enterprise', 1, true],
    ['university', 1, false],
    ['service-agency', 1, false],
  ]);
});

test('every invented amount is marked, every stage has a label', () => {
  expect(programmes.kinds.filter((kind) => !kind.example).map((kind) => kind.code)).toEqual([]);
  const labels = new Set(programmes.settings.stages.map((stage) => stage.stage));
  expect(programmes.kinds.flatMap((kind) => kind.instalments).filter(({ stage }) => !labels.has(stage))).toEqual([]);
});

test('contradictions are refused with their place', () => {
  expect(faulty({ instalments: [{ stage: 'agreement', percent: 60 }] })).toThrow('kind.instalments: 合计应为100');
  expect(faulty({ criteria: data.criteria.slice(1) })).toThrow('kind.criteria: 合计应为100');
  expect(faulty({ roles: data.roles.map((role) => ({ ...role, lead: false })) })).toThrow('牵头角色');
  expect(faulty({ targets: [{ code: 'x', label: '指标', unit: '光年', text: '说明' }] })).toThrow(
    'kind.targets[0].unit',
  );
  expect(faulty({ milestones: [{ label: '过晚', month: 37 }] })).toThrow('kind.milestones[0].month');
  expect(faulty({ documents: [{ kind: 'application', stage: 'never', required: true }] })).toThrow('kind.documents[0]');
  const least = (n: number) => () =>
    readSettings({ ...settingsData, review: { ...settingsData.review, leastExperts: n } });
  expect(least(2)).toThrow('不少于三人');
  expect(least(4)).toThrow('trimFrom');
});
