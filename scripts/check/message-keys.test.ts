import { describe, expect, it } from 'vitest';
import { compareLanguages, findChineseLiterals, findUnknownKeys, type Messages } from './message-keys.ts';

const messages = (data: Record<string, Record<string, string>>): Messages =>
  new Map(Object.entries(data).map(([name, keys]) => [name, new Map(Object.entries(keys))]));

describe('message keys', () => {
  it('names what only one language has, empty sentences and differing placeholders', () => {
    const zh = messages({ home: { a: '甲', b: '乙 {{n}}', c: '丙', d: '丁' }, only: { x: '一' } });
    const en = messages({ home: { a: 'A', b: 'B {{m}}', c: ' ', e: 'E' } });
    expect(compareLanguages(zh, en, ['zh-CN', 'en'])).toEqual([
      'home:b has different placeholders',
      'home:c is empty',
      'home:d is missing in en',
      'home:e is missing in zh-CN',
      'only.json is missing in en',
    ]);
  });

  it('says nothing where both agree', () => {
    const same = messages({ home: { a: '甲 {{ n }}' } });
    expect(compareLanguages(same, messages({ home: { a: 'A {{n}}' } }), ['zh-CN', 'en'])).toEqual([]);
  });

  const known = messages({ common: { retry: '重试', 'state.open': '开' }, home: { title: '首页' } });

  it('finds keys nobody wrote, in the namespaces the file uses', () => {
    const source =
      "const { t } = useTranslation(['home', 'common']);\nt('title'); t('common:retry'); t('common:gone');";
    expect(findUnknownKeys('a.tsx', source, known)).toEqual(["a.tsx: no message 'common:gone'"]);
    expect(findUnknownKeys('b.tsx', "const { t } = useTranslation();\nt('title')", known)).toEqual([
      "b.tsx: no message 'title'",
    ]);
  });

  it('takes a template by its fixed beginning', () => {
    const use = (key: string) => `const { t } = useTranslation();\nt(\`${key}\`)`;
    expect(findUnknownKeys('a.tsx', use('state.$' + '{s}'), known)).toEqual([]);
    expect(findUnknownKeys('a.tsx', use('stale.$' + '{s}'), known)).toHaveLength(1);
  });

  it('refuses Chinese in code and forgives it in comments', () => {
    expect(findChineseLiterals('a.tsx', "/** 例: 万 */\nconst a = 1; // 亿\nconst url = 'http://x';")).toEqual([]);
    expect(findChineseLiterals('a.tsx', "const a = 1;\nconst b = '企业';")).toEqual([
      'a.tsx:2: Chinese outside a message file',
    ]);
  });
});
