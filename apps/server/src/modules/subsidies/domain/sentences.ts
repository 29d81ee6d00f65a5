import type { Refusal } from '@jince/entitlements';

/** Refusals as one text, each with its article. */
export const sentences = (refusals: readonly Pick<Refusal, 'text' | 'article'>[]): string =>
  refusals.map((one) => (one.article === null ? one.text : `${one.text}（${one.article}）`)).join('；');
