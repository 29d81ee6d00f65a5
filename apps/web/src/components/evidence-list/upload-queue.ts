import { ApiError, type EvidenceKind, type EvidenceUpload } from '@jince/contract';
import { api, routes, sendBytes, urlOf } from '../../lib/api.ts';
import { makeId } from '../../lib/make-id.ts';
import { sha256Of, smallPicture } from './read-file.ts';

export type UploadState = 'waiting' | 'sending' | 'finishing' | 'done' | 'failed' | 'no-network' | 'stopped';

export interface UploadRow {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly state: UploadState;
  readonly error: unknown;
}

export interface UploadAbout {
  readonly source: string;
  readonly place: string | null;
  readonly capturedAt: string | null;
  readonly note: string | null;
}

interface Task extends UploadRow {
  readonly file: File;
  readonly about: UploadAbout;
  readonly kind: EvidenceKind;
}

/** A piece lost to a cut is sent again; larger ones would cost more, smaller ones more questions. */
const PIECE_BYTES = 2 * 1024 * 1024;
const AT_ONCE = 2;
const RETRY_MS = [1000, 3000, 8000, 20_000];

/** Kind of evidence by what the browser calls the file; a person can say otherwise afterwards. */
export function kindOf(type: string, name: string): EvidenceKind {
  if (type.startsWith('image/')) return 'photo';
  if (type.startsWith('video/') || type.startsWith('audio/')) return 'video';
  if (/\.(pdf|docx|ofd)$/i.test(name)) return 'document';
  return 'electronic';
}

const titleOf = (name: string) => name.replace(/\.[^.]{1,8}$/, '').slice(0, 200) || name;

/** Uploads of one file of procedure: pieces in turn, two files at once; goes on by itself when the network is back. */
export class UploadQueue {
  readonly fileId: string;
  private tasks: readonly Task[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly aborts = new Map<string, AbortController>();
  private readonly told: () => void;

  constructor(fileId: string, told: () => void) {
    this.fileId = fileId;
    this.told = told;
    window.addEventListener('online', () => this.resumeAll());
  }

  readonly rows = (): readonly UploadRow[] => this.tasks;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Files to send; one that was begun before (same name and size) goes on where it stopped. */
  add(files: readonly File[], about: UploadAbout, begun: readonly EvidenceUpload[]): void {
    const taken = new Set(this.tasks.map((task) => task.id));
    const next = files.map((file): Task => {
      const before = begun.find((one) => one.fileName === file.name && one.size === file.size && !taken.has(one.id));
      if (before !== undefined) taken.add(before.id);
      return {
        id: before?.id ?? makeId(),
        name: file.name,
        size: file.size,
        sent: before?.received ?? 0,
        state: 'waiting',
        error: undefined,
        file,
        about,
        kind: kindOf(file.type, file.name),
      };
    });
    this.set([...this.tasks, ...next]);
    this.pump();
  }

  stop(id: string): void {
    this.aborts.get(id)?.abort();
    this.change(id, { state: 'stopped' });
    this.pump();
  }

  resume(id: string): void {
    this.change(id, { state: 'waiting', error: undefined });
    this.pump();
  }

  resumeAll(): void {
    for (const task of this.tasks) if (task.state === 'no-network') this.change(task.id, { state: 'waiting' });
    this.pump();
  }

  async drop(id: string): Promise<void> {
    this.aborts.get(id)?.abort();
    this.set(this.tasks.filter((task) => task.id !== id));
    this.pump();
    await api.dropUpload({ params: { id: this.fileId, uploadId: id } }).catch((error: unknown) => {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    });
  }

  clearDone(): void {
    this.set(this.tasks.filter((task) => task.state !== 'done'));
  }

  private set(tasks: readonly Task[]): void {
    this.tasks = tasks;
    for (const listener of this.listeners) listener();
  }

  private change(id: string, patch: Partial<UploadRow>): void {
    this.set(this.tasks.map((task) => (task.id === id ? { ...task, ...patch } : task)));
  }

  private pump(): void {
    const busy = this.tasks.filter((task) => task.state === 'sending' || task.state === 'finishing').length;
    for (const task of this.tasks.filter((one) => one.state === 'waiting').slice(0, AT_ONCE - busy)) {
      this.change(task.id, { state: 'sending' });
      void this.run(task);
    }
  }

  private async run(task: Task): Promise<void> {
    const abort = new AbortController();
    this.aborts.set(task.id, abort);
    try {
      await this.send(task, abort.signal);
      this.change(task.id, { state: 'done', sent: task.size });
      this.told();
    } catch (error) {
      const { state } = this.tasks.find((one) => one.id === task.id) ?? { state: 'stopped' };
      if (state !== 'stopped' && !abort.signal.aborted)
        this.change(task.id, { state: error instanceof ApiError ? 'failed' : 'no-network', error });
    } finally {
      this.aborts.delete(task.id);
      this.pump();
    }
  }

  private async send(task: Task, signal: AbortSignal): Promise<void> {
    const params = { id: this.fileId, uploadId: task.id };
    const begun = await this.retry(
      async () =>
        api.beginUpload(
          {
            params: { id: this.fileId },
            body: {
              id: task.id,
              fileName: task.name,
              size: task.size,
              sha256: await sha256Of(task.file),
              about: {
                kind: task.kind,
                title: titleOf(task.name),
                receivedAt: new Date().toISOString(),
                ...task.about,
              },
            },
          },
          signal,
        ),
      signal,
    );
    let { received } = begun;
    this.change(task.id, { sent: received });
    while (received < task.size) {
      const piece = task.file.slice(received, received + PIECE_BYTES);
      const offset = received;
      const sha256 = await sha256Of(piece);
      const url = urlOf(routes.sendChunk, { params, query: { offset, sha256: sha256 ?? undefined } });
      const answer = await this.retry(() => sendBytes<{ received: number }>(url, piece, signal), signal);
      received = answer.received;
      this.change(task.id, { sent: received });
    }
    this.change(task.id, { state: 'finishing' });
    const thumbnail = await smallPicture(task.file);
    await this.retry(() => api.finishUpload({ params, body: { thumbnail } }, signal), signal);
  }

  /** Again after a cut or a damaged piece; what the server refuses for good is not asked twice. */
  private async retry<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    for (let turn = 0; ; turn++) {
      try {
        return await work();
      } catch (error) {
        const passing =
          !(error instanceof ApiError) ||
          error.status >= 500 ||
          error.problem?.code === 'evidence.upload.chunk-damaged';
        const wait = RETRY_MS[turn];
        if (!passing || wait === undefined || signal.aborted || !navigator.onLine) throw error;
        await new Promise((done) => setTimeout(done, wait));
      }
    }
  }
}

const queues = new Map<string, UploadQueue>();

/** The queue of a file of procedure; it lives as long as the console is open, whichever page is shown. */
export function queueOf(fileId: string, told: () => void): UploadQueue {
  const known = queues.get(fileId);
  if (known !== undefined) return known;
  const made = new UploadQueue(fileId, told);
  queues.set(fileId, made);
  return made;
}
