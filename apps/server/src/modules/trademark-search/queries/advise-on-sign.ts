import { findProhibitedSigns } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';

export interface SignGround {
  readonly key: string;
  readonly article: string;
  readonly word: string;
  readonly text: string;
  readonly verify: string | null;
}

/** Grounds on which a text itself may be refused, whatever marks there are: a hint to look, never a decision. */
export function adviseOnSign(ctx: Ctx, text: string): SignGround[] {
  return findProhibitedSigns(text, ctx.today).map(({ key, article, word, verify, ...said }) => ({
    key,
    article,
    word,
    text: said[ctx.language],
    verify,
  }));
}
