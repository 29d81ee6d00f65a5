import type { ProcedureAction } from '../../../platform/procedures/index.ts';
import { CASE_APPROVE, CASE_HANDLE } from '../cases.catalogue.ts';
import { actionFields as fields } from './action-fields.ts';

const both = (zh: string, en: string) => ({ zh, en });
const handle = { permission: CASE_HANDLE };
const approve = { permission: CASE_APPROVE };
const told = { notify: ['handlers'] } as const;

/** From the service of the decision to the archive. */
export const execution: readonly ProcedureAction[] = [
  { action: 'execute', label: both('进入执行', 'Begin execution'), from: ['served'], to: 'executing', ...handle },
  {
    action: 'record-payment',
    label: both('登记缴款', 'Enter a payment'),
    from: ['served', 'executing', 'published'],
    to: ['served', 'executing', 'published'],
    ...handle,
    fields: fields.payment,
  },
  {
    action: 'defer-payment',
    label: both('批准延期、分期缴纳', 'Defer the payment'),
    from: ['served', 'executing', 'published'],
    to: ['served', 'executing', 'published'],
    ...approve,
    fields: fields.reason,
    ...told,
  },
  {
    action: 'demand',
    label: both('催告履行', 'Demand'),
    from: ['executing', 'published'],
    to: ['executing', 'published'],
    ...handle,
    fields: fields.service,
  },
  {
    action: 'ask-court',
    label: both('申请法院强制执行', 'Ask the court to enforce'),
    from: ['executing', 'published'],
    to: ['executing', 'published'],
    ...approve,
    fields: fields.reason,
    stops: ['enforcement'],
    ...told,
  },
  {
    action: 'publish',
    label: both('登记公示', 'Enter the publication'),
    from: ['served', 'executing'],
    to: 'published',
    ...handle,
    fields: fields.publication,
    stops: ['publication'],
  },
  {
    action: 'close',
    label: both('结案', 'Close'),
    from: ['decided', 'served', 'executing', 'published'],
    to: 'closed',
    ...approve,
    fields: fields.closing,
    stops: ['payment', 'service', 'publication', 'enforcement', 'demand', 'closing'],
    ...told,
  },
  { action: 'archive', label: both('归档', 'Archive'), from: ['closed'], to: 'archived', ...handle },
];
