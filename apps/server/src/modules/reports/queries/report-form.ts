import type { Ctx } from '../../../platform/context/context.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { KeptPaper } from '../commands/take-attachment.ts';
import { issueFormKey, openPaper, sealPaper } from '../domain/report-keys.ts';

export interface ReportForm {
  readonly kinds: readonly { readonly kind: string; readonly label: Bilingual; readonly help: Bilingual }[];
  readonly towns: readonly { readonly code: string; readonly name: string }[];
  readonly office: string;
  readonly hotline: string;
  readonly mostPapers: number;
  readonly mostMegabytes: number;
  /** Fewest characters of what happened. */
  readonly statementLeast: number;
}

/** What the public form offers. */
export function reportForm(ctx: Ctx): ReportForm {
  const { reportSettings, towns } = ctx.services.jurisdiction;
  return {
    kinds: reportSettings.kinds,
    towns: towns.map(({ code, name }) => ({ code, name })),
    office: reportSettings.office,
    hotline: reportSettings.hotline,
    mostPapers: reportSettings.limits.attachments,
    mostMegabytes: reportSettings.limits.attachmentMegabytes,
    statementLeast: reportSettings.limits.statementCharacters,
  };
}

/** Key of a new form; see {@link issueFormKey}. */
export const newFormKey = (ctx: Ctx): string => issueFormKey(ctx.services.config.secret, ctx.now);

/** A kept paper as a hidden field carries it through a form that came back with problems. */
export const carryPaper = (ctx: Ctx, formKey: string, paper: KeptPaper): string =>
  sealPaper(ctx.services.config.secret, formKey, paper);

/** The papers of hidden fields; those that were changed are left out. */
export const carriedPapers = (ctx: Ctx, formKey: string, tokens: readonly string[]): KeptPaper[] =>
  tokens.flatMap((token) => openPaper<KeptPaper>(ctx.services.config.secret, formKey, token) ?? []);
