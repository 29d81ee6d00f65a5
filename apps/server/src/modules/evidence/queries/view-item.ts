import type { EvidenceItem } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { KINDS } from '../domain/words.ts';
import type { ItemRow } from '../repositories/item-repository.ts';

/** Larger originals are not sent to draw a small picture. */
const DRAWN_AS_IT_IS = 400 * 1024;

/** Which bytes show an item small: its thumbnail, a small original, or none. */
export function pictureOf(row: Pick<ItemRow, 'thumbnail' | 'mediaType' | 'size' | 'sha256'>): string | null {
  if (row.thumbnail !== null) return row.thumbnail;
  return row.mediaType.startsWith('image/') && row.size <= DRAWN_AS_IT_IS ? row.sha256 : null;
}

/** A row as the contract shows it. */
export function viewItem(ctx: Ctx, row: ItemRow): EvidenceItem {
  const {
    thumbnail: _thumbnail,
    exif,
    doubts,
    setAsideAt,
    setAsideBy,
    setAsideReason,
    custodySeq,
    custodyHead: _,
    ...rest
  } = row;
  return {
    ...rest,
    kindLabel: KINDS[row.kind][ctx.language],
    hasThumbnail: pictureOf(row) !== null,
    exifTime: exif?.takenAt ?? null,
    doubts: doubts.map(({ code, grave, text }) => ({ code, grave, text: text[ctx.language] })),
    setAside: setAsideAt === null ? null : { at: setAsideAt, by: setAsideBy ?? '', reason: setAsideReason ?? '' },
    custodyEntries: custodySeq,
  };
}
