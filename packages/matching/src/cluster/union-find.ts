/** Disjoint sets of strings, with path halving and union by size. */
export class UnionFind {
  private readonly parents = new Map<string, string>();
  private readonly sizes = new Map<string, number>();

  add(node: string): void {
    if (this.parents.has(node)) return;
    this.parents.set(node, node);
    this.sizes.set(node, 1);
  }

  has(node: string): boolean {
    return this.parents.has(node);
  }

  /** Throws RangeError for a node that was never added. */
  find(node: string): string {
    let at = node;
    for (;;) {
      const parent = this.parents.get(at);
      if (parent === undefined) throw new RangeError(`unknown node ${node}`);
      if (parent === at) return at;
      const above = this.parents.get(parent)!;
      this.parents.set(at, above);
      at = above;
    }
  }

  union(a: string, b: string): void {
    const [left, right] = [this.find(a), this.find(b)];
    if (left === right) return;
    const [small, large] = this.sizes.get(left)! < this.sizes.get(right)! ? [left, right] : [right, left];
    this.parents.set(small, large);
    this.sizes.set(large, this.sizes.get(large)! + this.sizes.get(small)!);
  }

  /** Sets of two or more, each sorted, sorted by their first node. */
  groups(): string[][] {
    const byRoot = new Map<string, string[]>();
    for (const node of this.parents.keys()) {
      const root = this.find(node);
      const group = byRoot.get(root);
      if (group) group.push(node);
      else byRoot.set(root, [node]);
    }
    const groups = [...byRoot.values()].filter((group) => group.length > 1).map((group) => group.sort());
    return groups.sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  }
}
