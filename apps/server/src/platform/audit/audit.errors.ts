import type { ErrorCatalogue } from '../errors/errors.ts';

export const auditErrors = {
  'platform.audit.broken': {
    status: 500,
    zh: '审计链在第 {seq} 条处断裂，未签署检查点。请审计管理员运行 jince audit verify 并保全现场。',
    en: 'The audit chain is broken at entry {seq}; no checkpoint was signed. Run jince audit verify and preserve the evidence.',
  },
} as const satisfies ErrorCatalogue;
