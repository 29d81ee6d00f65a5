import type { UseKind } from '@jince/contract';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const useKindLabels: Readonly<Record<UseKind, Bilingual>> = {
  packaging: { zh: '商品、包装、标签', en: 'Goods, packaging, labels' },
  contract: { zh: '合同、发票、单据', en: 'Contracts, invoices, papers of trade' },
  advertisement: { zh: '广告宣传', en: 'Advertising' },
  exhibition: { zh: '展会', en: 'Exhibition' },
  online: { zh: '网店、网页', en: 'Online shop or page' },
  other: { zh: '其他', en: 'Other' },
};
