import type { ModuleDefinition } from '../../module.ts';
import type { ProcedureDefinition } from '../definition.ts';

const both = (zh: string, en: string) => ({ zh, en });
const days = (count: number) => () => ({ count, unit: 'day', article: null }) as const;

/** A matter handed between two bodies, with everything that decides whose turn it is: for tests of the desk. */
const sampleRelay: ProcedureDefinition = {
  procedure: 'relay.matter',
  label: both('样例移交', 'Sample relay'),
  prefix: 'YJ',
  initial: 'draft',
  states: {
    draft: { label: both('草稿', 'Draft'), standing: 'draft' },
    sent: { label: both('已送出', 'Sent'), standing: 'open' },
    answered: { label: both('已答复', 'Answered'), standing: 'waiting' },
    done: { label: both('已办结', 'Done'), standing: 'done' },
    dropped: { label: both('已撤回', 'Dropped'), standing: 'withdrawn' },
  },
  untold: ['draft'],
  clocks: [
    { clock: 'answer', label: both('答复期限', 'Time to answer'), term: days(3) },
    { clock: 'theirs', label: both('异议期', 'Time to object'), term: days(1), theirs: true },
  ],
  documents: [],
  readPermission: 'relay.matter.read',
  href: (file) => `/relay/${file.id}`,
  actions: [
    {
      action: 'send',
      label: both('送出', 'Send'),
      from: ['draft'],
      to: 'sent',
      permission: 'relay.matter.handle',
      bodyAt: 0,
      starts: ['answer'],
    },
    {
      action: 'answer',
      label: both('答复', 'Answer'),
      from: ['sent'],
      to: 'answered',
      permission: 'relay.matter.handle',
      bodyAt: 1,
      stops: ['answer'],
      starts: ['theirs'],
    },
    {
      action: 'ask-again',
      label: both('再问', 'Ask again'),
      from: ['answered'],
      to: 'sent',
      permission: 'relay.matter.handle',
      starts: ['answer'],
    },
    {
      action: 'wait',
      label: both('等待', 'Wait'),
      from: ['sent'],
      to: 'sent',
      permission: 'relay.matter.handle',
      suspends: ['answer'],
    },
    {
      action: 'finish',
      label: both('办结', 'Finish'),
      from: ['answered'],
      to: 'done',
      permission: 'relay.matter.close',
      apart: ['send', 'answer'],
      stops: ['theirs'],
    },
    {
      action: 'drop',
      label: both('撤回', 'Drop'),
      from: ['draft', 'sent'],
      to: 'dropped',
      permission: 'relay.matter.handle',
    },
    {
      action: 'note',
      label: both('备注', 'Note'),
      from: ['draft', 'sent'],
      to: 'answered',
      permission: 'relay.matter.handle',
      aside: true,
    },
    {
      action: 'reopen',
      label: both('重开', 'Reopen'),
      from: ['done'],
      to: 'sent',
      permission: 'relay.matter.close',
    },
  ],
};

export const relayModule: ModuleDefinition = {
  name: 'relay',
  routes: [],
  errors: {},
  actions: {},
  permissions: [
    {
      code: 'relay.matter.read',
      label: both('看', 'Read'),
      roles: ['enforcement-officer', 'section-head', 'department', 'liaison', 'director', 'enterprise'],
    },
    {
      code: 'relay.matter.handle',
      label: both('办', 'Handle'),
      roles: ['enforcement-officer', 'department', 'liaison'],
    },
    {
      code: 'relay.matter.close',
      label: both('结', 'Close'),
      roles: ['enforcement-officer', 'section-head', 'director', 'enterprise'],
    },
  ],
  procedures: [sampleRelay],
};
