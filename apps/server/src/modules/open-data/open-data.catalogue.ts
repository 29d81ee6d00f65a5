import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const DATASET_READ = 'open-data.dataset.read';
export const DATASET_PUBLISH = 'open-data.dataset.publish';
export const VERSION_WITHDRAW = 'open-data.version.withdraw';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const openDataPermissions: readonly Permission[] = [
  {
    code: DATASET_READ,
    label: both('查看开放数据', 'See open data'),
    roles: ['ip-officer', 'director', 'reviewer'],
  },
  {
    code: DATASET_PUBLISH,
    label: both('立即发布开放数据', 'Publish open data now'),
    roles: ['ip-officer', 'director'],
  },
  { code: VERSION_WITHDRAW, label: both('撤回开放数据版本', 'Withdraw versions of open data'), roles: ['director'] },
];

export const openDataActions: Readonly<Record<string, Bilingual>> = {
  [DATASET_PUBLISH]: both('发布开放数据', 'Publish open data'),
  [VERSION_WITHDRAW]: both('撤回开放数据版本', 'Withdraw a version of open data'),
};

export const openDataErrors: ErrorCatalogue = {
  'open-data.version.withdrawn': {
    status: 410,
    zh: '这一版本已撤回，理由：{reason}',
    en: 'This version was withdrawn: {reason}',
  },
};
