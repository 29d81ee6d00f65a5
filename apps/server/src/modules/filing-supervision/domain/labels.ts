import type { Bilingual } from '../../../platform/i18n/language.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const stateLabels: Readonly<Record<string, Bilingual>> = {
  open: both('待判定', 'To be judged'),
  confirmed: both('已确认', 'Confirmed'),
  explained: both('情况合理', 'Explained'),
  unsure: both('暂不能确定', 'Undecided'),
};

/** The kinds of article 3 of order 77, in short, and conduct of agencies. */
export const categoryLabels: Readonly<Record<string, Bilingual>> = {
  '1': both('（一）内容相同或简单组合', '(1) Same or simply combined'),
  '2': both('（二）编造、抄袭、拼凑', '(2) Invented, copied or patched'),
  '3': both('（三）随机生成', '(3) Generated at random'),
  '4': both('（四）不合改进常理', '(4) Against the sense of improvement'),
  '5': both('（五）无研发而大量提交', '(5) Many without research'),
  '6': both('（六）恶意分散提交', '(6) Scattered in bad faith'),
  '7': both('（七）不当转让、变更发明人', '(7) Improper transfers or inventors'),
  '8': both('（八）其他', '(8) Other'),
  agency: both('机构行为', 'Conduct of agencies'),
};
