import { photoType } from '../../../platform/files/photo-type.ts';

/** What a kept file is, by its first bytes and, for saved pages, its name; nothing is ever drawn as a page by us. */
export function typeOfKept(
  head: Buffer,
  fileName: string,
): { readonly part: 'picture' | 'page'; readonly mediaType: string } | undefined {
  const picture = photoType(head);
  if (picture !== undefined) return { part: 'picture', mediaType: picture };
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return { part: 'page', mediaType: 'application/pdf' };
  if (/\.(?:html?|mhtml?)$/i.test(fileName)) return { part: 'page', mediaType: 'application/octet-stream' };
  return undefined;
}
