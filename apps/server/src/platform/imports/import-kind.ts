import type { Ctx } from '../context/context.ts';
import type { Tx } from '../database/database.ts';
import type { Bilingual } from '../i18n/language.ts';
import type { JobControl } from '../jobs/job-task.ts';

export interface ImportField {
  readonly name: string;
  readonly label: Bilingual;
  readonly type: 'text' | 'identifier' | 'date' | 'period' | 'money' | 'integer' | 'number' | 'list' | 'boolean';
  readonly required?: boolean;
  /** Headers that mean this field, as senders write them; compared after normalising. */
  readonly aliases: readonly string[];
  /** Recognises the field by its cells when the header says nothing (0–1). */
  readonly looksLike?: (cell: string) => boolean;
}

/** A sender's habits: how its files are known and how its cells are read. */
export interface Sender {
  readonly code: string;
  readonly label: Bilingual;
  /** Headers only (or mostly) this sender uses. */
  readonly signature: readonly string[];
  readonly listSeparator?: string;
  readonly dateOrder?: 'dmy';
}

export interface RowIssue {
  readonly code: string;
  /** warning: goes in; doubtful: waits for a person; refused: cannot go in. */
  readonly severity: 'warning' | 'doubtful' | 'refused';
  readonly field?: string;
  readonly zh: string;
  readonly en: string;
  /** What the cell should probably say; taken only when a person says so. */
  readonly suggestion?: string;
}

/** Values of one record as this row states them: only fields the row has something to say about. */
export type RecordValues = Readonly<Record<string, unknown>>;

export interface CheckedRow {
  /** Identity of the record within its type; undefined only when the row is refused. */
  readonly recordKey: string | undefined;
  readonly values: RecordValues;
  readonly issues: readonly RowIssue[];
}

export interface CheckContext {
  readonly district: string;
  readonly today: string;
  readonly sender: Sender | undefined;
  /** Day the file is of, where known. */
  readonly asOf: string | undefined;
  readonly jurisdiction: Ctx['services']['jurisdiction'];
  /** Name of the sheet and the lines above its header: lists often say there what they are. */
  readonly sheet: string;
  readonly titleLines: readonly string[];
  /** Unit written in a field's header, e.g. '万元'. */
  unitOf(field: string): string | undefined;
}

/** A name in a file that stands for a party: the unit of matching. Kept under `holders` in the values. */
export interface HolderMention {
  /** As written. */
  readonly name: string;
  /** Normalised name. */
  readonly key: string;
  /** Town or city the row gives for it; '' when none. */
  readonly locality: string;
  /** Its code when the row gives one; '' when none. */
  readonly uscc: string;
  readonly address?: string;
  readonly ipc?: string;
  readonly share?: number;
}

/** Distinct mentions of a file by how they were linked. */
export interface LinkCounts {
  readonly linkedAuto: number;
  readonly linkedByPerson: number;
  readonly toReview: number;
  readonly unlinked: number;
}

/** Names of the temporary tables a projection reads: `(record_key, record_values)` and `(record_key)`. */
export const PROJECTED = 'jince_projected';
export const VANISHED = 'jince_vanished';

/** A record type that files write to: how its table follows from the rows. */
export interface RecordType {
  readonly type: string;
  readonly label: Bilingual;
  /** Makes the module's tables agree with the merged values in {@link PROJECTED} and drops what is in {@link VANISHED}. */
  readonly project: (tx: Tx, ctx: Ctx) => Promise<void>;
  /** Title and console address of records by key. */
  readonly describe: (
    ctx: Ctx,
    keys: readonly string[],
  ) => Promise<ReadonlyMap<string, { label: string; href: string }>>;
}

/** One sort of file the platform understands. */
export interface ImportKind {
  readonly kind: string;
  readonly label: Bilingual;
  readonly description: Bilingual;
  readonly recordType: RecordType;
  readonly fields: readonly ImportField[];
  readonly senders: readonly Sender[];
  /** Columns of which some must be there for a file to be of this kind, besides the required ones. */
  readonly evidence?: { readonly fields: readonly string[]; readonly atLeast: number };
  /** Two rows of one file about the same record that differ: merged in order, or the later one waits for a person. */
  readonly duplicates: 'merge' | 'doubtful';
  /** Work between reading and preview, such as matching the parties the rows name; returns how they were linked, if it links any. */
  readonly afterRead?: (ctx: Ctx, importId: string, control: JobControl) => Promise<LinkCounts | undefined>;
  /** Entries of an archive, besides its tables, that the kind takes itself: nobody is told that they were left out. */
  readonly encloses?: (entryName: string) => boolean;
  /** Pure. `cells` holds the text of each mapped field that is not empty. */
  readonly check: (cells: ReadonlyMap<string, string>, context: CheckContext) => CheckedRow;
  /**
   * Fields that are kept under seal in the rows and shown to nobody there, as are columns without a meaning. The file itself is
   * for holders of the permission alone, and each look at it is logged.
   */
  readonly sealed?: { readonly fields: readonly string[]; readonly permission: string };
  /** Audit and permission are the platform's; a kind may only narrow who imports it. */
  readonly roles?: readonly string[];
}
