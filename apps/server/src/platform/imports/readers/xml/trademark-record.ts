import { type Element, find, findAll, textOf } from './element.ts';

export const TRADEMARK_COLUMNS = [
  '商标名称',
  '申请/注册号',
  '注册号',
  '国际分类',
  '商品/服务项目',
  '申请日期',
  '注册日期',
  '初审公告日期',
  '申请人名称',
  '申请人地址',
  '商标类型',
  '商标形式',
  '商标状态',
  '受理局',
];

/** A row per class of a trademark in WIPO ST.66 or ST.96. The first applicant is the present owner. */
export function trademarkRows(record: Element): string[][] {
  if (record.name === 'trademark') return rowsOf(record, undefined);
  return findAll(record, 'trademark').flatMap((trademark) => rowsOf(trademark, find(record, 'applicantdetails')));
}

function rowsOf(record: Element, beside: Element | undefined): string[][] {
  const number = find(record, 'applicationnumber');
  const applicant = find(record, 'applicant') ?? find(record, 'holder') ?? find(beside, 'applicant');
  const common: Record<string, string> = {
    商标名称: textOf(find(record, 'markverbalelementtext')),
    '申请/注册号': textOf(find(number, 'applicationnumbertext') ?? number),
    注册号: textOf(find(record, 'registrationnumber')),
    申请日期: day(find(record, 'applicationdate')),
    注册日期: day(find(record, 'registrationdate')),
    初审公告日期: day(find(record, 'publicationdate')),
    申请人名称: applicantName(applicant),
    申请人地址: addressOf(applicant),
    商标类型: textOf(find(record, 'markcategory') ?? find(record, 'kindmark')),
    商标形式: textOf(find(record, 'markfeaturecategory') ?? find(record, 'markfeature')),
    商标状态: textOf(find(record, 'markcurrentstatuscode')),
    受理局: textOf(find(record, 'registrationofficecode')),
  };
  const classes = findAll(record, 'classdescription')
    .map((e) => ({
      number: textOf(find(e, 'classnumber')),
      goods: textOf(find(e, 'goodsservicesdescriptiontext') ?? find(e, 'goodsservicesdescription')),
    }))
    .filter((c) => c.number !== '');
  const rows = classes.length > 0 ? classes : [{ number: '', goods: '' }];
  return rows.map(({ number: classNumber, goods }) => {
    const row: Record<string, string> = {
      ...common,
      国际分类: classNumber.replace(/^0+(?=\d)/, ''),
      '商品/服务项目': goods,
    };
    return TRADEMARK_COLUMNS.map((column) => row[column] ?? '');
  });
}

function applicantName(applicant: Element | undefined): string {
  const name =
    find(applicant, 'entityname') ?? find(applicant, 'organizationstandardname') ?? find(applicant, 'personfullname');
  return textOf(name ?? find(applicant, 'freeformatnameline') ?? find(applicant, 'name'));
}

function addressOf(applicant: Element | undefined): string {
  const names = [
    'addresslinetext',
    'addressroom',
    'addressroom',
    'addressbuilding',
    'addressstreet',
    'cityname',
    'addresscity',
    'geographicregionname',
    'addressstate',
    'postalcode',
    'addresspostcode',
    'countrycode',
    'formattedaddresscountrycode',
  ];
  return names
    .flatMap((name) => findAll(applicant, name).map(textOf))
    .filter((part) => part !== '')
    .join(', ');
}

/** '2000-05-09-04:00' carries a time zone that a day does not need. */
function day(element: Element | undefined): string {
  return textOf(element).replace(/^(\d{4}-\d{2}-\d{2}).*$/, '$1');
}
