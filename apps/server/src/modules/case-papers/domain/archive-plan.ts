import type { CaseArchive } from '@jince/contract';
import type { ArchiveSection, ArchiveVolume, VolumeName } from '@jince/wujiang';

/** Something that may go into the archive. */
export interface ArchivePart {
  readonly title: string;
  readonly fileName: string;
  readonly number: string | null;
  readonly on: string | null;
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
  /** What it is, which says where it lies. */
  readonly kind: PartKind;
}

/** A paper by its form, one added to the file by its kind, evidence, or a scan that somebody may have placed. */
export type PartKind =
  | { readonly form: string }
  | { readonly document: string }
  | { readonly section: string | null }
  | 'evidence';

/** Made with the archive itself, for each volume. */
export const ARCHIVE_FORMS: readonly string[] = ['file-cover', 'file-index', 'file-remarks'];

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

/** One volume as it is bound, its pages numbered from 1. */
export interface PlannedVolume {
  readonly volume: VolumeName;
  readonly label: string;
  /** Parts that become pages, each with the number of its first page. */
  readonly bound: readonly { readonly part: ArchivePart; readonly pages: number; readonly first: number }[];
  readonly items: CaseArchive['items'];
  readonly skipped: CaseArchive['skipped'];
  readonly pages: number;
}

const lies = ({ forms, documents, evidence, section }: ArchiveSection, kind: PartKind): boolean => {
  if (kind === 'evidence') return evidence;
  if ('form' in kind) return forms.includes(kind.form);
  if ('document' in kind) return documents.includes(kind.document);
  return kind.section === section;
};

/** What no section claims lies at the end of the first volume. */
function sectionOf(volumes: readonly ArchiveVolume[], kind: PartKind): ArchiveSection | undefined {
  const sections = volumes.flatMap((volume) => volume.sections);
  return sections.find((section) => lies(section, kind)) ?? volumes[0]?.sections.at(-1);
}

/** Numbers the pages of what can be bound; what cannot stands in the index with its reason. */
function planVolume({ volume, label }: ArchiveVolume, parts: readonly (PlannedPart & { section: string })[]) {
  let next = 1;
  const bound: PlannedVolume['bound'][number][] = [];
  const skipped: CaseArchive['skipped'][number][] = [];
  const items = parts.map(({ part, verdict, section }, at): CaseArchive['items'][number] => {
    const line = { volume, section, no: at + 1, title: part.title, number: part.number, on: part.on };
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
  return { volume, label, bound, items, skipped, pages: next - 1 };
}

/**
 * Lays the parts into the volumes in the order of their sections, within a section in the order they come. A volume
 * without any part is left out, but for the first.
 */
export function planArchive(parts: readonly PlannedPart[], volumes: readonly ArchiveVolume[]): PlannedVolume[] {
  const placed = parts.map((one) => ({ ...one, place: sectionOf(volumes, one.part.kind) }));
  return volumes
    .map((volume) =>
      planVolume(
        volume,
        volume.sections.flatMap((section) =>
          placed.filter(({ place }) => place === section).map((one) => ({ ...one, section: section.label })),
        ),
      ),
    )
    .filter(({ items }, at) => at === 0 || items.length > 0);
}
