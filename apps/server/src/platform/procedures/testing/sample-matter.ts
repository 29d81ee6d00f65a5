import { AppError } from '../../errors/errors.ts';
import type { ModuleDefinition } from '../../module.ts';
import type { ProcedureDefinition } from '../definition.ts';

const both = (zh: string, en: string) => ({ zh, en });

/** A confidential matter of bodies, on clocks of the law, with a stop sign: for tests of the kernel. */
const sampleMatter: ProcedureDefinition = {
  procedure: 'matter.penalty',
  label: both('样例案件', 'Sample case'),
  prefix: 'AJ',
  initial: 'filed',
  states: {
    filed: { label: both('已立案', 'Filed'), standing: 'open' },
    hearing: { label: both('听证中', 'Hearing'), standing: 'waiting' },
    decided: { label: both('已决定', 'Decided'), standing: 'done' },
  },
  clocks: [{ clock: 'decision', label: both('办案期限', 'Time to decide'), rule: 'case.decision' }],
  documents: [],
  readPermission: 'matter.penalty.read',
  href: (file) => `/matter/${file.id}`,
  actions: [
    {
      action: 'begin',
      label: both('登记立案', 'Begin'),
      from: ['filed'],
      to: 'filed',
      permission: 'matter.penalty.handle',
      starts: ['decision'],
      notify: ['handlers', 'organisations'],
    },
    {
      action: 'hear',
      label: both('听证', 'Hear'),
      from: ['filed'],
      to: 'hearing',
      permission: 'matter.penalty.handle',
      suspends: [{ clock: 'decision', cause: 'hearing' }],
    },
    {
      action: 'go-on',
      label: both('恢复', 'Go on'),
      from: ['hearing'],
      to: 'filed',
      permission: 'matter.penalty.handle',
      resumes: ['decision'],
    },
    {
      action: 'extend',
      label: both('延长', 'Extend'),
      from: ['filed'],
      to: 'filed',
      permission: 'matter.penalty.handle',
    },
    {
      action: 'decide',
      label: both('决定', 'Decide'),
      from: ['filed'],
      to: 'decided',
      permission: 'matter.penalty.handle',
      stops: ['decision'],
    },
  ],
  guards: {
    decide: async (_ctx, file) =>
      file.subjectLabel.includes('涉罪')
        ? new AppError('matter.penalty.criminal', { party: file.subjectLabel })
        : undefined,
  },
  steps: {
    begin: async ({ note }) => (note === null ? undefined : { on: note }),
    hear: async ({ note }) => (note === null ? undefined : { on: note }),
    'go-on': async ({ note }) => (note === null ? undefined : { on: note }),
    extend: async ({ note }) => ({
      clocks: [{ clock: 'decision', event: { type: 'extend', on: '2026-05-20', extension: note ?? 'first' } }],
    }),
  },
};

export const matterModule: ModuleDefinition = {
  name: 'matter',
  routes: [],
  actions: {},
  errors: {
    'matter.penalty.criminal': { status: 409, zh: '{party}须先移送。', en: '{party} must be handed over first.' },
  },
  permissions: [
    { code: 'matter.penalty.read', label: both('看', 'Read'), roles: ['enforcement-officer', 'liaison', 'department'] },
    { code: 'matter.penalty.handle', label: both('办', 'Handle'), roles: ['enforcement-officer'] },
  ],
  procedures: [sampleMatter],
};
