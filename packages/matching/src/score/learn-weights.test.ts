import { describe, expect, it } from 'vitest';
import { makeTestRegister } from '../match/golden-register.ts';
import { buildMatcher } from '../match/matcher.ts';
import { learnListWeights } from './learn-list-weights.ts';
import { learnWeights } from './learn-weights.ts';
import { checkWeights, defaultWeights } from './weights.ts';

const register = makeTestRegister();
const crowd = register.filter(({ id }) => id.startsWith('c'));
const mention = (name: string) => ({ id: '', name });

describe('learnWeights', () => {
  it('learns that a list leaves places out', () => {
    const matcher = buildMatcher(register);
    const list = crowd.map(({ name }, i) => mention(i % 2 ? name : `${name.replace(/有限公司$/, '公司')}`));
    const { weights } = learnWeights(matcher, list, crowd.slice(0, 200));
    expect(weights.form.variant).toBeGreaterThan(defaultWeights.form.variant * 2);
    expect(weights.place.missing).toBeLessThan(defaultWeights.place.missing);
    expect(matcher.weights).toBe(weights);
    checkWeights(weights);
  });

  it('learns that most of a list is not registered', () => {
    const strangers = crowd.map((_, i) =>
      mention(`北京${'甲乙丙丁戊己庚辛'[i % 8]}峪${'子丑寅卯'[i % 4]}咨询有限公司`),
    );
    const { weights } = learnWeights(buildMatcher(register), strangers, crowd.slice(0, 200));
    expect(weights.unseen).toBeGreaterThan(0.5);
  });

  it('never lifts the guards of place, kind or branch', () => {
    const moved = crowd.map(({ name }) => mention(name.replace(/^(苏州|南京|无锡)/, '上海')));
    const { guards } = learnWeights(buildMatcher(register), moved, crowd.slice(0, 200));
    expect(guards.filter(({ lifted }) => lifted).map(({ level }) => level)).not.toContain('place');
    expect(guards.map(({ precision }) => precision)).toEqual(
      guards.map(({ precision }) => precision).sort((a, b) => b - a),
    );
  });

  it('leaves the weights alone without mentions', () => {
    const { weights } = learnWeights(buildMatcher(register), [], []);
    expect(weights.place).toEqual(defaultWeights.place);
    expect(weights.lifted).toEqual([]);
  });

  it('forgets the entry it left out only while it looks', () => {
    const matcher = buildMatcher(register);
    const { id, name } = crowd[0]!;
    expect(matcher.inspect(mention(name), id).first?.score.exact ?? false).toBe(false);
    expect(matcher.match(mention(name)).best?.id).toBe(id);
  });
});

describe('learnListWeights', () => {
  it('learns from a list without changing the matcher that other lists use', () => {
    const matcher = buildMatcher(register);
    const list = crowd.map(({ name }) => mention(name.replace(/有限公司$/, '公司')));
    const weights = learnListWeights(matcher, list);
    expect(weights.form.variant).toBeGreaterThan(defaultWeights.form.variant * 2);
    expect(matcher.weights).toEqual(defaultWeights);
    expect(learnListWeights(matcher, list)).toEqual(weights);
  });

  it('gives the starting weights when nothing can be learned', () => {
    expect(learnListWeights(buildMatcher(register), [mention('甲公司；乙公司'), mention('')])).toEqual(defaultWeights);
  });
});
