import { inSharedMemory } from './shared-memory.ts';

const WIDTH = 4;
const VALUE = 1;
const NEXT = 2;

/** The content of an index, to be read by several threads. */
export interface HashTables {
  heads: Int32Array;
  nodes: Int32Array;
  used: number;
}

/**
 * Multi-map from 32-bit hashes to small integers; grows by doubling, entries are never moved. Hash, value and successor
 * of a node lie side by side, so that a step costs one cache miss.
 */
export class HashIndex {
  private mask: number;
  private heads: Int32Array;
  private nodes: Int32Array;
  private used = 0;

  constructor(expected: number) {
    let size = 1024;
    while (size < expected) size *= 2;
    this.mask = size - 1;
    this.heads = new Int32Array(size).fill(-1);
    this.nodes = new Int32Array(Math.max(1024, expected) * WIDTH);
  }

  /** Moves the content into shared memory and gives it for `attach`. */
  share(): HashTables {
    this.heads = inSharedMemory(this.heads);
    this.nodes = inSharedMemory(this.nodes);
    return { heads: this.heads, nodes: this.nodes, used: this.used };
  }

  attach({ heads, nodes, used }: HashTables): void {
    this.mask = heads.length - 1;
    this.heads = heads;
    this.nodes = nodes;
    this.used = used;
  }

  add(hash: number, value: number): void {
    if (this.used === this.nodes.length) this.grow();
    const node = this.used;
    this.used += WIDTH;
    const bucket = hash & this.mask;
    this.nodes[node] = hash;
    this.nodes[node + VALUE] = value;
    this.nodes[node + NEXT] = this.heads[bucket]!;
    this.heads[bucket] = node;
  }

  /** Node of the first value under `hash`, -1 when there is none; walk on with `after`. */
  first(hash: number): number {
    return this.seek(this.heads[hash & this.mask]!, hash | 0);
  }

  after(node: number): number {
    return this.seek(this.nodes[node + NEXT]!, this.nodes[node]!);
  }

  valueAt(node: number): number {
    return this.nodes[node + VALUE]!;
  }

  private seek(from: number, hash: number): number {
    const { nodes } = this;
    let node = from;
    while (node >= 0 && nodes[node] !== hash) node = nodes[node + NEXT]!;
    return node;
  }

  private grow(): void {
    const nodes = new Int32Array(this.nodes.length * 2);
    nodes.set(this.nodes);
    this.nodes = nodes;
    while ((this.mask + 1) * WIDTH < nodes.length) this.mask = this.mask * 2 + 1;
    this.heads = new Int32Array(this.mask + 1).fill(-1);
    for (let node = 0; node < this.used; node += WIDTH) {
      const bucket = nodes[node]! & this.mask;
      nodes[node + NEXT] = this.heads[bucket]!;
      this.heads[bucket] = node;
    }
  }
}

/** 32-bit hash of a string, well mixed in the low bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
