import { createDeadlineClock } from '@jince/calendar';
import type { CaseCheck } from '@jince/contract';
import { deadlineRules, lawNumber } from '@jince/law';
import { EDITABLE, ENDED, UNDER_INVESTIGATION } from '../procedure/case-states.ts';
import { type CheckInput, last, type Say, type Words, within, yuan } from './check-input.ts';
import { discussionCheck, hearingCheck, lawCheck, legalReviewCheck, rightsCheck } from './duty-checks.ts';
import { hearingNoticeCheck } from './hearing-notice.ts';

function officerChecks(input: CheckInput, say: Say): CaseCheck[] {
  const { officers, row, today } = input;
  const least = lawNumber('case.officers.least', today);
  const valid = officers.filter(({ valid: holds, conflict }) => holds && conflict === null);
  const needed = within(row.state, UNDER_INVESTIGATION);
  const label: Words = ['两名以上执法人员', 'Two officers or more'];
  const few = valid.length < least.value;
  const found = [
    say(
      'officers',
      label,
      few ? (needed ? 'stop' : 'warn') : 'done',
      few
        ? [
            `办案人员应不少于${least.value}人且具有执法资格，现有有效人员${valid.length}人，请补充后再办理。`,
            `A case needs ${least.value} officers with valid certificates; there are ${valid.length}.`,
          ]
        : [`执法人员${valid.length}人，证件均在有效期内。`, `${valid.length} officers with valid certificates.`],
      least.article,
    ),
  ];
  for (const one of officers.filter(({ valid: holds }) => !holds))
    found.push(
      say(
        'certificate',
        ['执法证有效期', 'Certificate of an officer'],
        within(row.state, ENDED) ? 'warn' : 'stop',
        one.certificateUntil === null
          ? [`${one.name}没有执法证，不得参与执法。`, `${one.name} holds no certificate.`]
          : [
              `${one.name}的执法证已于${one.certificateUntil}到期，自次日起不得继续办案：请更换人员或者换发证件后登记。`,
              `The certificate of ${one.name} ran out on ${one.certificateUntil}: name another officer or enter the new one.`,
            ],
        '行政处罚法(2021)第42条',
      ),
    );
  for (const one of officers.filter(({ conflict }) => conflict !== null))
    found.push(
      say(
        'conflict',
        ['回避', 'Recusal'],
        'stop',
        [
          `${one.name}与案件有利害关系（${one.conflict}），应当回避。`,
          `${one.name} has an interest in the case and must stand back.`,
        ],
        '行政处罚法(2021)第43条',
      ),
    );
  return found;
}

function criminalCheck({ row, entries, thresholds }: CheckInput, say: Say): CaseCheck {
  const label: Words = ['刑事追诉标准', 'Criminal thresholds'];
  const hits = thresholds.flatMap((one) => one.hits);
  const first = hits[0];
  if (first === undefined) {
    const near = thresholds
      .flatMap(({ nearest }) => (nearest === null ? [] : [nearest.percent]))
      .toSorted((a, b) => b - a)[0];
    if (thresholds.length === 0)
      return say('criminal', label, 'none', [
        '本行为类型没有对应的知识产权犯罪追诉标准。',
        'The behaviour is none of the crimes against intellectual property.',
      ]);
    return say(
      'criminal',
      label,
      near !== undefined && near >= 80 ? 'warn' : 'done',
      near === undefined
        ? ['未达到追诉标准。', 'No threshold is reached.']
        : [`未达到追诉标准，最接近的一项已达${near}%。`, `No threshold is reached; the nearest stands at ${near} %.`],
      thresholds[0]?.article ?? null,
    );
  }
  const decided = last(entries, 'transfer');
  if (row.transfer_open)
    return say(
      'criminal',
      label,
      'stop',
      [
        `${first.reason.zh}。作出移送决定之前，不得作出行政处罚决定。`,
        `${first.reason.en}. No decision before the one on the transfer is recorded.`,
      ],
      `${first.reason.article ?? ''}；行政处罚法(2021)第57条第一款第四项`,
    );
  return say(
    'criminal',
    label,
    'done',
    decided?.data.decision === 'keep'
      ? [
          `已达到追诉标准，${decided.on}决定不移送：${String(decided.data.reason ?? '')}`,
          `Reached; decided on ${decided.on} not to transfer.`,
        ]
      : [
          `已达到追诉标准，${decided?.on ?? ''}决定移送公安机关。`,
          `Reached; decided on ${decided?.on ?? ''} to transfer the case.`,
        ],
    first.reason.article,
  );
}

/** Last day on which the breach could be found so as still to be punished. */
function limitationDay(actTo: string, endangers: boolean): { readonly dueOn: string | null; readonly article: string } {
  const rule = deadlineRules().get(endangers ? 'case.limitation-serious' : 'case.limitation');
  if (rule === undefined) return { dueOn: null, article: '' };
  const { dueOn, article } = createDeadlineClock(rule).compute({ from: actTo });
  return { dueOn, article };
}

