import { toHalfWidth } from '@jince/identifiers';

/** How a right or an application ended, as far as a sender's words tell. */
export type PatentEnding = 'invalidated' | 'expired' | 'abandoned' | 'lapsed' | 'rejected' | 'withdrawn' | 'ceased';

export interface PatentStatusWords {
  readonly ending: PatentEnding | undefined;
  /** What the words say of the right now. */
  readonly standing: 'in-force' | 'pending' | 'ended' | undefined;
  readonly partlyInvalidated: boolean;
  readonly restored: boolean;
  readonly transferred: boolean;
  readonly licensed: boolean;
  readonly pledged: boolean;
  readonly abnormal: boolean;
  /** Words nobody understood. */
  readonly unknown: readonly string[];
}

type Sign =
  | PatentEnding
  | 'granted'
  | 'pending'
  | 'partly'
  | 'restored'
  | 'transferred'
  | 'licensed'
  | 'pledged'
  | 'other';

/** First match wins: what is said of the way it ended comes before the bare '失效', '有效' or '公开'. */
const SIGNS: readonly (readonly [RegExp, Sign])[] = [
  [/部分无效/, 'partly'],
  [/全部无效|宣告.*无效|无效宣告(?!请求)|专利权的?无效/, 'invalidated'],
  [/届满|有效期满|期满终止/, 'expired'],
  [/视为?放弃取得|视为放弃/, 'withdrawn'],
  [/放弃/, 'abandoned'],
  [/未缴|未交|欠费|费.*终止|终止/, 'lapsed'],
  [/驳回/, 'rejected'],
  [/撤回|视撤|撤销申请/, 'withdrawn'],
  [/恢复/, 'restored'],
  [/著录|更正/, 'other'],
  [/转移|转让|权利?人变更/, 'transferred'],
  [/质押|质权|保全/, 'pledged'],
  [/许可/, 'licensed'],
  [/失效|无权|^无效$|^ended$|inactive|expired/i, 'ceased'],
  [/授权|有权|有效|维持|^granted|active/i, 'granted'],
  [/实质?审|在审|审中|审查|公开|公布|受理|申请中|pending|application/i, 'pending'],
  [/复审|无效.*请求|更正|优先权|著录|公告|登记|生效|丧失|其他|诉讼|^-$/, 'other'],
];

const cache = new Map<string, PatentStatusWords>();

/** Joins what the columns of validity, status and event say. Few distinct texts come, so answers are kept. */
export function readPatentStatus(texts: readonly (string | undefined)[]): PatentStatusWords {
  const key = texts.join('\u0001');
  let words = cache.get(key);
  if (words === undefined) {
    words = judge(texts);
    if (cache.size > 20_000) cache.clear();
    cache.set(key, words);
  }
  return words;
}

function judge(texts: readonly (string | undefined)[]): PatentStatusWords {
  const signs: Sign[] = [];
  const unknown: string[] = [];
  const all = texts.filter((text) => text !== undefined);
  for (const text of all) {
    for (const part of toHalfWidth(text).split(/[|;；、,\n]/)) {
      const word = part.trim();
      if (word === '') continue;
      const sign = SIGNS.find(([pattern]) => pattern.test(word))?.[1];
      if (sign === undefined) unknown.push(word);
      else signs.push(sign);
    }
  }
  const has = (sign: Sign) => signs.includes(sign);
  const particular = (['invalidated', 'expired', 'abandoned', 'lapsed', 'rejected', 'withdrawn'] as const).find(has);
  const standsOn = !has('ceased') && (has('granted') || has('pending')) && has('restored');
  const ending = standsOn ? undefined : endingOf(particular, has);
  return {
    ending,
    standing: ending !== undefined ? 'ended' : has('granted') ? 'in-force' : has('pending') ? 'pending' : undefined,
    partlyInvalidated: has('partly'),
    restored: has('restored'),
    transferred: has('transferred'),
    licensed: has('licensed'),
    pledged: has('pledged'),
    abnormal: all.some((text) => text.includes('非正常')),
    unknown,
  };
}

/** A sender that says '有效' beside an old event list is believed about today. */
function endingOf(particular: PatentEnding | undefined, has: (sign: Sign) => boolean): PatentEnding | undefined {
  if (has('ceased')) return particular ?? 'ceased';
  return particular;
}
