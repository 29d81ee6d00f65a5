import * as jurisdiction from '@jince/wujiang';
import { describe, expect, it } from 'vitest';
import { bodyScopeOf } from './domain/officer-scope.ts';
import { officersKind } from './imports/officers-kind.ts';
import { maskOfficer } from './queries/list-officers.ts';

const context = {
  district: '320509',
  today: '2026-11-22',
  sender: undefined,
  sheet: '',
  titleLines: [],
  asOf: undefined,
  jurisdiction,
  unitOf: () => undefined,
};
const check = (cells: Record<string, string>) => officersKind.check(new Map(Object.entries(cells)), context);

describe('a row of the register of officers', () => {
  it('is read with its body found by section before unit, full or short name, any brackets', () => {
    const row = check({
      name: '张三',
      unit: '苏州市吴江区市场监督管理局(知识产权局)',
      section: '促进科',
      post: '科员',
      certificateNo: 'Ｅ3200 001',
      certificateFrom: '2024-01-01',
      certificateTo: '2029年1月1日',
    });
    expect(row.recordKey).toBe('E3200001');
    expect(row.values).toMatchObject({
      name: '张三',
      bodyId: 'WJ-MSB-IPP',
      certificateFrom: '2024-01-01',
      certificateTo: '2029-01-01',
    });
    expect(row.issues).toEqual([]);
    expect(check({ name: '李四', unit: '苏州市吴江区市场监督管理局(知识产权局)' }).values).toMatchObject({
      bodyId: 'WJ-MSB',
    });
  });

  it('is one person by name and body when there is no certificate', () => {
    expect(check({ name: ' 李 四 ', section: '促进科', certificateNo: '-' }).recordKey).toBe('李四|WJ-MSB-IPP');
  });

  it('is refused without a name, doubtful when the certificate ends before it began, warned of an unknown body', () => {
    expect(check({ post: '科员' })).toMatchObject({
      recordKey: undefined,
      issues: [{ code: 'officer.name-missing', severity: 'refused' }],
    });
    expect(check({ name: '王五', certificateFrom: '2024-01-01', certificateTo: '2023-01-01' }).issues).toMatchObject([
      { code: 'officer.certificate-period', severity: 'doubtful' },
    ]);
    expect(check({ name: '王五', unit: '某某公司' })).toMatchObject({
      values: { bodyName: '某某公司' },
      issues: [{ code: 'officer.body-unknown', severity: 'warning' }],
    });
  });
});

describe('bodies in a scope', () => {
  const places = {
    townsOfZone: (zone: string) => (zone === 'z' ? ['a', 'b'] : []),
    zoneOfTown: (town: string | null) => (town === 'a' || town === 'b' ? 'z' : null),
  };
  it('include a zone only when all its towns are covered', () => {
    expect(bodyScopeOf({ kind: 'district' }, places)).toBeUndefined();
    const scope = (towns: string[]) =>
      bodyScopeOf({ kind: 'places', towns, organisations: ['o'], parties: [] }, places);
    expect(scope(['a'])).toEqual({ towns: ['a'], zones: [], bodies: ['o'] });
    expect(scope(['a', 'b', 'c'])).toEqual({ towns: ['a', 'b', 'c'], zones: ['z'], bodies: ['o'] });
  });
});

it('masks name, phone and certificate number', () => {
  const row = {
    id: '1',
    name: '欧阳修',
    organisationId: null,
    organisationName: null,
    post: '科员',
    region: null,
    certificateNo: 'E3200123456',
    certificateKind: null,
    certificateFrom: null,
    certificateTo: null,
    certificateState: 'valid',
    phone: '13812345678',
  } as const;
  expect(maskOfficer(row, '2026-11-22')).toMatchObject({
    name: '欧*',
    phone: '138****5678',
    certificateNo: '*******3456',
    post: '科员',
  });
});
