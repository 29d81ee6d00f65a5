import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PageCache } from './page-cache.ts';
import type { PageAnswer } from './public-page.ts';

const page = (html: string): PageAnswer => ({ kind: 'page', html });

test('readers who come together wait for one making', async () => {
  const cache = new PageCache(1_000_000);
  let made = 0;
  const make = async () => {
    made++;
    await Promise.resolve();
    return page('甲');
  };
  const all = await Promise.all([cache.read('a', make), cache.read('a', make), cache.read('a', make)]);
  await cache.read('a', make);
  expect(made).toBe(1);
  expect(new Set(all.map((one) => one.etag)).size).toBe(1);
});

test('what fails is made again by the next reader', async () => {
  const cache = new PageCache(1_000_000);
  await expect(cache.read('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect((await cache.read('a', async () => page('up'))).body?.toString()).toBe('up');
});

test('the least recently read goes out first, and bytes are counted', async () => {
  const cache = new PageCache(3000);
  const made: string[] = [];
  const read = (key: string) =>
    cache.read(key, async () => {
      made.push(key);
      return page(key.repeat(500));
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await read(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
  expect(cache.bytes).toBeLessThanOrEqual(3000);
});

test('an answer too large to keep is still given', async () => {
  const cache = new PageCache(100);
  const answer = await cache.read('a', async () => page('x'.repeat(5000)));
  expect(answer.body?.length).toBe(5000);
  expect(gunzipSync(answer.packed as Buffer).length).toBe(5000);
  expect(cache.bytes).toBe(0);
});
