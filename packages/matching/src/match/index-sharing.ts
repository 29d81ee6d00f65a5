import type { ModelTables, NameModel } from '../score/name-model.ts';
import type { NameRecords, RecordTables } from './name-records.ts';

/** `exchange` hands this half to the other thread and waits for the other's. */
export interface IndexSharing {
  half: 'slips' | 'names';
  exchange(own: IndexHalf): IndexHalf;
}

/** Plain data on shared memory: passes through `postMessage`. */
export interface IndexHalf {
  records: RecordTables;
  model?: ModelTables;
}

/** Gives the half built here away and takes the other one in. */
export function exchangeHalves({ half, exchange }: IndexSharing, records: NameRecords, model: NameModel): void {
  const tables = records.share();
  const other = exchange(half === 'slips' ? { records: tables, model: model.share() } : { records: tables });
  records.attach(other.records);
  if (other.model) model.attach(other.model);
}
