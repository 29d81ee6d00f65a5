import file from '../marks/prior-rights.json' with { type: 'json' };

export type PriorRightKind = 'trade-name' | 'geographical-indication';

/** Why a right of somebody else that is no mark may stand against a filing, by the law of a day. */
export interface PriorRightGround {
  readonly key: PriorRightKind;
  readonly article: string;
  /** What somebody has still to check about the article; null where nothing is. */
  readonly verify: string | null;
  readonly zh: string;
  readonly en: string;
}

/** The ground of one kind of prior right; undefined for a day no text of the law is kept for. */
export function priorRightGround(kind: PriorRightKind, on: string): PriorRightGround | undefined {
  const right = file.rights.find(({ key }) => key === kind);
  const version = right?.versions.find(({ from, to }) => from <= on && (to === null || on <= to));
  if (right === undefined || version === undefined) return undefined;
  return { key: kind, article: version.article, verify: version.verify, zh: right.zh, en: right.en };
}
