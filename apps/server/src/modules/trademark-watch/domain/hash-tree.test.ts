import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildHashTree, rootOf } from './hash-tree.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

describe('tree of hashes', () => {
  it('leads every hash to the one root, and no other hash', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 70 }), (texts) => {
        const hashes = texts.map(hashOf);
        const { root, paths } = buildHashTree(hashes);
        const other = hashOf(`${texts.join()} and more`);
        return hashes.every(
          (hash, at) => rootOf(hash, paths[at] ?? []) === root && rootOf(other, paths[at] ?? []) !== root,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('has the root of RFC 6962 for one and for two hashes', () => {
    const [a, b] = [hashOf('a'), hashOf('b')];
    const leaf = (hash: string) =>
      createHash('sha256')
        .update(Buffer.concat([Buffer.from([0]), Buffer.from(hash, 'hex')]))
        .digest();
    expect(buildHashTree([a]).root).toBe(leaf(a).toString('hex'));
    const node = createHash('sha256').update(Buffer.concat([Buffer.from([1]), leaf(a), leaf(b)]));
    expect(buildHashTree([a, b]).root).toBe(node.digest('hex'));
  });

  it('takes no inner node for a hash that was kept, and no path it cannot read', () => {
    const { root, paths } = buildHashTree(['a', 'b', 'c'].map(hashOf));
    const inner = paths[2]?.[0]?.slice(1) as string;
    expect(rootOf(inner, (paths[0] ?? []).slice(1))).not.toBe(root);
    expect(rootOf(hashOf('a'), ['X12'])).toBeUndefined();
    expect(rootOf('nothing', [])).toBeUndefined();
  });
});
