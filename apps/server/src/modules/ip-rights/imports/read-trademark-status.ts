export type TrademarkEnding = 'invalidated' | 'revoked' | 'cancelled' | 'refused' | 'withdrawn' | 'ceased';

export interface TrademarkStatusWords {
  readonly ending: TrademarkEnding | undefined;
  /** What the words say of the mark now; undefined when nobody understands them. */
  readonly standing: 'applied' | 'preliminary' | 'registered' | 'ended' | undefined;
}

const ENDINGS: readonly (readonly [RegExp, TrademarkEnding])[] = [
  [/宣告.*无效|无效宣告(?!.*(?:申请|受理|审理))/, 'invalidated'],
  [/撤销(?!.*(?:申请|受理|审查))/, 'revoked'],
  [/注销/, 'cancelled'],
  [/撤回/, 'withdrawn'],
  // A refusal that is still being argued about has ended nothing.
  [/^(?!.*(?:复审|等待)).*驳回|不予注册|不予核准|不予受理/, 'refused'],
  [/无效|失效|期满|未续展|^dead$/i, 'ceased'],
];
const STANDINGS: readonly (readonly [RegExp, 'applied' | 'preliminary' | 'registered'])[] = [
  [/初步审定|初审|异议/, 'preliminary'],
  [/申请|受理|审查|待审|驳回复审|等待/, 'applied'],
  [/注册|有效|^live$/i, 'registered'],
];

/** What a sender's word for the status means. '无效' alone says that it ended, not how. */
export function readTrademarkStatus(text: string): TrademarkStatusWords {
  const registered = /已注册/.test(text);
  const ending = registered ? undefined : ENDINGS.find(([pattern]) => pattern.test(text))?.[1];
  if (ending !== undefined) return { ending, standing: 'ended' };
  if (registered) return { ending, standing: 'registered' };
  return { ending, standing: STANDINGS.find(([pattern]) => pattern.test(text))?.[1] };
}
