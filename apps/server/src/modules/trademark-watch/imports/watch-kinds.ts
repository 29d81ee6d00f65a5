import { checkUscc, cleanText } from '@jince/identifiers';
import { foldText } from '@jince/matching';
import type { ImportKind } from '../../../platform/imports/import-kind.ts';
import { RowReader } from '../../../platform/imports/row-reader.ts';
import { isEnclosure } from '../domain/enclosure-name.ts';
import { takeEnclosures } from './take-enclosures.ts';
import { accepted, field, hashKey, line, refused, watchKindOf, webAddress } from './watch-fields.ts';

const usccOf = (reader: RowReader): string | undefined => {
  const text = reader.text('uscc');
  const checked = text === undefined ? undefined : checkUscc(text);
  return checked?.ok ? checked.value : undefined;
};

/** Listings of platforms as monitoring tools and platforms export them. */
const listingKind: ImportKind = watchKindOf(
  'listing',
  { zh: '电商商品', en: 'Listing' },
  {
    kind: 'watch-listings',
    label: { zh: '电商商品监测清单', en: 'Listings of platforms' },
    description: {
      zh: '电商平台商品清单（平台、店铺、标题、品牌、价格、链接、图片）；应用后与重点保护商标比对。图片和网页文件可以与清单打成一个 zip，清单中写明文件名',
      en: 'Listings of platforms; compared with the protected marks when applied. Pictures and pages may come in one zip with the list that names them',
    },
    fields: [
      field('platform', ['平台', 'Platform'], 'text', ['电商平台', '平台名称', '网络平台', '所属平台'], true),
      field('shop', ['店铺', 'Shop'], 'text', ['店铺名称', '商家名称', '店铺名', '网店名称', '商家'], true),
      field('title', ['商品标题', 'Title'], 'text', ['标题', '商品名称', '宝贝标题', '商品名'], true),
      field('brand', ['品牌', 'Brand'], 'text', ['商品品牌', '品牌名称', '标注品牌']),
      field('price', ['价格', 'Price'], 'money', ['售价', '单价', '商品价格', '到手价']),
      field('url', ['链接', 'Link'], 'text', ['商品链接', '网址', 'URL', '商品网址', '宝贝链接']),
      field('picture', ['图片', 'Picture'], 'text', ['主图', '图片链接', '商品图片', '截图文件']),
      field('page', ['网页文件', 'Page'], 'text', ['快照', '网页快照', '取证文件']),
      field('operator', ['经营者', 'Operator'], 'text', ['经营者名称', '店铺主体', '主体名称', '公司名称']),
      field('uscc', ['统一社会信用代码', 'Credit code'], 'identifier', ['信用代码', '社会信用代码', '经营者代码']),
      field('place', ['发货地', 'Place'], 'text', ['所在地', '店铺所在地', '经营地址', '发货地址']),
      field('capturedOn', ['采集日期', 'Captured on'], 'date', [
        '采集时间',
        '抓取日期',
        '抓取时间',
        '监测日期',
        '取证日期',
      ]),
    ],
    senders: [],
    evidence: { fields: ['brand', 'price', 'url', 'picture'], atLeast: 1 },
    afterRead: takeEnclosures,
    encloses: isEnclosure,
    check(cells, context) {
      const reader = new RowReader(cells, context);
      const [platform, shop, title] = [line(reader, 'platform'), line(reader, 'shop'), line(reader, 'title')];
      if (title === undefined) return refused(reader, 'title', '没有商品标题', 'No title');
      if (platform === undefined) return refused(reader, 'platform', '没有平台', 'No platform');
      if (shop === undefined) return refused(reader, 'shop', '没有店铺', 'No shop');
      const url = webAddress(reader, 'url');
      const key = url ?? `${platform}|${foldText(shop)}|${title}`;
      return accepted(reader, `${hashKey(key)}${hashKey([...key].reverse().join(''))}`, {
        text: title,
        ...defined({
          brand: line(reader, 'brand'),
          platform,
          subject: shop,
          uscc: usccOf(reader),
          address: line(reader, 'place'),
          priceFen: reader.money('price')?.amountFen,
          url,
          picture: line(reader, 'picture'),
          page: line(reader, 'page'),
          operator: line(reader, 'operator'),
          capturedOn: reader.date('capturedOn'),
        }),
      });
    },
  },
);

