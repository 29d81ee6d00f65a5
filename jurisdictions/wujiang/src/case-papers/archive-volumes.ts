import { PackDataError, readFields, readList, readOneOf, readText, readTexts, requireUnique } from '../shape.ts';

const VOLUMES = ['main', 'side'] as const;
export type VolumeName = (typeof VOLUMES)[number];

/** A place in a volume, with what belongs there. */
export type ArchiveSection = {
  section: string;
  label: string;
  forms: string[];
  /** Kinds of papers added to the file itself. */
  documents: string[];
  /** Whether the items of evidence lie here. */
  evidence: boolean;
};

/** One volume of the archive: what is open to the parties, or what stays inside the office. */
export type ArchiveVolume = { volume: VolumeName; label: string; sections: ArchiveSection[] };

/** Made for the volume itself, so that they have no place among its papers. */
const FRAME = ['file-cover', 'file-index', 'file-remarks'];

function readSection(value: unknown, at: string): ArchiveSection {
  const one = readFields(value, at);
  return {
    section: readText(one.section, `${at}.section`),
    label: readText(one.label, `${at}.label`),
    forms: readTexts(one.forms, `${at}.forms`),
    documents: one.documents === undefined ? [] : readTexts(one.documents, `${at}.documents`),
    evidence: one.evidence === true,
  };
}

/**
 * The volumes of an archive in their order.
 * @throws PackDataError where a form has no place, has two, or is none of the pack
 */
export function readVolumes(value: unknown, at: string, forms: readonly string[]): ArchiveVolume[] {
  const volumes = readList(value, at, (one, place): ArchiveVolume => {
    const fields = readFields(one, place);
    return {
      volume: readOneOf(fields.volume, `${place}.volume`, VOLUMES),
      label: readText(fields.label, `${place}.label`),
      sections: readList(fields.sections, `${place}.sections`, readSection),
    };
  });
  const sections = volumes.flatMap((volume) => volume.sections);
  requireUnique(volumes, at, ({ volume }) => volume);
  requireUnique(sections, at, ({ section }) => section);
  const placed = sections.flatMap((section) => section.forms);
  requireUnique(placed, at, (form) => form);
  const missing = forms.filter((form) => !FRAME.includes(form) && !placed.includes(form));
  if (missing.length > 0) throw new PackDataError(`${at}: 没有归入案卷的文书「${missing.join('、')}」`);
  const unknown = placed.filter((form) => !forms.includes(form));
  if (unknown.length > 0) throw new PackDataError(`${at}: 没有文书「${unknown.join('、')}」`);
  if (sections.filter(({ evidence }) => evidence).length !== 1) throw new PackDataError(`${at}: 证据应当归入一处`);
  return volumes;
}
