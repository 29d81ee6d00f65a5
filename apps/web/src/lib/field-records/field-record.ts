/** 草稿 → 待发送 → 已发送 (deleted), or 发送失败 with its reason, or 待处理: the server holds it for a decision. */
export type RecordState = 'draft' | 'queued' | 'failed' | 'held';

export interface FieldPhoto {
  readonly key: string;
  readonly name: string;
  readonly blob: Blob;
  readonly sent: boolean;
}

/** What is written on the spot and kept on this device until the server has it: a check, a record of an inspection. */
export interface FieldRecord {
  /** Made here; the server keeps one record under it however often it is sent. */
  readonly id: string;
  readonly account: string;
  readonly photos: readonly FieldPhoto[];
  readonly state: RecordState;
  /** The server has the record; photos may still wait. */
  readonly recorded: boolean;
  readonly reason: string | null;
  /** Epoch milliseconds. */
  readonly changedAt: number;
}

/** What a person may change of a record. */
export type RecordPatch<R extends FieldRecord> = Partial<Omit<R, keyof FieldRecord> & Pick<R, 'photos'>>;

/** A change merged into what is kept; what the server has already does not change any more, but for photos. */
export function changeRecord<R extends FieldRecord>(record: R, patch: RecordPatch<R>, now: number): R {
  const { photos = record.photos, ...words } = patch;
  return { ...record, ...(record.recorded ? {} : words), photos, state: 'draft', reason: null, changedAt: now };
}
