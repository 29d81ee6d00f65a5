import { z } from 'zod';
import type { ProcedureDefinition } from '../../../platform/procedures/index.ts';
import { CORRECTION_EXTEND, TASK_ASSIGN, TASK_FOLLOW, TASK_READ, TASK_WORK } from '../inspections.catalogue.ts';
import { listCorrections } from '../repositories/task-repository.ts';
import { CHECK_PROCEDURE, checkStates } from './check-states.ts';
import { extendCorrection, makeCase, mayExtend, orderCorrection, reportOther, setOutcome } from './check-steps.ts';
import { checkTemplates } from './check-templates.ts';

const both = (zh: string, en: string) => ({ zh, en });
const long = (zh: string, en: string) =>
  z
    .string()
    .trim()
    .min(2)
    .max(1000)
    .meta({ label: both(zh, en) });
/** Given by the on-site form, never typed. */
const recorded = z.object({ recordId: z.uuid() });

/** A check on the spot, to its good end or to a case. */
export const checkProcedure: ProcedureDefinition = {
  procedure: CHECK_PROCEDURE,
  label: both('监督检查', 'Inspection'),
  prefix: 'JC',
  initial: 'assigned',
  states: checkStates,
  clocks: [
    {
      clock: 'correction',
      label: both('改正期限', 'Time to correct'),
      term: async (ctx, file) => {
        const order = (await listCorrections(ctx.db, ctx.district, file.subjectId)).at(-1);
        if (order === undefined) throw new Error('a time to correct without an order');
        return { count: order.days, unit: 'day', article: order.items[0]?.article ?? null };
      },
    },
  ],
  documents: [
    { kind: 'correction-order', label: both('责令改正通知书', 'Order to correct') },
    { kind: 'inspection-record', label: both('现场检查记录', 'Record of the check') },
    { kind: 'proof', label: both('改正证明材料', 'Proof of correction') },
    { kind: 'other', label: both('其他材料', 'Other papers') },
  ],
  readPermission: TASK_READ,
  href: (file) => `/protection/inspections/tasks/${file.subjectId}`,
  templates: checkTemplates,
  actions: [
    {
      action: 'record',
      label: both('记录现场检查', 'Record the check'),
      from: ['assigned'],
      to: 'checked',
      permission: TASK_WORK,
      fields: recorded,
    },
    {
      action: 'record-again',
      label: both('记录复查', 'Record the re-check'),
      from: ['correcting'],
      to: 'rechecked',
      permission: TASK_WORK,
      fields: recorded,
    },
    {
      action: 'pass',
      label: both('认定合格', 'Passed'),
      from: ['checked'],
      to: 'passed',
      permission: TASK_WORK,
      notify: ['handlers'],
    },
    {
      action: 'order',
      label: both('责令改正', 'Order to correct'),
      from: ['checked', 'rechecked', 'returned'],
      to: 'correcting',
      permission: TASK_WORK,
      fields: z.object({
        days: z
          .number()
          .int()
          .min(1)
          .max(365)
          .meta({ label: both('改正期限（日）', 'Days to correct') }),
        requirements: z
          .string()
          .trim()
          .max(1000)
          .optional()
          .meta({ label: both('其他改正要求', 'Further requirements') }),
      }),
      stops: ['correction'],
      starts: ['correction'],
      notify: ['handlers', 'organisations'],
    },
    {
      action: 'extend',
      label: both('批准延长改正期限', 'Grant longer time'),
      from: ['correcting'],
      to: 'correcting',
      permission: CORRECTION_EXTEND,
      onward: false,
      aside: true,
      apart: ['order'],
      needs: [{ clock: 'correction', is: 'running' }],
      fields: z.object({
        days: z
          .number()
          .int()
          .min(1)
          .max(365)
          .meta({ label: both('延长日数', 'Days more') }),
        reason: long('延长理由', 'Why'),
      }),
      notify: ['handlers', 'organisations', 'applicant'],
    },
    {
      action: 'answered',
      label: both('企业提交改正说明', 'The business answered'),
      from: ['correcting'],
      to: 'correcting',
      permission: TASK_FOLLOW,
      onward: false,
      aside: true,
      notify: ['handlers'],
    },
    {
      action: 'accept',
      label: both('认定已改正', 'Corrected'),
      from: ['rechecked'],
      to: 'corrected',
      permission: TASK_WORK,
      stops: ['correction'],
      notify: ['handlers'],
    },
    {
      action: 'make-case',
      label: both('转为案件线索', 'Make it a case'),
      from: ['checked', 'correcting', 'rechecked'],
      to: 'cased',
      permission: TASK_WORK,
      fields: z.object({ reason: long('转案理由', 'Why it becomes a case') }),
      stops: ['correction'],
      notify: ['handlers', 'organisations'],
    },
    {
      action: 'hand-over',
      label: both('移送其他部门', 'Hand over'),
      from: ['checked', 'rechecked', 'returned'],
      to: 'handed',
      permission: TASK_WORK,
      fields: z.object({
        receiver: long('接收机关', 'Receiver'),
        reason: long('移送理由', 'Why it is handed over'),
      }),
      stops: ['correction'],
      notify: ['handlers'],
    },
    {
      action: 'report-other',
      label: both('登记他人违法线索', 'Report somebody else'),
      from: ['checked', 'correcting', 'rechecked', 'returned'],
      to: ['checked', 'correcting', 'rechecked', 'returned'],
      permission: TASK_WORK,
      onward: false,
      aside: true,
      fields: z.object({
        name: long('涉嫌违法的单位或者个人', 'Whose act it is'),
        address: z
          .string()
          .trim()
          .max(200)
          .optional()
          .meta({ label: both('地址', 'Address') }),
        number: z
          .string()
          .trim()
          .max(60)
          .optional()
          .meta({ label: both('涉及的注册商标号', 'Number of the mark') }),
        text: long('检查中发现的情况', 'What was found'),
      }),
    },
    {
      action: 'case-returned',
      label: both('案件不予立案，退回处理', 'The case was not opened'),
      from: ['cased'],
      to: 'returned',
      permission: TASK_FOLLOW,
      notify: ['handlers', 'organisations'],
    },
    {
      action: 'drop',
      label: both('不再处理', 'Nothing more to do'),
      from: ['returned'],
      to: 'dropped',
      permission: TASK_WORK,
      fields: z.object({ reason: long('理由', 'Why') }),
      notify: ['handlers'],
    },
    {
      action: 'cancel',
      label: both('取消检查', 'Cancel'),
      from: ['assigned'],
      to: 'cancelled',
      permission: TASK_ASSIGN,
      fields: z.object({ reason: long('取消原因', 'Why') }),
      notify: ['handlers'],
      confirm: both(
        '取消后不再检查；已在手机上填写的记录送来时会单独标出。',
        'A record still on a phone will be marked when it comes.',
      ),
    },
  ],
  guards: { extend: mayExtend },
  steps: {
    extend: extendCorrection,
    'report-other': reportOther,
    pass: setOutcome('fit'),
    order: orderCorrection,
    'make-case': makeCase,
    'hand-over': setOutcome('hand-over'),
  },
};
