import type { CaseArchive } from '@jince/contract';

/** Something that may go into the archive, in its place in the order of the file. */
export interface ArchivePart {
  readonly title: string;
  readonly fileName: string;
  readonly number: string | null;
  readonly on: string | null;
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
}

/** Why a part stays out. */
export type Refusal = 'encrypted' | 'damaged' | 'kind' | 'too-large';

const REFUSALS: Readonly<Record<Refusal, string>> = {
  encrypted: '文件已加密，无法并入，请上传未加密的版本',
  damaged: '文件已损坏，无法读取',
  kind: '该类文件不能并入 PDF，原件另存',
  'too-large': '超出并卷容量，原件另存于证据包',
};

/** Kinds that become pages. */
export const BOUND_TYPES: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/gif'];

export interface PlannedPart {
  readonly part: ArchivePart;
  readonly verdict: { readonly pages: number } | { readonly refused: Refusal };
}

export interface ArchivePlan {
  /** Parts that become pages, each with the number of its first page. */
  readonly bound: readonly { readonly part: ArchivePart; readonly pages: number; readonly first: number }[];
  readonly items: CaseArchive['items'];
  readonly skipped: CaseArchive['skipped'];
  readonly pages: number;
}

/** Numbers the pages of what can be bound; what cannot stands in the index with its reason. */
export function planArchive(parts: readonly PlannedPart[]): ArchivePlan {
  let next = 1;
  const bound: ArchivePlan['bound'][number][] = [];
  const skipped: CaseArchive['skipped'][number][] = [];
  const items = parts.map(({ part, verdict }, at): CaseArchive['items'][number] => {
    const line = { no: at + 1, title: part.title, number: part.number, on: part.on };
    if ('refused' in verdict) {
      const reason = REFUSALS[verdict.refused];
      skipped.push({ title: part.title, fileName: part.fileName, reason });
      return { ...line, from: null, to: null, note: reason };
    }
    const first = next;
    next += verdict.pages;
    bound.push({ part, pages: verdict.pages, first });
    return { ...line, from: first, to: next - 1, note: null };
  });
  return { bound, items, skipped, pages: next - 1 };
}
