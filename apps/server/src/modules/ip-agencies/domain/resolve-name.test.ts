import { describe, expect, it } from 'vitest';
import { readWrittenAgency } from './agency-name.ts';
import { AgencyResolver } from './resolve-name.ts';

const current = (name: string) => ({ name, sort: 'current' as const });
const agencies = [
  {
    id: 'lake',
    uscc: 'U1',
    codes: ['32901'],
    names: [current('苏州平湖专利代理事务所（普通合伙）'), { name: '吴江平湖专利事务所', sort: 'former' as const }],
  },
  { id: 'twin-a', uscc: 'U2', codes: ['32911'], names: [current('苏州清溪专利代理有限公司')] },
  { id: 'twin-b', uscc: 'U3', codes: ['32912'], names: [current('苏州清溪专利代理有限公司')] },
];
const resolver = new AgencyResolver(agencies);
const found = (written: string, more: { code?: string; uscc?: string } = {}) => {
  const { agencyId, decision, reasons } = resolver.resolve({ written, ...more });
  return [agencyId, decision, reasons[0]?.code];
};

describe('names of agencies', () => {
  it('reads the code beside a name', () => {
    expect(readWrittenAgency('苏州平湖专利代理事务所(普通合伙) 32901')).toEqual({
      name: '苏州平湖专利代理事务所(普通合伙)',
      code: '32901',
    });
    expect(readWrittenAgency('苏州平湖专利代理事务所（32901）')).toEqual({
      name: '苏州平湖专利代理事务所',
      code: '32901',
    });
    expect(readWrittenAgency('苏州2008专利事务所')).toEqual({ name: '苏州2008专利事务所', code: undefined });
    expect(readWrittenAgency('32901')).toEqual({ name: '32901', code: undefined });
  });

  it('takes spellings, former names, codes and legal forms for certain', () => {
    expect(found('苏州平湖专利代理事务所(普通合伙)')).toEqual(['lake', 'auto', 'name']);
    expect(found('吴江平湖专利事务所')).toEqual(['lake', 'auto', 'former-name']);
    expect(found('苏州平湖专利代理事务所 32901')).toEqual(['lake', 'auto', 'code']);
    expect(found('苏州平湖专利代理事务所')).toEqual(['lake', 'auto', 'stem']);
    expect(found('随便什么名字', { uscc: 'U1' })).toEqual(['lake', 'auto', 'uscc']);
  });

  it('never guesses: two of one name, a code against the name, what is only alike', () => {
    expect(found('苏州清溪专利代理有限公司')).toEqual([null, 'review', 'same-name']);
    expect(found('苏州清溪专利代理有限公司 32912')).toEqual(['twin-b', 'auto', 'code-name']);
    expect(found('苏州清溪专利代理有限公司', { code: '32901' })).toEqual([null, 'review', 'code-against-name']);
    expect(found('北京天马商务咨询 32901')).toEqual([null, 'review', 'code-other-name']);
    expect(found('苏州平湖专利商标代理事务所')).toEqual([null, 'review', 'alike']);
    // Common words make nobody alike: the own part does.
    expect(found('苏州东海专利代理事务所（普通合伙）')).toEqual([null, 'none', 'nothing']);
    expect(resolver.resolve({ written: '苏州平湖知识产权代理有限公司' }).candidates).toMatchObject([
      { agencyId: 'lake', score: 1 },
    ]);
    expect(found('北京天马')).toEqual([null, 'none', 'nothing']);
  });
});
