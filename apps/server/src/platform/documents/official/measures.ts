/**
 * Measures of an official paper. Source: GB/T 9704-2012《党政机关公文格式》, item in brackets; millimetres, points (三号 16 pt,
 * 二号 22 pt, 四号 14 pt) or numbers.
 */
export const MEASURES = {
  /** A4 (5.1). */
  pageWidthMm: 210,
  pageHeightMm: 297,
  /** 天头 37 mm ± 1 mm (5.2.1). */
  topMm: 37,
  /** 订口 28 mm ± 1 mm (5.2.1). */
  leftMm: 28,
  /** 版心 156 mm × 225 mm (5.2.1); the other two margins follow. */
  textWidthMm: 156,
  textHeightMm: 225,
  /** 22 lines of 28 letters fill the 版心 (5.2.3). */
  linesPerPage: 22,
  lettersPerLine: 28,
  /** 三号仿宋 (5.2.2). */
  bodyPt: 16,
  /** 二号小标宋 (7.3.1). */
  titlePt: 22,
  /** Upper edge of the 发文机关标志 below that of the 版心 (7.2.4). */
  mastheadDropMm: 35,
  /** 发文字号 two empty lines below it (7.2.5). */
  numberDropLines: 2,
  /** 分隔线 4 mm below the 发文字号, as wide as the 版心, red (7.2.7). */
  redLineDropMm: 4,
  /** 标题 two empty lines below the line (7.3.1), 主送机关 one below the title (7.3.2). */
  titleDropLines: 2,
  recipientDropLines: 1,
  /** 成文日期 four letters from the right (7.3.5.1). */
  dateIndentLetters: 4,
  /** 版记 四号仿宋, one letter from both sides, first and last line 0.35 mm, those between 0.25 mm (7.4.1–7.4.3). */
  colophonPt: 14,
  thickLineMm: 0.35,
  thinLineMm: 0.25,
  /** 页码 四号半角宋体 between dashes 7 mm below the 版心, odd right, even left, one letter in (7.5). */
  pageNumberPt: 14,
  pageNumberDropMm: 7,
  /** 信函: 发文机关标志 30 mm from the page's edge; double red lines 4 mm below it and 20 mm from the foot, 170 mm (10.1). */
  letterTopMm: 30,
  letterLineDropMm: 4,
  letterFootMm: 20,
  letterLineMm: 170,
  /** 发文字号 of a 信函: 7/8 of a 三号 letter below the line, at the right edge (10.1). */
  letterNumberDrop: 7 / 8,
  /** The standard leaves the size of the 发文机关标志 open; no larger than this, and within the 版心. */
  mastheadMostPt: 40,
  /** Text of tables and forms: 五号 and 小四, the office's custom; the standard has no rule. */
  tablePt: 10.5,
  /** 小五 for tables of so many columns. */
  wideTableColumns: 7,
  wideTablePt: 9,
  formPt: 12,
} as const;
