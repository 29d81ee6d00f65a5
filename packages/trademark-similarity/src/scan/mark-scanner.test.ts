import { describe, expect, it } from 'vitest';
import { MarkScanner } from './mark-scanner.ts';

const names = ['太湖雪', '好运来', 'APPLE', 'JINXIU', '蓝月'];
const scanner = new MarkScanner(names);
const found = (text: string) => scanner.scan(text).map(({ at, found: signs, level }) => [names[at], signs, level]);

describe('marks inside a longer text', () => {
  it.each([
    ['正品太湖雪蚕丝被 2米', '太湖雪', '太湖雪', 'identical'],
    ['太湖血蚕丝被', '太湖雪', '太湖血', 'near'],
    ['女子运来红包', '好运来', '女子运来', 'near'],
    ['jin xiu silk scarf', 'JINXIU', 'jinxiu', 'identical'],
  ])('finds it in %s', (text, name, signs, level) => {
    expect(found(text)).toContainEqual([name, signs, level]);
  });

  it('is not misled by joiners, directions, width, traditional forms and letters of other scripts', () => {
    for (const text of ['太\u200d湖\u202e雪抱枕', '太 湖·雪', '太湖雪'.normalize('NFKD')])
      expect(found(text), text).toContainEqual(['太湖雪', '太湖雪', 'identical']);
    expect(found('аpple 手机壳')).toContainEqual(['APPLE', 'apple', 'identical']);
  });

  it('finds nothing where only some signs are there, and in words that merely hold the letters', () => {
    expect(found('阳澄湖大闸蟹').map(([name]) => name)).not.toContain('太湖雪');
    expect(found('pineapples').filter(([, , level]) => level === 'identical')).toEqual([]);
  });

  it('answers texts nobody should write', () => {
    const long = `${'很长的标题'.repeat(3000)}太湖雪`;
    for (const text of [
      '',
      '👍'.repeat(2000),
      '\u0000\ufffe',
      '\ue000\ue001',
      '<script>alert(1)</script>',
      '好'.repeat(100_000),
      long,
    ])
      expect(Array.isArray(scanner.scan(text))).toBe(true);
  });

  it('says the same of a text whatever was looked at before', () => {
    const first = found('蓝月太湖雪旗舰');
    for (let i = 0; i < 3000; i++) scanner.scan(`第${i}件商品 brand${i}`);
    expect(found('蓝月太湖雪旗舰')).toEqual(first);
  });
});

describe('marks whose signs do not stand in a row', () => {
  const watched = ['锦绣', '太湖雪', '好运来福', '天天向上', '吴江'];
  const loose = new MarkScanner(watched);
  const met = (text: string) =>
    loose.scan(text).map(({ at, found: signs, level, way }) => [watched[at], signs, level, way ?? 'row']);

  it.each([
    ['正品锦*绣蚕丝被', '锦绣', '锦绣', 'identical', 'row'],
    ['正品 锦 绣 蚕丝被', '锦绣', '锦绣', 'identical', 'row'],
    ['正品锦-绣蚕丝被', '锦绣', '锦绣', 'identical', 'row'],
    ['正品锦★绣蚕丝被', '锦绣', '锦绣', 'identical', 'row'],
    ['正品锦x绣蚕丝被', '锦绣', '锦x绣', 'near', 'strewn'],
    ['正品锦8绣蚕丝被', '锦绣', '锦8绣', 'near', 'strewn'],
    ['正品太a湖b血蚕丝被', '太湖雪', '太a湖b血', 'near', 'strewn'],
    ['正品太湖之雪蚕丝被', '太湖雪', '太湖之雪', 'near', 'strewn'],
    ['好大运来真福礼盒', '好运来福', '好大运来真福', 'near', 'strewn'],
    ['锦之绣 蚕丝被', '锦绣', '锦之绣', 'near', 'strewn'],
    ['正品雪湖太蚕丝被', '太湖雪', '雪湖太', 'near', 'reordered'],
    ['绣锦 真丝围巾', '锦绣', '绣锦', 'near', 'reordered'],
    ['天天上向礼盒', '天天向上', '天天上向', 'near', 'reordered'],
  ])('finds it in %s', (text, name, signs, level, way) => {
    expect(met(text)).toContainEqual([name, signs, level, way]);
  });

  it('calls two signs turned round or drawn apart inside other words arguable at most', () => {
    for (const text of ['镇江吴中特产', '吴都江南丝绸', '锦被刺绣枕套', '锦的绣工'])
      expect(
        met(text).filter(([, , level]) => level !== 'arguable'),
        text,
      ).toEqual([]);
  });

  it('is not led astray by signs far apart, by a part of the signs, and by whole words between', () => {
    for (const text of ['太阳照在西湖的雪上', '锦缎 silk 绣花', '太湖大闸蟹', '天天特价', '好运连连'])
      expect(
        met(text).filter(([, , level]) => level !== 'arguable'),
        text,
      ).toEqual([]);
  });
});
