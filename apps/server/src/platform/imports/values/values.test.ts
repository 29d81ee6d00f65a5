import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findDateOrder,
  isNullCell,
  type Parsed,
  parseBooleanCell,
  parseDateCell,
  parseDateRangeCell,
  parseMoneyCell,
  parseNumberCell,
  parsePercentCell,
  splitList,
} from './index.ts';

/** The value, null for an empty cell, or the problem's code. */
function brief<T>(parsed: Parsed<T>): T | null | string {
  if (parsed.kind === 'value') return parsed.value;
  return parsed.kind === 'empty' ? null : parsed.problem.code;
}

describe('isNullCell', () => {
  it.each([
    '',
    '  ',
    '-',
    '--',
    '－',
    '—',
    '——',
    '/',
    '／',
    '无',
    '暂无',
    'N/A',
    '#N/A',
    'null',
    'NULL',
    '\u3000',
    '（空）',
  ])('%j is empty', (cell) => {
    expect(isNullCell(cell)).toBe(true);
  });
  it.each(['0', '无锡', '-1', '否', 'NAN公司', '/甲'])('%j is not', (cell) => {
    expect(isNullCell(cell)).toBe(false);
  });
});

describe('parseDateCell', () => {
  it.each([
    ['2021-03-04', '2021-03-04'],
    ['20210304', '2021-03-04'],
    ['2021/3/4', '2021-03-04'],
    ['2021.03.04', '2021-03-04'],
    ['２０２１－０３－０４', '2021-03-04'],
    ['2021年3月4日', '2021-03-04'],
    ['2021 年 03 月 04 日', '2021-03-04'],
    ['2021年3月4', '2021-03-04'],
    ['44259', '2021-03-04'],
    ['44259.5', '2021-03-04'],
    ['2021-03-04 00:00:00', '2021-03-04'],
    ['2021-03-04T23:59:59.000Z', '2021-03-04'],
    ['2000-05-09-04:00', '2000-05-09'],
    ['04.03.2021', '2021-03-04'],
    ['31/12/2021', '2021-12-31'],
    ['12/31/2021', '2021-12-31'],
    ['4 Mar 2021', '2021-03-04'],
    ['March 4, 2021', '2021-03-04'],
    ['2024-02-29', '2024-02-29'],
  ])('%j is the day %s', (cell, date) => {
    expect(brief(parseDateCell(cell))).toMatchObject({ date, precision: 'day' });
  });

  it.each([
    ['2021-03', '2021-03-01', 'month'],
    ['2021年3月', '2021-03-01', 'month'],
    ['202103', '2021-03-01', 'month'],
    ['20210300', '2021-03-01', 'month'],
    ['2021年', '2021-01-01', 'year'],
    ['2021', '2021-01-01', 'year'],
    ['20210000', '2021-01-01', 'year'],
  ])('%j keeps its precision', (cell, date, precision) => {
    expect(brief(parseDateCell(cell))).toEqual({ date, precision });
  });

  it('keeps the time', () => {
    expect(brief(parseDateCell('2021/3/4 13:05:09'))).toEqual({
      date: '2021-03-04',
      precision: 'day',
      time: '13:05:09',
    });
    expect(brief(parseDateCell('2021-03-04 1:05 PM'))).toEqual({ date: '2021-03-04', precision: 'day', time: '13:05' });
  });

  it.each([
    ['2021-02-29', 'date.impossible'],
    ['2021-13-01', 'date.impossible'],
    ['20210231', 'date.impossible'],
    ['2021年4月31日', 'date.impossible'],
    ['32.01.2021', 'date.impossible'],
    ['21-03-04', 'date.two-digit-year'],
    ['04.03.21', 'date.two-digit-year'],
    ['21年3月4日', 'date.two-digit-year'],
    ['210304', 'date.two-digit-year'],
    ['03/04/2021', 'date.ambiguous'],
    ['0210-03-04', 'date.out-of-range'],
    ['9999-12-31', 'date.out-of-range'],
    ['甲', 'date.unreadable'],
    ['2021-03-04、2021-03-05', 'date.unreadable'],
  ])('%j is refused as %s', (cell, code) => {
    const parsed = parseDateCell(cell);
    expect(brief(parsed)).toBe(code);
    expect(parsed.kind === 'problem' && parsed.problem.message.zh).toContain(cell);
  });

  it.each(['', '-', '暂无', '00000000', '0000-00-00'])('%j is empty', (cell) => {
    expect(brief(parseDateCell(cell))).toBeNull();
  });

  it("follows the column's order", () => {
    expect(brief(parseDateCell('03/04/2021', { order: 'dmy' }))).toMatchObject({ date: '2021-04-03' });
    expect(brief(parseDateCell('03/04/2021', { order: 'mdy' }))).toMatchObject({ date: '2021-03-04' });
    expect(findDateOrder(['03/04/2021', '25/04/2021', ''])).toBe('dmy');
    expect(findDateOrder(['03/04/2021', '04/25/2021'])).toBe('mdy');
    expect(findDateOrder(['25/04/2021', '04/25/2021'])).toBeUndefined();
  });

  it('leaves numbers alone where serials are not dates', () => {
    expect(brief(parseDateCell('44259', { serials: false }))).toBe('date.unreadable');
  });

  it('reads every day in every spelling', () => {
    const day = fc
      .date({ min: new Date('1928-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (date) => {
        const [y, m, d] = date.split('-') as [string, string, string];
        const serial = Math.round((Date.parse(date) - Date.UTC(1899, 11, 30)) / 86_400_000);
        for (const cell of [
          date,
          y + m + d,
          `${y}/${+m}/${+d}`,
          `${y}.${m}.${d}`,
          `${y}年${+m}月${+d}日`,
          `${d}.${m}.${y}`,
          String(serial),
        ]) {
          expect(brief(parseDateCell(cell))).toEqual({ date, precision: 'day' });
        }
      }),
    );
  });
});

