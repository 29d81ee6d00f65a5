import { z } from 'zod';

const LAST_PAGE = 10_000;

/** Page of a list in an address: 1 unless a sensible number stands there. */
export const pageNumber = z.coerce.number().int().min(1).max(LAST_PAGE).catch(1);

/** A word of an address: trimmed, cut to length; absent when empty or given twice. */
export const word = (longest: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim().slice(0, longest))
    .optional()
    .catch(undefined);
