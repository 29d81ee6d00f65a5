const SHAPE = /^(.+?)[〔[(（【［](\d{4})[〕\])）】］]第?0*([1-9]\d*)号$/;

/**
 * 发文字号 as it is printed: the year in 〔〕 (U+3014, U+3015), the serial number without 第 and without leading zeros,
 * 吴市监知[2026]012号 → 吴市监知〔2026〕12号. Source: GB/T 9704-2012 7.2.5.
 * @returns undefined for what is no such number
 */
export function documentNumber(text: string): string | undefined {
  const hit = SHAPE.exec(text.trim());
  return hit === null ? undefined : `${hit[1]}〔${hit[2]}〕${hit[3]}号`;
}
