import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const LIFE_READ = 'trademark-portfolio.life.read';
export const USE_READ = 'trademark-portfolio.use.read';
export const USE_KEEP = 'trademark-portfolio.use.keep';
export const THREAT_DECIDE = 'trademark-portfolio.threat.decide';
export const MATERIAL_READ = 'trademark-portfolio.material.read';
export const MATERIAL_KEEP = 'trademark-portfolio.material.keep';

const READERS = ['ip-officer', 'director', 'reviewer', 'enforcement-officer', 'liaison', 'enterprise'];

const permission = (code: string, zh: string, en: string, roles: readonly string[]): Permission => ({
  code,
  label: { zh, en },
  roles,
});

export const trademarkPortfolioPermissions: readonly Permission[] = [
  permission(LIFE_READ, '查看商标期限和资产', 'See terms and portfolios of marks', READERS),
  permission(USE_READ, '查看商标使用证据', 'See evidence of use', [
    'ip-officer',
    'director',
    'enforcement-officer',
    'enterprise',
  ]),
  permission(USE_KEEP, '留存商标使用证据', 'Keep evidence of use', ['enterprise']),
  permission(THREAT_DECIDE, '登记异议决定', 'Decide on oppositions', ['ip-officer', 'enterprise']),
  permission(MATERIAL_READ, '查看驰名商标材料', 'See material on well-known marks', [
    'ip-officer',
    'director',
    'enterprise',
  ]),
  permission(MATERIAL_KEEP, '整理驰名商标材料', 'Keep material on well-known marks', ['ip-officer', 'enterprise']),
];

const refusal = (status: number, zh: string, en: string) => ({ status, zh, en });

export const trademarkPortfolioErrors: ErrorCatalogue = {
  'trademark-portfolio.use.not-own': refusal(
    404,
    '名下没有这件商标，不能为它留存证据。',
    'This is not a mark of the enterprise: no evidence can be kept for it.',
  ),
  'trademark-portfolio.use.in-future': refusal(422, '使用日期 {on} 晚于今天。', 'The day of use {on} is after today.'),
  'trademark-portfolio.use.order': refusal(
    422,
    '结束日期 {until} 早于开始日期 {from}。',
    'The end {until} is before the beginning {from}.',
  ),
  'trademark-portfolio.use.withdrawn': refusal(
    409,
    '这件证据已于 {on} 撤回，不能再改动。',
    'This evidence was withdrawn on {on} and cannot be changed.',
  ),
  'trademark-portfolio.attachment.refused': refusal(
    422,
    '“{fileName}”不能收下：{reason}。',
    '"{fileName}" is not taken: {reason}.',
  ),
  'trademark-portfolio.attachment.too-many': refusal(
    409,
    '每件最多附 {most} 个文件，请另建一件。',
    'At most {most} files belong to one piece: begin another one.',
  ),
  'trademark-portfolio.threat.decided': refusal(
    409,
    '已由{by}于 {on} 决定，不能重复决定。',
    'It was decided by {by} on {on}.',
  ),
  'trademark-portfolio.threat.twice': refusal(
    409,
    '“{name}”与这件商标已在监测中。',
    '"{name}" is watched against this mark already.',
  ),
  'trademark-portfolio.threat.no-law': refusal(
    422,
    '初审公告日 {on} 没有可适用的异议期规定。',
    'No term of opposition is kept for a publication on {on}.',
  ),
  'trademark-portfolio.threat.in-future': refusal(
    422,
    '初审公告日 {on} 晚于今天。',
    'The day of publication {on} is after today.',
  ),
  'trademark-portfolio.threat.too-late': refusal(
    409,
    '异议期已于 {on} 届满，不能再登记提出异议。',
    'The time for opposition ended on {on}.',
  ),
  'trademark-portfolio.material.not-registered': refusal(
    422,
    '“{name}”现在不是有效注册商标，不能建材料。',
    '"{name}" is not a registered mark now: no file can be begun.',
  ),
  'trademark-portfolio.material.closed': refusal(
    409,
    '材料已于 {on} 关闭，不能再改动。',
    'The file was closed on {on} and cannot be changed.',
  ),
  'trademark-portfolio.material.unknown-item': refusal(
    422,
    '证据清单中没有“{item}”，或该项由登记自动读取。',
    'There is no item "{item}" in the list, or it is read from the registers.',
  ),
};

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const trademarkPortfolioActions: Readonly<Record<string, Bilingual>> = {
  'trademark-portfolio.use.add': both('留存商标使用证据', 'Keep evidence of use'),
  'trademark-portfolio.use.withdraw': both('撤回商标使用证据', 'Withdraw evidence of use'),
  [THREAT_DECIDE]: both('登记异议决定', 'Decide on an opposition'),
  'trademark-portfolio.threat.add': both('登记异议监测', 'Enter a published mark'),
  'trademark-portfolio.material.open': both('建立驰名商标材料', 'Begin material on a well-known mark'),
  'trademark-portfolio.material.add': both('补充驰名商标材料', 'Add to material on a well-known mark'),
  'trademark-portfolio.material.remove': both('移出驰名商标材料', 'Take out of material on a well-known mark'),
  'trademark-portfolio.material.close': both('关闭驰名商标材料', 'Close material on a well-known mark'),
};
