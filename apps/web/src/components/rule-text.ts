interface Range {
  readonly from: number;
  readonly to: number;
}
export interface RulePart extends Range {
  readonly text: string;
  readonly wrong: boolean;
}

/** A rule cut at its problems, in order, overlapping ones joined; a problem at the end of the text marks its last character. */
export function splitByProblems(text: string, problems: readonly Range[]): RulePart[] {
  const ranges = problems
    .map(({ from, to }) => {
      const start = Math.max(0, Math.min(from, text.length - 1));
      return { from: start, to: Math.min(text.length, Math.max(to, start + 1)) };
    })
    .sort((a, b) => a.from - b.from);
  const parts: RulePart[] = [];
  let at = 0;
  const push = (to: number, wrong: boolean) => {
    if (to <= at) return;
    parts.push({ from: at, to, text: text.slice(at, to), wrong });
    at = to;
  };
  for (const range of ranges) {
    push(range.from, false);
    push(range.to, true);
  }
  push(text.length, false);
  return parts;
}

/** Line and character, counted from one, of an offset. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