describe('parseDateRangeCell', () => {
  it.each([
    ['2021年03月04日至2031年03月03日', '2021-03-04', '2031-03-03'],
    ['2021年03月04日到2031年03月03日', '2021-03-04', '2031-03-03'],
    ['自2021-03-04起至2031-03-03止', '2021-03-04', '2031-03-03'],
    ['2021-03-04 至 2031-03-03', '2021-03-04', '2031-03-03'],
    ['2021.03.04-2031.03.03', '2021-03-04', '2031-03-03'],
    ['20210304-20310303', '2021-03-04', '2031-03-03'],
    ['2021/3/4~2031/3/3', '2021-03-04', '2031-03-03'],
    ['2021-03-04 至 长期', '2021-03-04', null],
    ['2021-03-04至无固定期限', '2021-03-04', null],
    ['长期', null, null],
    ['至2031年3月3日', null, '2031-03-03'],
  ])('%j', (cell, from, to) => {
    expect(brief(parseDateRangeCell(cell))).toEqual({ from, to });
  });

  it.each([
    ['2031-03-04至2021-03-03', 'date-range.reversed'],
    ['2021-02-30至2031-03-03', 'date.impossible'],
    ['2021-03-04', 'date-range.unreadable'],
    ['十年', 'date-range.unreadable'],
    ['--', null],
  ])('%j → %s', (cell, code) => {
    expect(brief(parseDateRangeCell(cell))).toBe(code);
  });
});

describe('parseMoneyCell', () => {
  it.each([
    ['100万人民币', 1_000_000_00, 'CNY'],
    ['100.00万元', 1_000_000_00, 'CNY'],
    ['3.4000(万元人民币)', 34_000_00, 'CNY'],
    ['3.4000（万元人民币）', 34_000_00, 'CNY'],
    ['512.6万人民币', 5_126_000_00, 'CNY'],
    ['1,000.00', 1_000_00, 'CNY'],
    ['１，０００元', 1_000_00, 'CNY'],
    ['USD 50万', 500_000_00, 'USD'],
    ['50万美元', 500_000_00, 'USD'],
    ['50.5 万 美元', 505_000_00, 'USD'],
    ['HK$1,200', 1_200_00, 'HKD'],
    ['￥1.5亿', 150_000_000_00, 'CNY'],
    ['人民币100万元整', 1_000_000_00, 'CNY'],
    ['0.05', 5, 'CNY'],
    ['1.13万元', 11_300_00, 'CNY'],
    ['1.2E+3', 1_200_00, 'CNY'],
    ['0', 0, 'CNY'],
    ['1000万(欧元)', 10_000_000_00, 'EUR'],
  ])('%j', (cell, amountFen, currency) => {
    expect(brief(parseMoneyCell(cell))).toEqual({ amountFen, currency, original: cell });
  });

  it("takes the header's unit for bare numbers only", () => {
    expect(brief(parseMoneyCell('3.4', { unit: '万元' }))).toMatchObject({ amountFen: 34_000_00 });
    expect(brief(parseMoneyCell('3.4万元', { unit: '万元' }))).toMatchObject({ amountFen: 34_000_00 });
    expect(brief(parseMoneyCell('340元', { unit: '万元' }))).toMatchObject({ amountFen: 340_00 });
    expect(brief(parseMoneyCell('50', { unit: '万美元' }))).toMatchObject({ amountFen: 500_000_00, currency: 'USD' });
  });

  it.each([
    ['100万蒙古图格里克', 'money.unit-unknown'],
    ['0.001', 'money.fraction-of-fen'],
    ['99999999亿元', 'money.too-large'],
    ['若干', 'money.unreadable'],
    ['100-200万元', 'money.unreadable'],
    ['N/A', null],
  ])('%j → %s', (cell, code) => {
    expect(brief(parseMoneyCell(cell))).toBe(code);
  });

  it('is exact for every amount in fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e14 }), (fen) => {
        const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
        expect(brief(parseMoneyCell(`${yuan}元`))).toMatchObject({ amountFen: fen });
        const padded = String(fen).padStart(7, '0');
        expect(brief(parseMoneyCell(`${padded.slice(0, -6)}.${padded.slice(-6)}万元`))).toMatchObject({
          amountFen: fen,
        });
      }),
    );
  });
});

