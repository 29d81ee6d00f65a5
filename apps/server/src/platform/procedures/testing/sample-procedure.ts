import { z } from 'zod';
import type { ModuleDefinition } from '../../module.ts';
import type { ProcedureDefinition, ProcedureFile } from '../definition.ts';
import { generateDocument } from '../generate-document.ts';

const both = (zh: string, en: string) => ({ zh, en });

const noticeValues = (file: ProcedureFile, day: string) => ({
  party: { name: file.subjectLabel },
  matter: '样例事项',
  fileNumber: file.number,
  filedOn: day,
  acceptedOn: day,
  policy: { name: '样例办法', clause: '第一条' },
  materials: [{ name: '申请表' }],
  contact: { name: '促进科', phone: '0512-00000000' },
});

/** A small procedure with every feature of the kernel, for its tests. */
export const sampleProcedure: ProcedureDefinition = {
  procedure: 'sample.request',
  label: both('样例申请', 'Sample request'),
  prefix: 'YL',
  initial: 'draft',
  states: {
    draft: { label: both('草稿', 'Draft'), standing: 'draft' },
    filed: { label: both('已提交', 'Filed'), standing: 'open' },
    accepted: { label: both('已受理', 'Accepted'), standing: 'open' },
    supplement: { label: both('待补正', 'To be supplemented'), standing: 'waiting' },
    published: { label: both('公示中', 'Published'), standing: 'waiting' },
    done: { label: both('已办结', 'Done'), standing: 'done' },
    refused: { label: both('不予受理', 'Refused'), standing: 'refused' },
  },
  clocks: [
    {
      clock: 'acceptance',
      label: both('受理期限', 'Time to accept'),
      term: () => ({ count: 5, unit: 'working-day', article: '样例办法第三条' }),
    },
    {
      clock: 'publicity',
      label: both('公示期', 'Publicity'),
      term: () => ({ count: 5, unit: 'working-day', article: null }),
    },
  ],
  documents: [
    { kind: 'form', label: both('申请表', 'Form') },
    { kind: 'notice', label: both('通知书', 'Notice') },
    { kind: 'other', label: both('其他材料', 'Other') },
  ],
  readPermission: 'sample.request.read',
  href: (file) => `/sample/${file.id}`,
  actions: [
    {
      action: 'file',
      label: both('提交', 'File'),
      from: ['draft', 'supplement'],
      to: 'filed',
      permission: 'sample.request.file',
      documents: ['form'],
      starts: ['acceptance'],
      notify: ['town', { permission: 'sample.request.accept' }],
    },
    {
      action: 'accept',
      label: both('受理', 'Accept'),
      from: ['filed'],
      to: ['accepted', 'refused'],
      permission: 'sample.request.accept',
      apart: ['file'],
      fields: z.object({ fit: z.boolean(), amountFen: z.number().int().min(0).optional() }),
      stops: ['acceptance'],
      notify: ['applicant'],
    },
    {
      action: 'ask',
      label: both('要求补正', 'Ask for more'),
      from: ['filed'],
      to: 'supplement',
      permission: 'sample.request.accept',
      suspends: ['acceptance'],
      confirm: both('确定要求补正？', 'Ask for more?'),
    },
    {
      action: 'publish',
      label: both('公示', 'Publish'),
      from: ['accepted'],
      to: 'published',
      permission: 'sample.request.decide',
      apart: ['accept'],
      starts: ['publicity'],
    },
    {
      action: 'finish',
      label: both('办结', 'Finish'),
      from: ['published'],
      to: 'done',
      permission: 'sample.request.decide',
      needs: [{ clock: 'publicity', is: 'expired' }],
      stops: ['publicity'],
    },
  ],
  templates: [
    {
      code: 'acceptance-notice',
      label: both('受理通知书', 'Notice of acceptance'),
      kind: 'notice',
      actions: ['accept'],
      values: async (ctx, file) => noticeValues(file, ctx.today),
    },
    {
      code: 'objection-reply',
      label: both('异议答复书', 'Reply'),
      kind: 'notice',
      // Nothing of it is known.
      values: async () => ({}),
    },
  ],
  steps: {
    accept: async (step) => {
      const fit = step.fields.fit === true;
      if (step.note === '即发通知')
        await generateDocument(step, {
          template: 'acceptance-notice',
          values: noticeValues(step.file, step.ctx.today),
          kind: 'notice',
          title: '受理通知书',
        });
      return { to: fit ? 'accepted' : 'refused', record: { checked: true } };
    },
  },
};

const roles = (...names: string[]) => names;

export const sampleModule: ModuleDefinition = {
  name: 'sample',
  routes: [],
  errors: {},
  actions: {},
  permissions: [
    { code: 'sample.request.read', label: both('看', 'Read'), roles: roles('ip-officer', 'director', 'liaison') },
    { code: 'sample.request.file', label: both('提交', 'File'), roles: roles('ip-officer', 'liaison') },
    { code: 'sample.request.accept', label: both('受理', 'Accept'), roles: roles('ip-officer') },
    { code: 'sample.request.decide', label: both('决定', 'Decide'), roles: roles('director') },
  ],
  procedures: [sampleProcedure],
};
