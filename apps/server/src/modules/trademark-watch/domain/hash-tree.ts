import { createHash } from 'node:crypto';

/** Hashes under one root, and for each the hashes beside its way up: `L` or `R` for the side, then the hash. */
export interface HashTree {
  readonly root: string;
  readonly paths: readonly (readonly string[])[];
}

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);
const sha256 = (...parts: readonly Buffer[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Leaves and nodes are told apart by a first byte, so that no node can pass for a leaf (RFC 6962, 2.1). */
const leafOf = (hash: string): Buffer => sha256(LEAF, Buffer.from(hash, 'hex'));
const nodeOf = (left: Buffer, right: Buffer): Buffer => sha256(NODE, left, right);

/** The tree over hashes in hex, at least one; a node without a neighbour goes up as it is. */
export function buildHashTree(hashes: readonly string[]): HashTree {
  let level = hashes.map((hash, at) => ({ hash: leafOf(hash), leaves: [at] }));
  if (level.length === 0) throw new RangeError('a tree has at least one leaf');
  const paths: string[][] = hashes.map(() => []);
  while (level.length > 1) {
    const above: typeof level = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at] as (typeof level)[number], level[at + 1]];
      if (right === undefined) {
        above.push(left);
        continue;
      }
      for (const leaf of left.leaves) paths[leaf]?.push(`R${right.hash.toString('hex')}`);
      for (const leaf of right.leaves) paths[leaf]?.push(`L${left.hash.toString('hex')}`);
      above.push({ hash: nodeOf(left.hash, right.hash), leaves: [...left.leaves, ...right.leaves] });
    }
    level = above;
  }
  return { root: (level[0] as (typeof level)[number]).hash.toString('hex'), paths };
}

/** The root a hash leads to by its path; undefined for a path nobody could have made. */
export function rootOf(hash: string, path: readonly string[]): string | undefined {
  if (!/^[0-9a-f]{64}$/.test(hash) || path.some((step) => !/^[LR][0-9a-f]{64}$/.test(step))) return undefined;
  const up = (below: Buffer, step: string): Buffer => {
    const beside = Buffer.from(step.slice(1), 'hex');
    return step.startsWith('L') ? nodeOf(beside, below) : nodeOf(below, beside);
  };
  return path.reduce(up, leafOf(hash)).toString('hex');
}
