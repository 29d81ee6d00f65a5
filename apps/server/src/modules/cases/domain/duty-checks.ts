import type { CaseCheck } from '@jince/contract';
import { lawNumber } from '@jince/law';
import { allNatural, type CheckInput, last, proposedFen, type Say, type Words, within, yuan } from './check-input.ts';

export function hearingCheck(input: CheckInput, say: Say): CaseCheck {
  const { entries, parties, decision, today, row } = input;
  const label: Words = ['听证权利', 'Right to a hearing'];
  const bound = lawNumber(allNatural(parties) ? 'case.hearing.natural' : 'case.hearing.legal', today);
  const verify = bound.note ?? null;
  const told = last(entries, 'notice');
  const fen = proposedFen(entries, decision);
  if (fen < bound.value)
    return say(
      'hearing',
      label,
      'none',
      [
        `拟处罚没数额未达到${yuan(bound.value)}元，不需要告知听证权利。`,
        `Below ${yuan(bound.value)}: no hearing need be offered.`,
      ],
      bound.article,
      verify,
    );
  if (told?.data.hearing === true)
    return say(
      'hearing',
      label,
      'done',
      [`已于${told.on}告知听证权利。`, `The right was told on ${told.on}.`],
      bound.article,
      verify,
    );
  return say(
    'hearing',
    label,
    row.state === 'deciding' || told !== undefined ? 'stop' : 'warn',
    [
      `拟处罚没${yuan(fen)}元，达到${yuan(bound.value)}元：应当告知当事人有要求听证的权利。`,
      `${yuan(fen)} reaches ${yuan(bound.value)}: the right to a hearing must be told.`,
    ],
    bound.article,
    verify,
  );
}

const COMPLEX: ReadonlySet<unknown> = new Set(['public-interest', 'complex', 'statutory']);

export function legalReviewCheck({ entries, row }: CheckInput, say: Say): CaseCheck {
  const label: Words = ['法制审核', 'Legal review'];
  const article = '行政处罚法(2021)第58条';
  const ground = last(entries, 'report')?.data.legalReviewGround;
  const heard = last(entries, 'hearing') !== undefined;
  const done = entries.findLast((one) => one.kind === 'legal-review' && one.data.opinion === 'agree');
  const after = heard ? (last(entries, 'hearing')?.seq ?? 0) : 0;
  if (!COMPLEX.has(ground) && !heard)
    return say(
      'legal-review',
      label,
      'none',
      ['没有应当进行法制审核的情形。', 'Nothing calls for a legal review.'],
      article,
    );
  if (done !== undefined && done.seq > after)
    return say(
      'legal-review',
      label,
      'done',
      [`法制审核已于${done.on}通过（${done.by}）。`, `Passed on ${done.on} (${done.by}).`],
      article,
    );
  return say(
    'legal-review',
    label,
    within(row.state, ['review', 'notified', 'hearing', 'deciding']) ? 'stop' : 'warn',
    heard
      ? ['案件经过听证，作出决定前应当进行法制审核。', 'After a hearing the decision needs a legal review.']
      : [
          '案件属于应当法制审核的情形，未经审核或者审核未通过的，不得作出决定。',
          'The case needs a legal review before a decision.',
        ],
    article,
  );
}

export function discussionCheck(input: CheckInput, say: Say): CaseCheck {
  const { entries, decision, today, row } = input;
  const label: Words = ['集体讨论', 'Collective discussion'];
  const bound = lawNumber('case.discussion.fine', today);
  const verify = bound.note ?? null;
  const complex = last(entries, 'report')?.data.complex === true;
  const fen = proposedFen(entries, decision);
  if (!complex && fen < bound.value)
    return say(
      'discussion',
      label,
      'none',
      ['不属于情节复杂或者重大违法行为。', 'Neither complex nor serious.'],
      bound.article,
      verify,
    );
  const held = last(entries, 'discussion');
  if (held !== undefined)
    return say(
      'discussion',
      label,
      'done',
      [`已于${held.on}由负责人集体讨论。`, `Discussed on ${held.on}.`],
      bound.article,
      verify,
    );
  return say(
    'discussion',
    label,
    row.state === 'deciding' ? 'stop' : 'warn',
    [
      '情节复杂或者重大违法行为，应当由行政机关负责人集体讨论决定。',
      'The heads decide together on a complex or serious case.',
    ],
    bound.article,
    verify,
  );
}

export function lawCheck({ law, row }: CheckInput, say: Say): CaseCheck {
  const label: Words = ['从旧兼从轻', 'Law in time'];
  const article = '行政处罚法(2021)第37条';
  if (law === undefined)
    return say(
      'law',
      label,
      row.behaviour_row === null ? 'warn' : 'none',
      row.behaviour_row === null
        ? ['尚未确定案件行为类型。', 'The behaviour has not been named yet.']
        : [
            '本行为类型没有登记罚则，适用法律由承办人写明。',
            'No penalty is kept for the behaviour: the officer names the law.',
          ],
      article,
    );
  const { chosen } = law;
  if (chosen.other === null)
    return say(
      'law',
      label,
      'done',
      [`适用${chosen.version.law}，新旧法没有跨越。`, `${chosen.version.law} applies; no change of law lies between.`],
      article,
      law.verify,
    );
  return say(
    'law',
    label,
    chosen.person === null ? 'done' : 'warn',
    [
      `行为日与决定日跨越新旧法：${chosen.lighter ? '新法处罚较轻，从轻' : '从旧'}适用${chosen.version.law}。${chosen.person === null ? '' : `须由承办人比较：${chosen.person}。`}`,
      `Act and decision fall under different texts: ${chosen.version.law} applies${chosen.person === null ? '' : '; a person must compare what else changed'}.`,
    ],
    article,
    law.verify,
  );
}

export function rightsCheck({ rights }: CheckInput, say: Say): CaseCheck[] {
  const label: Words = ['权利效力', 'Rights in force'];
  const dead = rights.filter(({ validOnAct }) => validOnAct === false);
  if (rights.length === 0) return [];
  return [
    dead.length > 0
      ? say('rights', label, 'warn', [
          `登记显示行为日不在有效期的权利：${dead.map(({ number }) => number).join('、')}，请核对。`,
          `Not in force on the day of the act: ${dead.map(({ number }) => number).join(', ')}.`,
        ])
      : say('rights', label, 'done', ['登记中没有发现行为日失效的权利。', 'No right was found to be out of force.']),
  ];
}