function limitationCheck({ row }: CheckInput, say: Say): CaseCheck {
  const label: Words = ['追责时效', 'Limitation'];
  if (row.act_to === null)
    return say(
      'limitation',
      label,
      'warn',
      ['尚未填写违法行为终了之日，无法判断追责时效。', 'The day the act ended is not known.'],
      '行政处罚法(2021)第36条',
    );
  const { dueOn, article } = limitationDay(row.act_to, row.endangers);
  const late = dueOn !== null && row.received_on > dueOn;
  return say(
    'limitation',
    label,
    late ? 'stop' : 'done',
    late
      ? [
          `违法行为终了于${row.act_to}，${row.received_on}才被发现，已超过追责时效（${dueOn}届满），不再给予行政处罚。`,
          `The act ended on ${row.act_to} and was found on ${row.received_on}, after ${dueOn}: no penalty any more.`,
        ]
      : [
          `${row.received_on}发现，在追责时效之内（至${dueOn ?? ''}）。`,
          `Found on ${row.received_on}, in time (until ${dueOn ?? ''}).`,
        ],
    article,
  );
}

function oneFineCheck({ earlier, row, language }: CheckInput, say: Say): CaseCheck {
  const label: Words = ['一事不二罚款', 'No second fine'];
  const article = '行政处罚法(2021)第29条';
  const overlaps = earlier.filter(
    (one) =>
      one.fineFen > 0 &&
      one.behaviourRow === row.behaviour_row &&
      (one.actFrom === null || row.act_to === null || one.actFrom <= row.act_to) &&
      (one.actTo === null || row.act_from === null || row.act_from <= one.actTo),
  );
  const first = overlaps[0];
  if (first !== undefined)
    return say(
      'one-fine',
      label,
      'stop',
      [
        `当事人同类行为已由${first.number}于${first.decidedOn}罚款${yuan(first.fineFen)}元，行为期间重叠：同一违法行为不得再次罚款，请核对行为期间。`,
        `${first.number} fined the party on ${first.decidedOn} for acts in the same time: the same act is fined once.`,
      ],
      article,
    );
  const others = earlier.length;
  return others === 0
    ? say(
        'one-fine',
        label,
        'done',
        ['没有查到对同一当事人的在先处罚。', 'No earlier penalty of the party is known.'],
        article,
      )
    : say(
        'one-fine',
        label,
        'done',
        [
          `当事人在先受罚${others}次，行为期间不重叠：${earlier
            .map(({ number }) => number)
            .slice(0, 3)
            .join(language === 'zh' ? '、' : ', ')}。`,
          `${others} earlier penalties, for other times.`,
        ],
        article,
      );
}

function leniencyCheck({ row, earlier }: CheckInput, say: Say): CaseCheck {
  const label: Words = ['不予处罚情形', 'Leniency'];
  const article = '行政处罚法(2021)第33条';
  if (row.no_fault)
    return say(
      'leniency',
      label,
      'warn',
      [
        '有证据足以证明没有主观过错的，不予行政处罚，请在报告中说明证据。',
        'Proof of no fault: no penalty; the report says which proof.',
      ],
      article,
    );
  if (row.first_offence && row.corrected)
    return say(
      'leniency',
      label,
      'warn',
      earlier.length > 0
        ? [
            `标为初次违法，但查到在先处罚${earlier.length}次，请核对。`,
            `Marked as a first offence, but ${earlier.length} earlier penalties are known.`,
          ]
        : [
            '初次违法、危害后果轻微并及时改正的，可以不予行政处罚。',
            'A first offence with slight harm, put right in time, may go without penalty.',
          ],
      article,
    );
  return say(
    'leniency',
    label,
    'none',
    ['没有登记不予处罚的情形。', 'Nothing that speaks for leniency is recorded.'],
    article,
  );
}

/** Duties and bars of the law on a case as it stands today, each with its article. */
export function checksOf(input: CheckInput): readonly CaseCheck[] {
  const say: Say = (check, label, standing, text, article = null, verify = null) => ({
    check,
    label: label[input.language === 'zh' ? 0 : 1],
    standing: within(input.row.state, EDITABLE) || standing !== 'stop' || check === 'certificate' ? standing : 'warn',
    text: text[input.language === 'zh' ? 0 : 1],
    article,
    verify,
  });
  return [
    ...officerChecks(input, say),
    criminalCheck(input, say),
    limitationCheck(input, say),
    oneFineCheck(input, say),
    leniencyCheck(input, say),
    hearingCheck(input, say),
    ...hearingNoticeCheck(input, say),
    legalReviewCheck(input, say),
    discussionCheck(input, say),
    lawCheck(input, say),
    ...rightsCheck(input, say),
  ];
}
