import type { Ctx } from '../context/context.ts';
import type { Bilingual } from '../i18n/language.ts';

/** What a running job may do besides its work. */
export interface JobControl {
  readonly runId: string;
  /** Tells how far the work is; written at most a few times a second. */
  progress(done: number, total: number | null, message?: string): Promise<void>;
  /** Throws when someone asked to stop: call it between batches. */
  checkCancelled(): Promise<void>;
  readonly signal: AbortSignal;
}

/** A kind of background work, named `module.verb-noun`. */
export interface JobTask {
  readonly task: string;
  readonly label: Bilingual;
  readonly cancellable: boolean;
  /** Times it is tried before it counts as failed. */
  readonly maxAttempts: number;
  /** Jobs of the same queue and district run one after the other. */
  readonly queue?: string;
  /** Run by itself when this many minutes have passed since the last run. */
  readonly everyMinutes?: number;
  /** With `everyMinutes`: run by itself only if there is something to do. */
  readonly due?: (ctx: Ctx) => Promise<boolean>;
  readonly run: (ctx: Ctx, payload: never, control: JobControl) => Promise<void>;
  /** After the last try failed, with the sentence why: for what somebody ordered and would wait for in vain. */
  readonly failed?: (ctx: Ctx, payload: Readonly<Record<string, unknown>>, sentence: string) => Promise<void>;
}

/** Thrown by {@link JobControl.checkCancelled}; ends the run as cancelled, not failed. */
export class JobCancelled extends Error {
  override name = 'JobCancelled';
}
