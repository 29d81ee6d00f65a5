/**
 * Endings that say what a party is in law or in daily use, by group. The longest ending wins.
 * Sources: 公司法, 企业名称登记管理规定 (2020) art. 6 and 13, 农民专业合作社法, and the usage of registers.
 */
export const legalForms = {
  limited: '有限公司 有限责任公司 责任有限公司 有限责任总公司 有限总公司 有限责任 有限',
  stock: '股份有限公司 股份有限责任公司 股份公司 股份',
  group: '集团有限公司 集团有限责任公司 集团股份有限公司 集团股份公司 集团总公司 集团公司 企业集团 集团',
  company: '公司 总公司',
  works: '厂公司 厂有限公司 厂有限责任公司 总厂有限公司 厂股份有限公司',
  factory: '厂 总厂',
  cooperative:
    '农民专业合作社 专业合作社 合作社 专业合作社联合社 农民专业合作社联合社 合作社联合社 合作联社 专业合作联社 联合社 土地股份专业合作社 股份合作社',
  supply: '供销合作社 供销社 供销合作总社 供销合作社联合社',
  office: '律师事务所 会计师事务所 税务师事务所 专利事务所 专利代理事务所 专利商标事务所 知识产权事务所 事务所',
  shop: '商行 商贸行 贸易行 书店 书社 生活馆 美容院 网吧 浴室 理发店 经营部 经理部 供销部 门市部 门市 营业部 服务部 批发部 销售部 零售部 加工部 维修部 修理部 展销部 购销部 配件部 商店 分店 药店 药房 专卖店 加盟店 连锁店 代销店 饭店 酒店 超市 商场 商厦 餐厅 茶楼 酒楼 宾馆 旅社 招待所 加油站 供应站 收购站 服务站 购销站 经销站 回收站 食品站 汽车站 供应点 销售点 加油点 加工场 养殖场 农场 林场 中心 经销处 销售处 代办处 服务处 店 工作室 家庭农场',
  branch:
    '分公司 支公司 中心支公司 支行 分行 支局 邮政支局 营业厅 营业所 营业点 邮政所 邮电所 分理处 储蓄所 办事处 代表处 分厂 分部 分社 分局 分所 分院 分校 分中心 项目部 工程处 工区 管理处 营销服务部 证券营业部',
  institution:
    '大学 学院 学校 中学 小学 幼儿园 职业技术学院 技师学院 研究院 研究所 设计院 设计研究院 科学院 医院 卫生院 医学院 实验室 博物馆 图书馆 监测站 协会 学会 商会 联合会 基金会 研究会 促进会 出版社',
  government:
    '人民政府 管理委员会 管委会 委员会 居委会 村委会 管理局 监督局 公安局 税务局 水利局 局 厅 办公室 街道办事处',
} as const;

export type FormGroup = keyof typeof legalForms | 'none';

/** Bracketed endings that say how the owners are liable; dropped from the name for comparison. */
export const liabilityNotes = [
  '普通合伙',
  '特殊普通合伙',
  '有限合伙',
  '个人独资',
  '个体工商户',
  '个体',
  '独资',
  '合伙',
];
