/** One sign of a mark, and whether the other mark has it in the same order. */
export interface ComparedSign {
  readonly sign: string;
  readonly shared: boolean;
}

/** Both texts sign by sign: what they have in common in the same order (longest common subsequence), and what not. */
export function splitSigns(a: string, b: string): readonly [ComparedSign[], ComparedSign[]] {
  const [one, two] = [[...a], [...b]];
  const width = two.length + 1;
  const length = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = two.length - 1; j >= 0; j--)
      length[i * width + j] =
        one[i] === two[j]
          ? 1 + (length[(i + 1) * width + j + 1] ?? 0)
          : Math.max(length[(i + 1) * width + j] ?? 0, length[i * width + j + 1] ?? 0);
  const shared = [new Set<number>(), new Set<number>()] as const;
  for (let i = 0, j = 0; i < one.length && j < two.length; ) {
    if (one[i] === two[j]) {
      shared[0].add(i++);
      shared[1].add(j++);
    } else if ((length[(i + 1) * width + j] ?? 0) >= (length[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  const say = (signs: readonly string[], of: ReadonlySet<number>) =>
    signs.map((sign, at) => ({ sign, shared: of.has(at) }));
  return [say(one, shared[0]), say(two, shared[1])];
}
