import { expect, test } from 'vitest';
import { readerOf } from './limit-readers.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:db8::ffff:1:2', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is limited as %s', (ip, reader) => {
  expect(readerOf(ip)).toBe(reader);
});
