import { describe, expect, it } from 'vitest';
import { pictureWith } from '../demo/pictures.ts';
import { judgeContent } from './judge-content.ts';
import { judgeTime } from './judge-time.ts';
import { readExif } from './read-exif.ts';

const RECEIVED = '2026-11-20T08:00:00.000Z';
const codes = (...given: Parameters<typeof judgeTime>) => judgeTime(...given).map((doubt) => doubt.code);

describe('what a picture says of itself', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is read from a %s', (form) => {
    const picture = pictureWith(form, {
      takenAt: '2026:11:20 14:05:09',
      writtenAt: '2026:11:20 14:05:09',
      software: 'HDR+ 1.0',
      camera: ['Demo', 'P60'],
      satellite: { day: '2026:11:20', hour: 6, minute: 5, second: 9 },
      place: { latitude: 31.16, longitude: 120.64 },
    });
    expect(readExif(picture)).toMatchObject({
      takenAt: '2026-11-20T14:05:09',
      writtenAt: '2026-11-20T14:05:09',
      satelliteAt: '2026-11-20T06:05:09Z',
      latitude: 31.16,
      longitude: 120.64,
      camera: 'Demo P60',
      software: 'HDR+ 1.0',
    });
  });

  it('is nothing where there is no such block, or a damaged one', () => {
    expect(readExif(pictureWith('jpeg', undefined))).toBeUndefined();
    const whole = pictureWith('jpeg', { takenAt: '2026:11:20 14:05:09' });
    for (let length = 0; length < whole.length; length++)
      expect(() => readExif(whole.subarray(0, length))).not.toThrow();
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = 0xff;
      expect(() => readExif(damaged)).not.toThrow();
    }
  });
});

describe('times that contradict each other', () => {
  const taken = (takenAt: string, more: object = {}) => ({ takenAt, ...more });

  it('do not when they agree within minutes', () => {
    expect(
      codes(taken('2026-11-20T14:05:09'), { capturedAt: '2026-11-20T14:03:00+08:00', receivedAt: RECEIVED }, true),
    ).toEqual([]);
    expect(
      codes(taken('2026-11-20T06:05:09+00:00'), { capturedAt: '2026-11-20T06:05:00Z', receivedAt: RECEIVED }, true),
    ).toEqual([]);
  });

  it('are marked with both times when the stated one differs', () => {
    const [doubt] = judgeTime(
      taken('2026-11-18T09:00:00'),
      { capturedAt: '2026-11-20T14:00:00+08:00', receivedAt: RECEIVED },
      true,
    );
    expect(doubt).toMatchObject({ code: 'stated-differs', grave: true });
    expect(doubt?.text.zh).toBe('照片自带拍摄时间2026-11-18 09:00与填报的拍摄时间2026-11-20 14:00相差2天5小时');
  });

  it.each([
    ['taken after it was received', taken('2026-12-01T09:00:00'), null, ['taken-after-receipt']],
    ['stated after it was received', undefined, '2026-11-21T09:00:00+08:00', ['stated-after-receipt', 'no-time']],
    ['a clock nobody set', taken('2008-01-01T00:12:00'), null, ['clock-not-set']],
    [
      'satellites that say another time',
      taken('2026-11-20T14:05:09', { satelliteAt: '2026-11-19T06:05:09Z' }),
      null,
      ['satellites-differ'],
    ],
    [
      'written again later',
      taken('2026-11-20T14:05:09', { writtenAt: '2026-11-20T15:30:00' }),
      null,
      ['written-later'],
    ],
    ['worked on with a program', taken('2026-11-20T14:05:09', { software: 'Adobe Photoshop 25.0' }), null, ['edited']],
    ['no time at all', {}, null, ['no-time']],
  ])('%s', (_what, picture, capturedAt, expected) => {
    expect(codes(picture, { capturedAt, receivedAt: RECEIVED }, true)).toEqual(expected);
  });

  it('are not looked for in what is no picture', () => {
    expect(codes(undefined, { capturedAt: null, receivedAt: RECEIVED }, false)).toEqual([]);
  });
});

describe('content of evidence', () => {
  const judge = (name: string, content: Buffer | string, names: string[] = []) =>
    judgeContent(name, Buffer.from(content), names);

  it.each([
    ['a.jpg', pictureWith('jpeg', undefined), 'image/jpeg'],
    ['a.mp4', Buffer.from('\0\0\0\x20ftypisom....'), 'video/mp4'],
    ['a.mov', Buffer.from('\0\0\0\x14ftypqt  ....'), 'video/quicktime'],
    ['rec.amr', Buffer.from('#!AMR\n....'), 'audio/amr'],
    ['chat.txt', '你好', 'text/plain'],
    ['shop.html', '<script>alert(1)</script>', 'text/plain'],
    ['a.exe', '%PDF-1.7', 'application/pdf'],
  ])('%s is taken for what it is', (name, content, mediaType) => {
    expect(judge(name, content)).toEqual({ ok: true, mediaType });
  });

  it.each([
    ['a program', 'a.jpg', 'MZ....', /可执行/],
    ['a script', 'a.txt', '#!/bin/sh', /可执行/],
    ['an archive', 'a.zip', 'PK\u0003\u0004....', /解开/],
    ['a picture of Apple', 'a.heic', '\0\0\0\x18ftypheic....', /HEIC/],
    ['bytes called text', 'a.txt', '\u0000\u0001\u0002', /只收/],
  ])('%s is refused', (_what, name, content, why) => {
    const verdict = judge(name, content);
    expect(verdict.ok ? '' : verdict.why.zh).toMatch(why);
  });
});
