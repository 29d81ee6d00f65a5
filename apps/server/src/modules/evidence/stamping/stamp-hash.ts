import type { Ctx } from '../../../platform/context/context.ts';
import { askAuthority, authoritiesOf, type Stamp } from './ask-authority.ts';
import { authorityOf } from './authority.ts';
import { type StampFacts, StampRefused, verifyToken } from './verify-token.ts';

/** Whether the settings name a time-stamp authority. */
export const hasAuthority = (ctx: Ctx): boolean => authorityOf(ctx.services.config) !== undefined;

/**
 * A verified stamp over a hash (hex SHA-256) from the authority of the settings; undefined where none is set.
 * @throws StampRefused · TypeError without network
 */
export async function stampHash(ctx: Ctx, sha256: string): Promise<Stamp | undefined> {
  const authority = authorityOf(ctx.services.config);
  return authority === undefined ? undefined : askAuthority(authority, sha256);
}

/** What a kept token says of a hash, verified anew; undefined for a token that proves nothing of it. */
export async function readStamp(ctx: Ctx, token: Buffer, sha256: string): Promise<StampFacts | undefined> {
  const authority = authorityOf(ctx.services.config);
  try {
    return verifyToken(token, { sha256, authorities: authority === undefined ? [] : await authoritiesOf(authority) });
  } catch (error) {
    if (error instanceof StampRefused) return undefined;
    throw error;
  }
}
