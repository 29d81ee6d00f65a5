import type { LawContent } from '@jince/law';
import type { FineSpec } from '@jince/offences';
import type { Bilingual } from '../i18n/language.ts';

const FEN_PER_YUAN = 100;
const YUAN_PER_WAN = 10_000;
const PPM = 1_000_000;

const same = (text: string): Bilingual => ({ zh: text, en: text });

/** Fen as the Chinese read it: 万元 where it comes out even. */
function money(fen: number): Bilingual {
  const yuan = fen / FEN_PER_YUAN;
  const zh = yuan >= YUAN_PER_WAN ? `${Number((yuan / YUAN_PER_WAN).toFixed(4))}万元` : `${yuan}元`;
  return { zh, en: `CNY ${yuan.toLocaleString('en')}` };
}

export const moneyOrCount = (figure: number, isMoney: boolean): Bilingual =>
  isMoney ? money(figure) : { zh: `${figure.toLocaleString('en')}件`, en: `${figure.toLocaleString('en')} pieces` };

const UNITS: Readonly<Record<string, Bilingual>> = {
  percent: { zh: '%', en: '%' },
  year: { zh: '年', en: ' years' },
  month: { zh: '个月', en: ' months' },
  day: { zh: '日', en: ' days' },
  'working-day': { zh: '个工作日', en: ' working days' },
  hour: { zh: '小时', en: ' hours' },
  minute: { zh: '分钟', en: ' minutes' },
};

function scalarText(value: string | number | boolean, unit: string): Bilingual {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'string') return same(value);
  if (unit === 'fen') return money(value);
  if (unit === 'chf-centime') return { zh: `${value / FEN_PER_YUAN}瑞士法郎`, en: `CHF ${value / FEN_PER_YUAN}` };
  const words = UNITS[unit] ?? same('');
  return { zh: `${value}${words.zh}`, en: `${value}${words.en}` };
}

const joined = (parts: readonly Bilingual[]): Bilingual => ({
  zh: parts.map((one) => one.zh).join('；'),
  en: parts.map((one) => one.en).join('; '),
});

/** A value of the law in words: a number with its unit, a list, named values, or bands. */
export function valueText(value: LawContent, unit: string): Bilingual {
  if (!Array.isArray(value)) {
    if (typeof value !== 'object') return scalarText(value, unit);
    return joined(
      Object.entries(value).map(([name, one]) => {
        const text = scalarText(one, unit);
        return { zh: `${name}：${text.zh}`, en: `${name}: ${text.en}` };
      }),
    );
  }
  return joined(
    value.map((one) => {
      if (typeof one !== 'object') return scalarText(one, unit);
      const text = scalarText(one.value, unit);
      const span = `${one.from}–${one.to ?? ''}`;
      return { zh: `${span}：${text.zh}`, en: `${span}: ${text.en}` };
    }),
  );
}

const BASES: Readonly<Record<'business' | 'gain', Bilingual>> = {
  business: { zh: '违法经营额', en: 'illegal turnover' },
  gain: { zh: '违法所得', en: 'illegal gain' },
};
const times = (ppm: number): Bilingual =>
  ppm < PPM ? same(`${(ppm * 100) / PPM}%`) : { zh: `${ppm / PPM}倍`, en: `${ppm / PPM} times` };

/** What a text of the law sets as fine, in words. */
export function fineText(fine: FineSpec): Bilingual {
  switch (fine.type) {
    case 'none':
      return { zh: '不处罚款', en: 'no fine' };
    case 'fixed':
      return money(fine.fen);
    case 'range': {
      const [min, max] = [money(fine.minFen), money(fine.maxFen)];
      return fine.minFen === 0
        ? { zh: `${max.zh}以下`, en: `up to ${max.en}` }
        : { zh: `${min.zh}以上${max.zh}以下`, en: `${min.en} to ${max.en}` };
    }
    case 'by-amount': {
      const [bound, above, below] = [money(fine.boundFen), times(fine.abovePpm), money(fine.belowMaxFen)];
      const base = BASES[fine.base];
      return {
        zh: `${base.zh}${bound.zh}以上的，${above.zh}以下；没有或者不足的，${below.zh}以下`,
        en: `${base.en} of ${bound.en} or more: up to ${above.en}; otherwise up to ${below.en}`,
      };
    }
    case 'multiple': {
      const [min, max] = [times(fine.minPpm), times(fine.maxPpm)];
      const base = BASES[fine.base];
      const cap = fine.maxFen === null ? null : money(fine.maxFen);
      const without = money(fine.withoutMaxFen);
      return {
        zh: `${base.zh}${fine.minPpm === 0 ? '' : `${min.zh}以上`}${max.zh}以下${cap === null ? '' : `，最高${cap.zh}`}；没有的，${without.zh}以下`,
        en: `${fine.minPpm === 0 ? 'up to' : `${min.en} to`} ${max.en} of the ${base.en}${cap === null ? '' : `, at most ${cap.en}`}; without any, up to ${without.en}`,
      };
    }
  }
}