/** Marks published for opposition. */
const gazetteKind: ImportKind = watchKindOf(
  'gazette',
  { zh: '初步审定商标', en: 'Preliminarily approved mark' },
  {
    kind: 'watch-gazette',
    label: { zh: '初步审定公告商标清单', en: 'Marks published for opposition' },
    description: {
      zh: '商标公告中初步审定的商标；应用后与重点保护商标比对，供权利人考虑异议',
      en: 'Preliminarily approved marks; compared with the protected marks for an opposition',
    },
    fields: [
      field('number', ['申请号', 'Number'], 'identifier', ['注册申请号', '商标申请号', '申请/注册号'], true),
      field('name', ['商标', 'Mark'], 'text', ['商标名称', '商标文字'], true),
      field('class', ['类别', 'Class'], 'text', ['国际分类', '商品类别'], true),
      field('applicant', ['申请人', 'Applicant'], 'text', ['申请人名称', '商标申请人'], true),
      field('address', ['申请人地址', 'Address'], 'text', ['地址']),
      field('goods', ['商品服务', 'Goods'], 'text', ['指定商品', '商品/服务', '使用商品']),
      field('groups', ['类似群', 'Similar groups'], 'list', ['类似群组', '群组']),
      field('publishedOn', ['初审公告日', 'Published on'], 'date', ['初审公告日期', '初步审定公告日'], true),
      field('issue', ['初审公告期号', 'Issue'], 'text', ['公告期号', '期号']),
    ],
    senders: [],
    evidence: { fields: ['goods', 'issue', 'address'], atLeast: 1 },
    check(cells, context) {
      const reader = new RowReader(cells, context);
      const [name, number, applicant] = [
        line(reader, 'name'),
        reader.text('number')?.replace(/\s/g, ''),
        line(reader, 'applicant'),
      ];
      if (number === undefined) return refused(reader, 'number', '没有申请号', 'No number');
      if (name === undefined) return refused(reader, 'name', '没有商标文字，图形商标不在文字比对之内', 'No text');
      if (applicant === undefined) return refused(reader, 'applicant', '没有申请人', 'No applicant');
      const niceClass = Number(/\d{1,2}/.exec(reader.text('class') ?? '')?.[0] ?? 0);
      return accepted(reader, `${number}-${niceClass}`, {
        text: name,
        ...defined({
          subject: applicant,
          address: line(reader, 'address'),
          goods: line(reader, 'goods'),
          classes: niceClass >= 1 && niceClass <= 45 ? [niceClass] : undefined,
          groups: reader.list('groups', /[,，、\s]/)?.filter((group) => /^\d{4}$/.test(group)),
          capturedOn: reader.date('publishedOn'),
        }),
      });
    },
  },
);

/** Names of new companies: the trade name against the marks. */
const companyKind: ImportKind = watchKindOf(
  'company',
  { zh: '新设企业名称', en: 'Company name' },
  {
    kind: 'watch-company-names',
    label: { zh: '企业名称（字号）监测清单', en: 'Company names' },
    description: {
      zh: '新设、变更企业名称；应用后以字号与重点保护商标比对',
      en: 'Names of new companies; their trade names are compared with the protected marks',
    },
    fields: [
      field('name', ['企业名称', 'Name'], 'text', ['名称', '主体名称', '核准名称', '市场主体名称'], true),
      field('tradeName', ['字号', 'Trade name'], 'text', ['企业字号', '商号'], true),
      field('uscc', ['统一社会信用代码', 'Credit code'], 'identifier', ['信用代码', '社会信用代码']),
      field('address', ['住所', 'Address'], 'text', ['地址', '经营场所', '注册地址']),
      field('scope', ['经营范围', 'Scope'], 'text', ['主营业务', '行业']),
      field('approvedOn', ['核准日期', 'Approved on'], 'date', ['成立日期', '登记日期', '设立日期']),
    ],
    senders: [],
    check(cells, context) {
      const reader = new RowReader(cells, context);
      const [name, tradeName] = [line(reader, 'name'), line(reader, 'tradeName')];
      if (name === undefined) return refused(reader, 'name', '没有企业名称', 'No name');
      if (tradeName === undefined) return refused(reader, 'tradeName', '没有字号', 'No trade name');
      const uscc = usccOf(reader);
      return accepted(reader, uscc ?? foldText(cleanText(name)), {
        text: name,
        ...defined({
          brand: tradeName,
          subject: name,
          uscc,
          address: line(reader, 'address'),
          goods: line(reader, 'scope'),
          capturedOn: reader.date('approvedOn'),
        }),
      });
    },
  },
);

const domainKind: ImportKind = watchKindOf(
  'domain',
  { zh: '域名', en: 'Domain' },
  {
    kind: 'watch-domains',
    label: { zh: '域名监测清单', en: 'Domains' },
    description: { zh: '新注册域名；应用后与重点保护商标比对', en: 'New domains; compared with the protected marks' },
    fields: [
      field('domain', ['域名', 'Domain'], 'text', ['网站域名', '注册域名'], true),
      field('registrant', ['注册人', 'Registrant'], 'text', ['域名注册人', '主办单位', '所有者'], true),
      field('address', ['注册人地址', 'Address'], 'text', ['地址', '主办单位地址']),
      field('registeredOn', ['域名注册日期', 'Registered on'], 'date', ['注册日期', '备案日期', '注册时间']),
    ],
    senders: [],
    check(cells, context) {
      const reader = new RowReader(cells, context);
      const domain = reader
        .text('domain')
        ?.trim()
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/[/?#].*$/, '');
      if (domain === undefined || !/^[^\s.]+(\.[^\s.]+)+$/.test(domain))
        return refused(reader, 'domain', '不是域名', 'No domain');
      const label = domain.replace(/^www\./, '').split('.')[0] ?? domain;
      return accepted(reader, domain, {
        text: domain,
        ...defined({
          brand: label,
          subject: line(reader, 'registrant'),
          address: line(reader, 'address'),
          url: `https://${domain}`,
          capturedOn: reader.date('registeredOn'),
        }),
      });
    },
  },
);

/** The object without what is not said. */
function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

export const watchKinds: readonly ImportKind[] = [listingKind, gazetteKind, companyKind, domainKind];
