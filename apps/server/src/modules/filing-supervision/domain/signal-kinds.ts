import type { SignalKind } from '@jince/filing-signals';
import type { Bilingual } from '../../../platform/i18n/language.ts';

export interface KindWords {
  readonly label: Bilingual;
  /** What is measured, in one sentence. */
  readonly definition: Bilingual;
  /** Unit of the figure. */
  readonly unit: Bilingual;
  /** The figure is a share of 0–1. */
  readonly share?: true;
}

const both = (zh: string, en: string): Bilingual => ({ zh, en });
const PIECES = both('件', 'filings');
const SHARE = both('比例', 'share');

/** How each kind of signal is called and what it measures. */
export const signalKindWords: Readonly<Record<SignalKind, KindWords>> = {
  'near-identical': {
    label: both('内容明显相同', 'Near-identical filings'),
    definition: both(
      '同一或关联申请人的多件申请，标题和摘要逐字比对后大部分相同，已排除行业通用表述。',
      'Several filings of one or related applicants whose titles and abstracts are largely the same after comparing them word by word, common phrases left out.',
    ),
    unit: PIECES,
  },
  recombined: {
    label: both('特征简单组合', 'Recombined filings'),
    definition: both(
      '一件申请的特有文字几乎全部来自另外几件申请，自身没有新增内容。',
      'Nearly all distinctive text of a filing is found in a few other filings; it adds nothing of its own.',
    ),
    unit: both('覆盖比例', 'share covered'),
    share: true,
  },
  'copied-text': {
    label: both('抄袭或简单替换', 'Copied text'),
    definition: both(
      '与他人在先申请的文字大部分相同，仅替换个别词语、语序或数值。',
      "Largely the text of another's earlier filing, with single words, the order or numbers replaced.",
    ),
    unit: both('相似度', 'similarity'),
    share: true,
  },
  'generated-text': {
    label: both('疑似随机生成', 'Generated-looking text'),
    definition: both(
      '一批申请的文字统计特征（句式重复、用词分布）明显偏离同类申请。',
      'Statistics of the texts of a batch (repeated patterns, choice of words) are far from those of its peers.',
    ),
    unit: PIECES,
  },
  'useless-limitation': {
    label: both('不合常理的限定', 'Useless limitation'),
    definition: both(
      '通过堆砌、变劣或非必要的缩限形成多件申请。',
      'Filings made by piling up, worsening or needlessly narrowing features.',
    ),
    unit: both('处/百字', 'per 100 characters'),
  },
  burst: {
    label: both('短期大量申请', 'Burst of filings'),
    definition: both(
      '短时间内申请量远超同规模、同行业主体，又没有与之相称的资金、人员或成立年限。',
      'Far more filings in a short time than peers of the same size and industry, without the means behind them.',
    ),
    unit: PIECES,
  },
  'unrelated-fields': {
    label: both('发明人跨无关领域', 'Inventors in unrelated fields'),
    definition: both(
      '同一主体的同一发明人在短期内出现在多个互不相关的技术领域。',
      'The same inventor of the same holder appears in many unrelated fields within a short time.',
    ),
    unit: both('个领域', 'fields'),
  },
  'split-filing': {
    label: both('关联主体分散申请', 'Split filing by related parties'),
    definition: both(
      '地址、法定代表人或名称相关联的多个主体分散、先后提交相近申请。',
      'Parties tied by address, representative or name file similar applications in pieces.',
    ),
    unit: both('个主体', 'parties'),
  },
  'transfer-pattern': {
    label: both('批量转让', 'Pattern of transfers'),
    definition: both(
      '申请或专利在提交、授权后短期内成批转让给无关主体，超出同类主体的常见水平。',
      'Filings are transferred in batches to unrelated parties soon after filing or grant, beyond what is usual.',
    ),
    unit: SHARE,
    share: true,
  },
  'inventor-change-pattern': {
    label: both('批量变更发明人', 'Pattern of inventor changes'),
    definition: both(
      '多件申请在提交后成批变更发明人，超出同类主体的常见水平。',
      'Inventors of many filings are changed in batches, beyond what is usual.',
    ),
    unit: SHARE,
    share: true,
  },
  'agency-withdrawal-rate': {
    label: both('代理撤回率偏高', 'High rate of withdrawals'),
    definition: both(
      '代理机构所代理申请的撤回比例，按申请类型结构与同行比较并作收缩后仍明显偏高。',
      'Share of withdrawals among the filings of an agency, high against peers of the same mix after shrinkage.',
    ),
    unit: SHARE,
    share: true,
  },
  'agency-refusal-rate': {
    label: both('代理驳回率偏高', 'High rate of refusals'),
    definition: both(
      '代理机构所代理申请的驳回比例，按申请类型结构与同行比较并作收缩后仍明显偏高。',
      'Share of refusals among the filings of an agency, high against peers of the same mix after shrinkage.',
    ),
    unit: SHARE,
    share: true,
  },
  'person-at-two-agencies': {
    label: both('同时在两家机构执业', 'Person at two agencies'),
    definition: both(
      '同一资格证号的人员在同一时间登记于两家以上机构。',
      'A person of one certificate is registered at two or more agencies at the same time.',
    ),
    unit: both('家机构', 'agencies'),
  },
  'social-security-elsewhere': {
    label: both('社保单位与机构不一致', 'Social security paid elsewhere'),
    definition: both(
      '名单所载社保缴纳单位不是其登记执业的机构。',
      'The unit that pays the social security of a person is not the agency of registration.',
    ),
    unit: both('人', 'persons'),
  },
  'unlicensed-filing': {
    label: both('无资质代理', 'Filing without licence'),
    definition: both(
      '不具有专利代理资质的机构代理专利申请。',
      'Patent applications filed through a body without a licence.',
    ),
    unit: PIECES,
  },
  'filing-after-period': {
    label: both('备案期满后代理', 'Filing after the period'),
    definition: both(
      '商标代理备案期满后仍代理商标申请。',
      'Trademark applications filed after the period of the record of the agency ended.',
    ),
    unit: PIECES,
  },
};

const UNKNOWN: KindWords = {
  label: both('其他信号', 'Other signal'),
  definition: both('', ''),
  unit: both('', ''),
};

/** Words of a kind; those of an unknown one (of an older program) are general. */
export const wordsOfKind = (kind: string): KindWords => signalKindWords[kind as SignalKind] ?? UNKNOWN;

const AGENCY_ARTICLES: Readonly<Record<string, Bilingual>> = {
  'person-at-two-agencies': both('《专利代理条例》第二十六条', 'Regulations on patent agencies, art. 26'),
  'social-security-elsewhere': both('《专利代理条例》第二十六条', 'Regulations on patent agencies, art. 26'),
  'unlicensed-filing': both('《专利代理条例》第二十七条', 'Regulations on patent agencies, art. 27'),
  'filing-after-period': both('《商标代理监督管理规定》（总局令第63号）', 'Order 63 on trademark agencies'),
};

const ITEMS = ['一', '二', '三', '四', '五', '六', '七', '八'];

/** Article a signal is measured for. */
export function articleOf(kind: string, category: string): Bilingual {
  const item = ITEMS[Number(category) - 1];
  if (item !== undefined)
    return both(
      `《规范申请专利行为的规定》（国家知识产权局令第77号）第三条第（${item}）项`,
      `Order 77 of the CNIPA on filing conduct, art. 3 (${category})`,
    );
  return (
    AGENCY_ARTICLES[kind] ?? both('《专利代理条例》《专利代理管理办法》', 'Regulations and measures on patent agencies')
  );
}
