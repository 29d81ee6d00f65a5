import type { Decision } from '@jince/matching';

export interface Answer {
  decision: Decision;
  /** the columns after the id, ready to be written. */
  line: string;
}

const SLOTS = 1 << 13;

/**
 * The answers given of late, by name, address and class: lists repeat their holders. One answer per slot; a newer one
 * takes the place of an older, so nothing grows and no key text is made.
 */
export class RecentAnswers {
  private readonly names = new Array<string>(SLOTS).fill('');
  private readonly addresses = new Array<string>(SLOTS).fill('');
  private readonly ipcs = new Array<string>(SLOTS).fill('');
  private readonly answers = new Array<Answer | undefined>(SLOTS).fill(undefined);

  get(name: string, address: string, ipc: string, make: () => Answer): Answer {
    const slot = hash(ipc, hash(address, hash(name, 0))) & (SLOTS - 1);
    const known = this.answers[slot];
    if (known && this.names[slot] === name && this.addresses[slot] === address && this.ipcs[slot] === ipc) return known;
    const answer = make();
    this.names[slot] = name;
    this.addresses[slot] = address;
    this.ipcs[slot] = ipc;
    this.answers[slot] = answer;
    return answer;
  }
}

function hash(text: string, seed: number): number {
  let value = seed ^ text.length;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value ^ (value >>> 15);
}
