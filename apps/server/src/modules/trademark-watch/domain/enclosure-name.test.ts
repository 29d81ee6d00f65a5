import { describe, expect, it } from 'vitest';
import { findNamed, isEnclosure, namedFiles } from './enclosure-name.ts';

describe('files beside a list', () => {
  it('reads the names a row gives, whatever separates them, and takes no address for a file', () => {
    expect(namedFiles('图片\\A1.JPG；b.png', './pages/1.html')).toEqual(['图片/a1.jpg', 'b.png', 'pages/1.html']);
    expect(namedFiles('https://example.com/a.jpg', null, 'a.exe', '../../etc/passwd')).toEqual([]);
    expect(namedFiles('../a.jpg')).toEqual(['a.jpg']);
  });

  it('finds the file by its whole path before one that only ends alike', () => {
    const files = [{ name: '清单/图片/1.jpg' }, { name: '1.jpg' }, { name: '清单/x1.jpg' }];
    expect(findNamed('1.jpg', files)?.name).toBe('1.jpg');
    expect(findNamed('图片/1.jpg', files)?.name).toBe('清单/图片/1.jpg');
    expect(findNamed('2.jpg', files)).toBeUndefined();
    expect([isEnclosure('a.pdf'), isEnclosure('a.csv')]).toEqual([true, false]);
  });
});
