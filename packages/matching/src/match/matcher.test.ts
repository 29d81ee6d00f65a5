import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultWeights } from '../score/weights.ts';
import type { RegisterEntry } from '../types.ts';
import { goldenCases } from './golden-cases.ts';
import { makeTestRegister } from './golden-register.ts';
import { matchHolders } from './match-holders.ts';
import { buildMatcher } from './matcher.ts';
import { summariseJoint, summariseReasons } from './summarise.ts';

const register = makeTestRegister();
const matcher = buildMatcher(register);

describe('golden names', () => {
  it.each(goldenCases)('$name → $decision $to ($why)', ({ name, address, ipc, uscc, decision, to }) => {
    const result = matcher.match({ id: 'm', name, address, ipc, uscc });
    const found = result.candidates[0];
    const seen = `${result.decision} ${found?.name ?? ''}`;
    const reasons = found?.reasons.map((reason) => `${reason.text} ${reason.weight.toFixed(1)}`).join('\n');
    expect(seen, reasons).toBe(
      to ? `${decision} ${to}` : `${decision} ${result.decision === 'none' ? (found?.name ?? '') : '(nothing)'}`,
    );
    expect(result.best === undefined).toBe(decision === 'none');
    expect(result.reasons.length).toBeGreaterThan(0);
  });
});

describe('waterfall', () => {
  it('adds up to the score when there is no rival', () => {
    const { candidates } = matcher.match({ id: 'm', name: '吴江恒力化纤公司' });
    const [first] = candidates;
    const bits = first!.reasons.reduce((sum, reason) => sum + reason.weight, 0);
    const rivals = candidates.slice(1).reduce((sum, { score }) => sum + score, 0);
    expect(first!.score / (1 - rivals)).toBeCloseTo(2 ** bits / (1 + 2 ** bits), 3);
  });

  it('gives a rare brand more weight than a common one', () => {
    const brandOf = (name: string): number =>
      matcher.match({ id: 'm', name }).candidates[0]!.reasons.find(({ comparison }) => comparison === 'brand')!.weight;
    expect(brandOf('苏州赛峨电子有限公司')).toBeGreaterThan(brandOf('苏州华盛电子有限公司') + 3);
  });

  it('says it in Chinese sentences', () => {
    const text = summariseReasons(matcher.match({ id: 'm', name: '江苏恒力化纤有限责任公司' }));
    expect(text).toContain('组织形式写法不同');
    expect(text).toContain('名单地名范围更大');
  });
});

describe('unified social credit code', () => {
  it('links outright, unless the names contradict', () => {
    const uscc = '91320509MA1ABCDE8U';
    const own = buildMatcher([{ id: '1', name: '苏州恒力化纤有限公司', uscc }]);
    const linked = own.match({ id: 'm', name: '恒力', uscc: '９１３２０５０９ma1abcde8u' });
    expect(linked).toMatchObject({ decision: 'auto', best: { uscc } });
    expect(linked.reasons[0]!.comparison).toBe('uscc');
    expect(own.match({ id: 'm', name: '南通大顺食品厂', uscc }).decision).toBe('review');
    expect(own.match({ id: 'm', name: '南通大顺食品厂', uscc: '91320509MA1ABCDE8X' }).decision).toBe('none');
  });
});

describe('joint holders', () => {
  it('links by the first holder found and names the others', () => {
    const joint = matchHolders(matcher, { id: 'm', name: '苏州大学；吴江市恒力化纤有限公司、张伟' });
    expect(joint.chosen).toMatchObject({ holder: '吴江市恒力化纤有限公司', result: { decision: 'auto' } });
    expect(joint.holders.map(({ result }) => result.decision)).toEqual(['none', 'auto', 'none']);
    expect(summariseJoint(joint)).toContain('苏州大学（未匹配）');
  });

  it('does not split a registered name that contains a separator', () => {
    const joint = matchHolders(matcher, { id: 'm', name: '吴江市五金、交电公司' });
    expect(joint.holders).toHaveLength(1);
    expect(joint.chosen.result.decision).toBe('auto');
  });
});

describe('a register that changes', () => {
  const entry: RegisterEntry = { id: 'new', name: '吴江市瑞骐喷织有限公司', formerNames: ['吴江市平桥织造厂'] };

  it('finds added entries by both names and forgets removed ones', () => {
    const changing = buildMatcher(register);
    const before = changing.match({ id: 'm', name: entry.name });
    changing.addEntries([entry]);
    expect(changing.match({ id: 'm', name: '瑞骐喷织' }).best?.id).toBe('new');
    expect(changing.match({ id: 'm', name: '吴江平桥织造厂' }).best?.id).toBe('new');
    expect(changing.removeEntry('new')).toBe(true);
    expect(changing.removeEntry('new')).toBe(false);
    expect(changing.match({ id: 'm', name: entry.name })).toEqual(before);
    expect(changing.size).toBe(register.length);
  });

  it('refuses a repeated id and impossible weights', () => {
    expect(() => buildMatcher([entry, entry])).toThrow('duplicate register id new');
    expect(() => buildMatcher([], { weights: { ...defaultWeights, unseen: 0 } })).toThrow(RangeError);
  });

  it('answers on an empty register', () => {
    expect(buildMatcher([]).match({ id: 'm', name: '苏州恒力化纤有限公司' }).decision).toBe('none');
  });
});

describe('properties', () => {
  it('is blind to width, brackets, blanks and traditional characters', () => {
    const variants: ((name: string) => string)[] = [
      (name) => name.replaceAll('(', '（').replaceAll(')', '）'),
      (name) => [...name].join(' '),
      (name) => name.replaceAll('苏', '蘇').replaceAll('纺', '紡').replaceAll('电', '電'),
      (name) => name.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...register), fc.constantFrom(...variants), ({ name }, vary) => {
        const [plain, varied] = [matcher.match({ id: 'm', name }), matcher.match({ id: 'm', name: vary(name) })];
        expect(varied.decision).toBe(plain.decision);
        expect(varied.best).toEqual(plain.best);
      }),
    );
  });

  it('never throws, keeps scores in range and orders candidates', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'苏州吴江市恒力华盛化纤纺织电子有限责任公司集团厂分店（）()A1·;、'),
    });
    fc.assert(
      fc.property(text, text, (name, address) => {
        const { candidates, decision, best } = matcher.match({ id: 'm', name, address });
        const scores = candidates.map(({ score }) => score);
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
        expect([...scores].sort((a, b) => b - a)).toEqual(scores);
        expect(best !== undefined).toBe(decision !== 'none');
        if (decision === 'auto') expect(best!.score).toBeGreaterThanOrEqual(defaultWeights.thresholds.auto);
      }),
      { numRuns: 300 },
    );
  });

  it('survives a round trip of its weights through JSON', () => {
    const again = buildMatcher(register, { weights: JSON.parse(JSON.stringify(matcher.weights)) });
    for (const { name } of goldenCases) {
      expect(again.match({ id: 'm', name }).best).toEqual(matcher.match({ id: 'm', name }).best);
    }
  });
});
