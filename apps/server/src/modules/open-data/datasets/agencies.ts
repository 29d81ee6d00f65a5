import type { Ctx } from '../../../platform/context/context.ts';
import { listPublicAgencies, type PublicAgency } from '../../ip-agencies/index.ts';
import type { Dataset } from '../domain/dataset.ts';

const both = (zh: string, en: string) => ({ zh, en });
const PAGE_SIZE = 100;

/** The whole public directory. */
export async function directory(ctx: Ctx): Promise<PublicAgency[]> {
  const all: PublicAgency[] = [];
  for (let page = 1; ; page++) {
    const { items, total } = await listPublicAgencies(ctx, { page, pageSize: PAGE_SIZE });
    all.push(...items);
    if (items.length === 0 || all.length >= total) return all;
  }
}

/** What the public directory shows of every agency. */
export const agencies: Dataset = {
  code: 'agencies',
  title: both('知识产权服务机构名录', 'Directory of IP service agencies'),
  description: both(
    '区内以及为本区单位代理过业务的知识产权服务机构，字段与本站机构名录一致，不含个人联系方式。',
    'IP service agencies of the district and those that filed for it, as the directory of this site shows them; no contact of persons.',
  ),
  keywords: [
    both('专利代理', 'patent agencies'),
    both('商标代理', 'trademark agencies'),
    both('知识产权服务', 'IP services'),
  ],
  theme: 'ECON',
  columns: [
    { name: 'id', title: both('机构编号', 'Identifier'), type: 'string', required: true },
    { name: 'name', title: both('机构名称', 'Name'), type: 'string', required: true },
    { name: 'credit_code', title: both('统一社会信用代码', 'Unified social credit code'), type: 'string' },
    { name: 'agency_code', title: both('专利代理机构代码', 'Patent agency code'), type: 'string' },
    {
      name: 'businesses',
      title: both('业务类型', 'Businesses'),
      type: 'string',
      required: true,
      description: both('多个以竖线分隔', 'Several are divided by a vertical bar'),
    },
    { name: 'status', title: both('状态', 'Status'), type: 'string', required: true },
    { name: 'town_code', title: both('区镇代码', 'Code of the town'), type: 'string' },
    { name: 'town', title: both('区镇', 'Town'), type: 'string' },
    { name: 'in_district', title: both('是否区内机构', 'In the district'), type: 'boolean', required: true },
    { name: 'people', title: both('专利代理师人数', 'Patent attorneys'), type: 'integer', required: true },
    { name: 'filing_until', title: both('商标代理备案有效期至', 'Trademark filing until'), type: 'date' },
    { name: 'grade', title: both('信用等级', 'Credit grade'), type: 'string' },
    {
      name: 'disciplined',
      title: both('是否处于联合惩戒公示期', 'Under published joint discipline'),
      type: 'boolean',
      required: true,
    },
  ],
  key: ['id'],
  read: async (ctx) =>
    (await directory(ctx)).map((one) => ({
      id: one.id,
      name: one.name,
      credit_code: one.uscc,
      agency_code: one.agencyCode,
      businesses: one.kinds.join('|'),
      status: one.status,
      town_code: one.townCode,
      town: one.town,
      in_district: one.inDistrict,
      people: one.people,
      filing_until: one.filingUntil,
      grade: one.grade,
      disciplined: one.marked,
    })),
};
