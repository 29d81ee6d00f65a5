import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { PageAnswer } from './public-page.ts';

const pack = promisify(gzip);
const LEAST_PACKED_BYTES = 1024;

/** An answer ready to send, as often as it is asked for. */
export interface ReadyPage {
  readonly answer: PageAnswer;
  /** Present for pages, texts and files held in memory. */
  readonly body: Buffer | undefined;
  readonly packed: Buffer | undefined;
  readonly etag: string | undefined;
}

function bodyOf(answer: PageAnswer): Buffer | undefined {
  if (answer.kind === 'page') return Buffer.from(answer.html, 'utf8');
  if (answer.kind === 'text') return Buffer.from(answer.text, 'utf8');
  return answer.kind === 'file' && Buffer.isBuffer(answer.file.content) ? answer.file.content : undefined;
}

export async function makeReady(answer: PageAnswer): Promise<ReadyPage> {
  const body = bodyOf(answer);
  if (body === undefined) return { answer, body, packed: undefined, etag: undefined };
  const packed =
    answer.kind === 'file' || body.length < LEAST_PACKED_BYTES ? undefined : await pack(body, { level: 6 });
  return { answer, body, packed, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
}

/**
 * Answers by key, least recently read out first once they are more than `maxBytes`. Readers who ask for the same thing at
 * once wait for one making of it; what fails is not kept.
 */
export class PageCache {
  readonly #maxBytes: number;
  readonly #kept = new Map<string, ReadyPage>();
  readonly #making = new Map<string, Promise<ReadyPage>>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  async read(key: string, make: () => Promise<PageAnswer>): Promise<ReadyPage> {
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept;
    }
    const making = this.#making.get(key);
    if (making !== undefined) return making;
    const made = make().then(makeReady);
    this.#making.set(key, made);
    try {
      const ready = await made;
      this.#keep(key, ready);
      return ready;
    } finally {
      this.#making.delete(key);
    }
  }

  #keep(key: string, ready: ReadyPage): void {
    if (ready.body === undefined || sizeOf(key, ready) > this.#maxBytes) return;
    this.#kept.set(key, ready);
    this.#bytes += sizeOf(key, ready);
    for (const [oldest, page] of this.#kept) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#kept.delete(oldest);
      this.#bytes -= sizeOf(oldest, page);
    }
  }
}

const sizeOf = (key: string, page: ReadyPage) =>
  key.length * 2 + (page.body?.length ?? 0) * 2 + (page.packed?.length ?? 0);
