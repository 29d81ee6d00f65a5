import type { Decision, MatchResult, Reason } from '../types.ts';
import type { JointMatch } from './match-holders.ts';

const always = new Set([
  'uscc',
  'kind',
  'name',
  'former-name',
  'branch',
  'competition',
  'guard',
  'address',
  'town',
  'industry',
]);
const decisions: Record<Decision, string> = { auto: '自动关联', review: '待人工确认', none: '未匹配' };

/** The reasons that matter as one short Chinese line: agreement is left out where it is the rule. */
export function summariseReasons(result: MatchResult): string {
  return result.reasons
    .filter(matters)
    .map((reason) => reason.text)
    .join('；');
}

function matters({ comparison, level }: Reason): boolean {
  if (always.has(comparison)) return true;
  if (comparison === 'edit') return level === 'edited' || level === 'whole';
  return (comparison === 'place' || comparison === 'form') && level !== 'same';
}

/** The line for a joint field: the chosen holder's reasons, then each other holder with what became of it. */
export function summariseJoint(joint: JointMatch): string {
  const { chosen, holders } = joint;
  const own = summariseReasons(chosen.result);
  if (holders.length === 1) return own;
  const others = holders
    .filter((holder) => holder !== chosen)
    .map(({ holder, result }) => {
      const to = result.candidates[0] && result.best ? `→${result.candidates[0].name}` : '';
      return `${holder}${to}（${decisions[result.decision]}）`;
    });
  return `共同权利人，按“${chosen.holder}”关联：${own}；其他：${others.join('、')}`;
}
