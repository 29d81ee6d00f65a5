import { describe, expect, it } from 'vitest';
import { readReport } from './read-report.ts';

const of = { kinds: ['other'], towns: ['320509105'], today: '2026-11-22', statementLeast: 10 };
const given = {
  sort: 'tip',
  kind: 'other',
  subjectName: '某某公司',
  statement: '事实经过写在这里，十个字以上。',
  anonymous: 'yes',
  consent: 'yes',
};
const fieldsOf = (over: Record<string, string>) =>
  readReport({ ...given, ...over }, of).problems.map((one) => one.field);

describe('readReport', () => {
  it('takes a complete one and drops who it is when it is anonymous', () => {
    const { report, problems } = readReport({ ...given, name: '张三', phone: '13812345678' }, of);
    expect(problems).toEqual([]);
    expect(report).toMatchObject({ anonymous: true, name: null, phone: null, email: null, townCode: null });
  });
  it('says every problem at its field', () => {
    expect(readReport({}, of).problems.map((one) => one.field)).toEqual([
      'sort',
      'kind',
      'subjectName',
      'statement',
      'name',
      'phone',
      'consent',
    ]);
    expect(fieldsOf({ subjectUscc: '12345' })).toEqual(['subjectUscc']);
    expect(fieldsOf({ happenedOn: '2026-11-23' })).toEqual(['happenedOn']);
    expect(fieldsOf({ happenedOn: '2026-02-30' })).toEqual(['happenedOn']);
    expect(fieldsOf({ townCode: '000000' })).toEqual(['townCode']);
    expect(fieldsOf({ statement: '字'.repeat(5001) })).toEqual(['statement']);
  });
  it('wants a name and a contact for complaints, whatever is ticked', () => {
    expect(fieldsOf({ sort: 'complaint' })).toEqual(['name', 'phone']);
    expect(fieldsOf({ sort: 'complaint', name: '张三', email: 'a@b.cn' })).toEqual([]);
    expect(fieldsOf({ sort: 'complaint', name: '张三', email: 'a@b', phone: '123' })).toEqual(['phone', 'email']);
  });
  it('leaves out what no reader shows: NUL, control signs, turned writing, half surrogates', () => {
    const { report } = readReport({ ...given, subjectName: 'a\u0000b\u202Ec\uD800d' }, of);
    expect(report.subjectName).toBe('abc\uFFFDd');
  });
});
