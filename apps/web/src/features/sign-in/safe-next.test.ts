import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

describe('safeNext', () => {
  it('keeps an address of the console', () => {
    expect(safeNext('/enterprises?town=320509105')).toBe('/enterprises?town=320509105');
  });

  it.each([null, '', 'https://example.org', '//example.org', '/\\example.org', 'javascript:alert(1)'])(
    'goes home instead of %s',
    (next) => {
      expect(safeNext(next)).toBe('/');
    },
  );
});
