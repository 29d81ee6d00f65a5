import type { Permission } from '../access/access.ts';
import type { ErrorCatalogue } from '../errors/errors.ts';
import type { Bilingual } from '../i18n/language.ts';

export const ALERT_READ = 'alerts.alert.read';
export const ALERT_HANDLE = 'alerts.alert.handle';

export const alertPermissions: readonly Permission[] = [
  {
    code: ALERT_READ,
    label: { zh: '查看预警', en: 'See alerts' },
    roles: ['ip-officer', 'director', 'reviewer', 'finance-officer', 'enforcement-officer', 'liaison', 'enterprise'],
  },
  {
    code: ALERT_HANDLE,
    label: { zh: '处理预警', en: 'Deal with alerts' },
    roles: ['ip-officer', 'director', 'liaison'],
  },
];

export const alertErrors: ErrorCatalogue = {
  'alerts.mark.until-past': {
    status: 400,
    zh: '延后的日期不能早于今天（{today}）。',
    en: 'The day to put it off to must not be before today ({today}).',
  },
};

export const alertActions: Readonly<Record<string, Bilingual>> = {
  [ALERT_HANDLE]: { zh: '处理预警', en: 'Deal with alerts' },
};
