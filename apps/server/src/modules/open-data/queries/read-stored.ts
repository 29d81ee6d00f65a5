import { buffer } from 'node:stream/consumers';
import type { Ctx } from '../../../platform/context/context.ts';

/** Bytes of the file store by their SHA-256. */
export const readStored = async (ctx: Ctx, sha256: string): Promise<Buffer> =>
  buffer(await ctx.services.files.read(sha256));
