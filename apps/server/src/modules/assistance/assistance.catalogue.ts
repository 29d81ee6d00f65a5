import type { Permission } from '../../platform/access/access.ts';
import type { ErrorCatalogue } from '../../platform/errors/errors.ts';
import type { Bilingual } from '../../platform/i18n/language.ts';

export const AID_READ = 'assistance.request.read';
export const AID_FILE = 'assistance.request.file';
export const AID_HANDLE = 'assistance.request.handle';
export const AID_ASSIGN = 'assistance.request.assign';
export const EXPERT_READ = 'assistance.expert.read';
export const EXPERT_EDIT = 'assistance.expert.edit';
export const REGION_READ = 'assistance.cross-region.read';
export const REGION_HANDLE = 'assistance.cross-region.handle';
/** Of nobody: what comes from another district of the installation is entered by the system itself. */
export const REGION_DELIVER = 'assistance.cross-region.deliver';
export const ORIGIN_READ = 'assistance.origin.read';
export const ORIGIN_EDIT = 'assistance.origin.edit';

const HANDLERS = ['ip-officer'];
const REGION = ['ip-officer', 'enforcement-officer', 'section-head'];
const READERS = ['ip-officer', 'director', 'section-head'];

const permission = (code: string, zh: string, en: string, roles: readonly string[]): Permission => ({
  code,
  label: { zh, en },
  roles,
});

export const assistancePermissions: readonly Permission[] = [
  permission(AID_READ, '查看维权援助', 'See requests for rights aid', [...READERS, 'enterprise']),
  permission(AID_FILE, '申请维权援助', 'Ask for rights aid', ['enterprise']),
  permission(AID_HANDLE, '办理维权援助', 'Handle rights aid', HANDLERS),
  permission(AID_ASSIGN, '指派援助专家和机构', 'Assign experts and agencies', HANDLERS),
  permission(EXPERT_READ, '查看援助专家', 'See experts of rights aid', READERS),
  permission(EXPERT_EDIT, '维护援助专家', 'Keep experts of rights aid', HANDLERS),
  permission(REGION_READ, '查看跨区域协查', 'See help between districts', [...REGION, 'director']),
  permission(REGION_HANDLE, '办理跨区域协查', 'Handle help between districts', REGION),
  permission(REGION_DELIVER, '接收同平台其他区县来函（系统）', 'Deliver letters of other districts (the system)', []),
  permission(ORIGIN_READ, '查看侵权来源地', 'See places of origin', [...REGION, 'director']),
  permission(ORIGIN_EDIT, '登记侵权来源地', 'Note places of origin', REGION),
];

const refusal = (status: number, zh: string, en: string) => ({ status, zh, en });

export const assistanceErrors: ErrorCatalogue = {
  'assistance.request.not-own': refusal(
    404,
    '您不代表这家企业，不能替它申请。',
    'You do not stand for this enterprise.',
  ),
  'assistance.request.in-future': refusal(422, '收到日期 {on} 晚于今天。', 'The day {on} is after today.'),
  'assistance.request.nobody-assigned': refusal(
    409,
    '申请的援助内容包括{kinds}，出具意见前须先指派专家或者机构。',
    'The request asks for {kinds}: assign an expert or an agency before the opinion.',
  ),
  'assistance.request.closed': refusal(
    409,
    '办件现为“{state}”，不能再指派。',
    'The request is in state "{state}": nobody can be assigned.',
  ),
  'assistance.helper.conflict': refusal(
    409,
    '{name}存在利害关系，不能指派：{reasons}',
    '{name} has a conflict of interest and cannot be assigned: {reasons}',
  ),
  'assistance.helper.twice': refusal(409, '{name}已经被指派。', '{name} is assigned already.'),
  'assistance.paper.too-early': refusal(
    409,
    '尚未办到这一步，不能生成这份文书。',
    'It has not come so far: this paper cannot be made yet.',
  ),
  'assistance.cross-region.before': refusal(422, '日期 {on} 早于 {earlier}。', 'The day {on} is before {earlier}.'),
  'assistance.cross-region.in-future': refusal(422, '日期 {on} 晚于今天。', 'The day {on} is after today.'),
  'assistance.cross-region.own': refusal(422, '不能向本区发函。', 'A request goes to another district.'),
  'assistance.cross-region.joined': refusal(
    409,
    '{name}与本区使用同一平台，签收和答复由对方直接办理，不能代录。',
    '{name} works in this installation and answers itself; nothing is recorded for it.',
  ),
};

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const assistanceActions: Readonly<Record<string, Bilingual>> = {
  [AID_FILE]: both('申请维权援助', 'Ask for rights aid'),
  'assistance.request.create': both('登记维权援助申请', 'Enter a request for rights aid'),
  [AID_ASSIGN]: both('指派援助专家或机构', 'Assign a helper'),
  'assistance.request.end': both('结束指派', 'End an assignment'),
  'assistance.expert.create': both('登记援助专家', 'Enter an expert'),
  'assistance.expert.end': both('援助专家退出', 'End an expert'),
  'assistance.cross-region.create': both('拟办协助调查函', 'Prepare a request to another district'),
  'assistance.cross-region.receive': both('登记外区来函', 'Enter a request of another district'),
  'assistance.cross-region.add': both('记录联合行动', 'Record a joint action'),
  'assistance.origin.add': both('登记侵权来源地', 'Note a place of origin'),
};
