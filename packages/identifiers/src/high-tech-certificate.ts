import { PROVINCES } from './region-code.ts';
import { failure, type IdentifierResult } from './result.ts';
import { compactCode } from './text.ts';

export type HighTechCertificateDetails = { year: number; provinceCode: string; province: string; serial: string };

/**
 * Certificate number of a high-tech enterprise: GR + year of issue + province (32 Jiangsu) + six digits
 * (国科发火〔2016〕32号; GF was printed on re-examined certificates before). Identification began in 2008.
 */
export function parseHighTechCertificate(
  input: string,
  options: { latestYear?: number } = {},
): IdentifierResult<HighTechCertificateDetails> {
  const value = compactCode(input).replace(/[-.]/g, '');
  if (value === '') return failure(value, 'empty');
  const match = /^G[RF](\d{4})(\d{2})(\d{6})$/.exec(value);
  if (!match) return failure(value, /^G[RF]\d+$/.test(value) ? 'length' : 'format', lettersAsDigits(value));
  const year = Number(match[1]);
  if (year < 2008 || year > (options.latestYear ?? 2099)) return failure(value, 'year');
  const province = PROVINCES[match[2]!];
  if (!province) return failure(value, 'region');
  return { ok: true, value, year, provinceCode: match[2]!, province, serial: match[3]! };
}

function lettersAsDigits(value: string): string | undefined {
  const replaced = value.slice(0, 2) + value.slice(2).replace(/O/g, '0').replace(/[IL]/g, '1');
  return replaced !== value && /^G[RF]20\d{10}$/.test(replaced) ? replaced : undefined;
}
