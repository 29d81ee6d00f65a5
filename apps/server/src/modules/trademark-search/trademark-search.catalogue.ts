import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const MARK_SEARCH = 'trademark-search.mark.search';
export const PICTURE_EDIT = 'trademark-search.picture.edit';

const OFFICERS = [
  'ip-officer',
  'director',
  'reviewer',
  'enforcement-officer',
  'section-head',
  'legal-reviewer',
  'liaison',
];

export const trademarkSearchPermissions: readonly Permission[] = [
  {
    code: MARK_SEARCH,
    label: { zh: '查询近似商标', en: 'Search for similar marks' },
    roles: [...OFFICERS, 'enterprise', 'agency'],
  },
  { code: PICTURE_EDIT, label: { zh: '维护商标图样', en: 'Keep pictures of marks' }, roles: ['ip-officer'] },
];

export const trademarkSearchErrors: ErrorCatalogue = {
  'trademark-search.picture.empty': { status: 422, zh: '文件是空的。', en: 'The file is empty.' },
  'trademark-search.picture.too-large': {
    status: 422,
    zh: '图片过大（超过 4000 万像素），请缩小后再试。',
    en: 'The picture is too large (over 40 million points). Please make it smaller.',
  },
  'trademark-search.picture.not-a-picture': {
    status: 422,
    zh: '这不是能识别的图片。支持 PNG、JPEG、WebP、GIF、TIFF 和 SVG。',
    en: 'This is not a picture we can read. PNG, JPEG, WebP, GIF, TIFF and SVG are taken.',
  },
  'trademark-search.picture.active-content': {
    status: 422,
    zh: 'SVG 文件含有脚本或者外部引用，未予读取。请导出为 PNG 后再试。',
    en: 'The SVG holds a script or refers to other files and was not read. Please export it as PNG.',
  },
  'trademark-search.picture.blank': {
    status: 422,
    zh: '图片只有一种颜色，没有可以比对的内容。',
    en: 'The picture is of one colour: there is nothing to compare.',
  },
};

export const trademarkSearchActions: Readonly<Record<string, Bilingual>> = {
  [PICTURE_EDIT]: { zh: '维护商标图样', en: 'Keep the picture of a mark' },
};
