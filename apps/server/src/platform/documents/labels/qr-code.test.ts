import { describe, expect, it } from 'vitest';
import { qrCode, qrSvg } from './qr-code.ts';
import { renderLabels } from './render-labels.ts';
import { readQr } from './testing/read-qr.ts';

describe('a QR code', () => {
  it.each([1, 14, 15, 26, 42, 62, 84, 106, 122, 152, 180, 213])('of %i bytes is read back', (length) => {
    const text = Array.from({ length }, (_, n) => String.fromCharCode(33 + ((n * 7 + length) % 90))).join('');
    expect(readQr(qrCode(text))).toBe(text);
  });

  it('holds an address and Chinese words', () => {
    const text = 'https://jince.example/protection/things/WP26000123K?物证室';
    expect(readQr(qrCode(text))).toBe(text);
  });

  it('of a changed cell is not read as something else', () => {
    const cells = qrCode('WP26000123K').map((row) => [...row]);
    (cells[12] as boolean[])[12] = !cells[12]?.[12];
    expect(() => readQr(cells)).toThrow('damaged');
  });

  it('is not made of what does not fit', () => {
    expect(() => qrCode('x'.repeat(214))).toThrow(RangeError);
  });

  it('is drawn with its quiet zone', () => {
    expect(qrSvg('WP26000123K')).toContain('viewBox="0 0 29 29"');
  });
});

describe('labels', () => {
  it('become a PDF, the same bytes for the same words', () => {
    const sheet = {
      title: '扣押物品标签',
      issuer: '吴江区',
      createdAtSeconds: 1_790_000_000,
      labels: [
        {
          scanned: 'WP26000123K',
          code: 'WP26000123K',
          head: 'AJ2026-00001',
          name: '纸箱',
          lines: [{ label: '数量', value: '3 件' }],
        },
      ],
    };
    const pdf = renderLabels(sheet);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(renderLabels(sheet)).toEqual(pdf);
  });
});