describe('parseNumberCell', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['１２', 12],
    ['3.2万', 32_000],
    ['12人', 12],
    ['约300', 300],
    ['(5)', -5],
    ['-0.5', -0.5],
    ['1.2E+3', 1200],
    ['2.8亿', 280_000_000],
  ])('%j', (cell, value) => {
    expect(brief(parseNumberCell(cell))).toBe(value);
  });

  it('refuses what is no number or out of bounds', () => {
    expect(brief(parseNumberCell('1,23'))).toBe('number.unreadable');
    expect(brief(parseNumberCell('12a'))).toBe('number.unreadable');
    expect(brief(parseNumberCell('1.5', { integer: true }))).toBe('number.not-integer');
    expect(brief(parseNumberCell('-1', { min: 0 }))).toBe('number.out-of-range');
    expect(brief(parseNumberCell('暂无'))).toBeNull();
  });
});

describe('yes, no and percentages', () => {
  it.each([
    ['是', true],
    ['√', true],
    ['Y', true],
    ['TRUE', true],
    ['有', true],
    ['否', false],
    ['×', false],
    ['N', false],
    ['无', false],
    ['', null],
    ['-', null],
    ['也许', 'boolean.unreadable'],
  ])('%j → %s', (cell, value) => {
    expect(brief(parseBooleanCell(cell))).toBe(value);
  });

  it.each([
    ['70%', 0.7],
    ['７０％', 0.7],
    ['85', 0.85],
    ['0.7', 0.7],
    ['百分之七十', 0.7],
    ['百分之85', 0.85],
    ['5‰', 0.005],
    ['1', 1],
    ['120%', 'percent.out-of-range'],
    ['7折', 'percent.unreadable'],
    ['--', null],
  ])('%j → %s', (cell, value) => {
    expect(brief(parsePercentCell(cell))).toBe(value);
  });

  it("takes the column's meaning of bare numbers", () => {
    expect(brief(parsePercentCell('1', { bare: 'percent' }))).toBe(0.01);
  });
});

describe('splitList', () => {
  it.each([
    ['张三;李四；王五', ['张三', '李四', '王五']],
    ['张三|李四', ['张三', '李四']],
    ['张三｜李四', ['张三', '李四']],
    ['张三、李四', ['张三', '李四']],
    ['张三\n李四\r\n王五', ['张三', '李四', '王五']],
    ['姓, 名|姓二, 名二', ['姓, 名', '姓二, 名二']],
    ['SMITH JOHN;;DOE; JANE', ['SMITH JOHN', 'DOE; JANE']],
    ['甲（乙；丙）公司；丁公司', ['甲（乙；丙）公司', '丁公司']],
    ['甲(乙、丙)公司、丁', ['甲(乙、丙)公司', '丁']],
    ['甲（乙；丙公司', ['甲（乙', '丙公司']],
    ['G06F 17/27; D03D 1/00;', ['G06F 17/27', 'D03D 1/00']],
    ['SMITH, JOHN', ['SMITH, JOHN']],
    ['-', []],
    ['张三; ; -;李四', ['张三', '李四']],
  ])('%j', (cell, items) => {
    expect(splitList(cell)).toEqual(items);
  });

  it("uses the sender's separator alone", () => {
    expect(splitList('甲、乙;丙、丁', ';')).toEqual(['甲、乙', '丙、丁']);
    expect(splitList('甲，乙,丙', ',')).toEqual(['甲', '乙', '丙']);
    expect(splitList('甲;乙', '|')).toEqual(['甲;乙']);
  });
});
