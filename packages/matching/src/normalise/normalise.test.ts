import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseName } from './normalise-name.ts';
import { parseCompanyName } from './parse-company-name.ts';
import { findWholePlace, getPlace, relatePlaces } from './places.ts';
import { splitHolders } from './split-holders.ts';

describe('normaliseName', () => {
  it.each([
    ['ＡＢＢ（中国）有限公司', 'ABB中国有限公司'],
    [' 苏州 恒力\u3000化纤有限公司 ', '苏州恒力化纤有限公司'],
    ['蘇州恆力紡織廠', '苏州恒力纺织厂'],
    ['江苏亨通·光电股份有限公司', '江苏亨通光电股份有限公司'],
    ['第〇八研究所', '第O八研究所'],
    ['Ⅱ号机床厂', 'II号机床厂'],
    ['abc-9【集团】', 'ABC9集团'],
    ['', ''],
  ])('%s → %s', (raw, key) => {
    expect(normaliseName(raw)).toBe(key);
  });

  it('is idempotent and blind to width and blanks', () => {
    const text = fc.string({ unit: fc.constantFrom(...'苏州恆力（紡織）()AbＣ１2 　·，有限公司廠') });
    fc.assert(
      fc.property(text, fc.nat(), (raw, at) => {
        const key = normaliseName(raw);
        expect(normaliseName(key)).toBe(key);
        const cut = at % (raw.length + 1);
        expect(normaliseName(`${raw.slice(0, cut)}\u3000 ${raw.slice(cut)}`)).toBe(key);
        const wide = raw.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        expect(normaliseName(wide)).toBe(key);
      }),
    );
  });

  it('takes an injected dictionary first', () => {
    expect(normaliseName('喆電', (text) => text.replace('喆', '哲'))).toBe('哲电');
  });
});

describe('parseCompanyName', () => {
  it.each([
    ['吴江市恒力纺织有限公司', ['吴江市'], '恒力', '纺织', '有限公司', '', 'company'],
    [
      '江苏省苏州市吴江区盛泽镇恒力织造厂',
      ['江苏省', '苏州市', '吴江区', '盛泽镇'],
      '恒力',
      '织造',
      '厂',
      '',
      'factory',
    ],
    ['双叶金属（苏州）有限公司', ['苏州'], '双叶', '金属', '有限公司', '', 'company'],
    ['南京音飞物流设备(集团)股份有限公司', ['南京'], '音飞', '物流设备', '集团股份有限公司', '', 'company'],
    ['苏州第一建筑集团有限公司一分公司', ['苏州'], '第一', '建筑', '集团有限公司', '一分公司', 'branch'],
    ['吴江市丝绸厂门市部', ['吴江市'], '', '丝绸', '厂', '门市部', 'branch'],
    ['力赛佳电气技术上海有限公司', ['上海'], '力赛佳', '电气技术', '有限公司', '', 'company'],
    ['苏州恒信会计师事务所（普通合伙）', ['苏州'], '恒信', '', '会计师事务所', '', 'office'],
    ['吴江市金鑫蔬菜专业合作社', ['吴江市'], '金鑫', '蔬菜', '专业合作社', '', 'cooperative'],
    ['苏州恒力纺织有限公丝', ['苏州'], '恒力', '纺织', '有限公司', '', 'company'],
    ['苏州恒力纺织有线公司', ['苏州'], '恒力', '纺织', '有限公司', '', 'company'],
  ])('%s', (raw, place, brand, trade, form, branch, kind) => {
    const parsed = parseCompanyName(raw);
    expect(parsed).toMatchObject({ brand, trade, form, branch, kind });
    expect(parsed.place).toEqual(place);
  });

  it.each([
    ['张伟', 'person'],
    ['欧阳建国', 'person'],
    ['约翰·史密斯', 'person'],
    ['Smith, John', 'person'],
    ['SAMSUNG ELECTRONICS CO., LTD.', 'unknown'],
    ['苏州大学', 'institution'],
    ['吴江区市场监督管理局', 'government'],
    ['恒力集团', 'company'],
  ])('%s is a %s', (raw, kind) => {
    expect(parseCompanyName(raw).kind).toBe(kind);
  });

  it('never throws and only rearranges what was written', () => {
    const text = fc.string({ unit: fc.constantFrom(...'江苏州市吴区县恒力纺织科技有限责任公司厂(分)店（第一）1A ·') });
    fc.assert(
      fc.property(text, (raw) => {
        const parsed = parseCompanyName(raw);
        const key = normaliseName(raw);
        for (const part of [parsed.brand, parsed.trade]) expect(key).toContain(part);
      }),
    );
  });
});

describe('places', () => {
  it('knows that 吴江市 became 吴江区 and where it lies', () => {
    const [city, district, suzhou] = ['吴江市', '吴江区', '苏州市'].map((name) => findWholePlace(name));
    expect(city).toBe(district);
    expect(relatePlaces(district!, suzhou!)).toBe('within');
    expect(relatePlaces(findWholePlace('昆山市'), district!)).toBe('sibling');
    expect(relatePlaces(findWholePlace('江阴市'), district!)).toBe('apart');
  });

  it.each([
    ['武进市', '武进'],
    ['楚州区', '淮安区'],
    ['通州市', '通州'],
    ['白下区', '秦淮'],
    ['沙洲县', '张家港'],
    ['赣榆县', '赣榆'],
  ])('%s is now %s', (former, now) => {
    expect(getPlace(findWholePlace(former)).name).toBe(now);
  });
});

describe('splitHolders', () => {
  it.each([
    ['甲公司；乙公司', ['甲公司', '乙公司']],
    ['甲公司;乙大学、丙厂', ['甲公司', '乙大学', '丙厂']],
    ['甲公司|甲公司 | 乙公司', ['甲公司', '乙公司']],
    ['甲（苏州、上海）公司，乙公司', ['甲（苏州、上海）公司', '乙公司']],
    ['FOO CO., LTD;BAR INC.', ['FOO CO., LTD', 'BAR INC.']],
    ['Smith, John', ['Smith, John']],
    ['甲公司\n乙公司', ['甲公司', '乙公司']],
    ['甲（苏州公司；乙公司', ['甲（苏州公司', '乙公司']],
    [' ；; ', []],
  ])('%s', (raw, holders) => {
    expect(splitHolders(raw)).toEqual(holders);
  });
});
