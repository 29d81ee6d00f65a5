import type { DocumentTemplateView } from '@jince/contract';
import type { Ctx } from '../context/context.ts';
import { bind, type ModuleDefinition } from '../module.ts';
import {
  getTemplate,
  type PaperFormat,
  previewOfficial,
  renderOfficial,
  sampleValues,
  type Template,
} from './official/index.ts';

const READ = 'documents.template.read';

const toView = (template: Template): DocumentTemplateView => ({
  code: template.code,
  label: template.label,
  group: template.group,
  use: template.use,
  basis: template.basis,
  issuers: [...template.issuers],
  head: template.head,
  fields: template.fields.map(({ path, label, type, blank }) => ({ path, label, type, required: blank === undefined })),
});

async function listDocumentTemplates(ctx: Ctx) {
  return { items: ctx.services.jurisdiction.documentTemplates.map(toView) };
}

async function previewDocumentTemplate(ctx: Ctx, code: string) {
  return previewOfficial(ctx, code, sampleValues(getTemplate(ctx, code)));
}

async function downloadTemplateSample(ctx: Ctx, code: string, format: PaperFormat) {
  return renderOfficial(ctx, code, sampleValues(getTemplate(ctx, code)), { format });
}

/** Templates of official papers as the jurisdiction pack brings them. */
export const documentsModule: ModuleDefinition = {
  name: 'documents',
  permissions: [
    {
      code: READ,
      label: { zh: '查看公文模板', en: 'See templates of official papers' },
      roles: ['system-admin', 'ip-officer', 'director', 'reviewer', 'finance-officer'],
      shared: true,
    },
  ],
  errors: {
    'documents.template.unknown': {
      status: 404,
      zh: '没有公文模板“{template}”。',
      en: 'There is no document template "{template}".',
    },
    'documents.value.missing': {
      status: 409,
      zh: '《{template}》缺少“{field}”，补全后才能生成。',
      en: '"{template}" cannot be made: "{field}" is missing.',
    },
    'documents.value.invalid': {
      status: 409,
      zh: '《{template}》的“{field}”内容不合要求，请更正后再生成。',
      en: '"{template}" cannot be made: "{field}" is not valid.',
    },
  },
  actions: {},
  routes: [
    bind('listDocumentTemplates', READ, (ctx) => listDocumentTemplates(ctx)),
    bind('previewDocumentTemplate', READ, (ctx, { params }) => previewDocumentTemplate(ctx, params.code)),
    bind('downloadTemplateSample', READ, (ctx, { params, query }) =>
      downloadTemplateSample(ctx, params.code, query.format),
    ),
  ],
};
