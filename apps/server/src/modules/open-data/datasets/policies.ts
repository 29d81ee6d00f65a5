import { listPublished } from '../../policies/index.ts';
import type { Dataset } from '../domain/dataset.ts';

const both = (zh: string, en: string) => ({ zh, en });

/** Policies in force with what they give. */
export const policyItems: Dataset = {
  code: 'policy-items',
  title: both('现行知识产权政策事项', 'Items of the IP policies in force'),
  description: both(
    '现行有效的知识产权扶持政策及其条款、事项。是否符合条件可在本站测算。',
    'IP incentive policies in force with their clauses and items. The calculator of this site says what applies.',
  ),
  keywords: [both('政策', 'policies'), both('知识产权', 'intellectual property')],
  theme: 'ECON',
  columns: [
    { name: 'policy', title: both('政策代码', 'Code of the policy'), type: 'string', required: true },
    { name: 'item', title: both('事项代码', 'Code of the item'), type: 'string', required: true },
    { name: 'title', title: both('政策名称', 'Policy'), type: 'string', required: true },
    { name: 'number', title: both('文号', 'Number'), type: 'string' },
    { name: 'version', title: both('版本', 'Version'), type: 'integer', required: true },
    { name: 'example', title: both('示例', 'Example'), type: 'boolean', required: true },
    { name: 'in_force_from', title: both('施行日', 'In force from'), type: 'date', required: true },
    { name: 'in_force_to', title: both('有效至', 'In force to'), type: 'date' },
    { name: 'clause', title: both('条款', 'Clause'), type: 'string', required: true },
    { name: 'name', title: both('事项', 'Item'), type: 'string', required: true },
    { name: 'text', title: both('条款原文', 'Text'), type: 'string' },
  ],
  key: ['policy', 'item'],
  read: async (ctx) =>
    (await listPublished(ctx, ctx.today)).flatMap((version) =>
      version.policy.items
        .filter((item) => !item.legacy)
        .map((item) => ({
          policy: version.code,
          item: item.code,
          title: version.policy.title,
          number: version.policy.docNo,
          version: version.version,
          example: version.policy.example,
          in_force_from: version.effectiveFrom,
          in_force_to: version.effectiveTo,
          clause: item.clause,
          name: item.name,
          text: item.text,
        })),
    ),
};
