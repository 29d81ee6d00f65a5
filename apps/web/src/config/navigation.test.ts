import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chapters, findPlace } from './navigation.ts';

const words = (language: string, file: string) =>
  JSON.parse(readFileSync(new URL(`../messages/${language}/${file}.json`, import.meta.url), 'utf8')) as Record<
    string,
    Record<string, unknown>
  >;

describe('navigation', () => {
  it('finds the chapter and entry of an address, the longest path first', () => {
    expect(findPlace('/')?.item.key).toBe('home');
    expect(findPlace('/patents/42')?.item.key).toBe('patents');
    expect(findPlace('/protection/cases/7')?.chapter.key).toBe('protection');
    expect(findPlace('/patentsx')).toBeUndefined();
  });

  it('gives each address to one entry only', () => {
    const paths = chapters.flatMap((chapter) => chapter.items.map((item) => item.path));
    expect(new Set(paths).size).toBe(paths.length);
  });

  it.each(['zh-CN', 'en'])('has words for every chapter, entry and clause in %s', (language) => {
    const shell = words(language, 'shell');
    const clauses = words(language, 'clauses').clause ?? {};
    for (const chapter of chapters) {
      expect(shell.chapter, chapter.key).toHaveProperty(chapter.key);
      for (const item of chapter.items) {
        expect(shell.item, item.key).toHaveProperty(item.key);
        if (item.clause) expect(clauses, item.clause).toHaveProperty(item.clause.replace('.', '-'));
      }
    }
  });
});
