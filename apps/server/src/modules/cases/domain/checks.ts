import { createDeadlineClock } from '@jince/calendar';
import type { CaseCheck } from '@jince/contract';
import { deadlineRules, lawNumber } from '@jince/law';
import type { Language } from '../../../platform/i18n/language.ts';
import { EDITABLE, ENDED, UNDER_INVESTIGATION } from '../procedure/case-states.ts';
import type { CaseRow } from '../repositories/case-repository.ts';
import type { CaseEntryRow, CasePartyRow, CaseRightRow, DecisionRow } from './case-types.ts';
import type { LawReading, ThresholdReading } from './work-out.ts';

/** An officer with what the register says of the certificate today. */
export interface OfficerNow {
  readonly name: string;
  readonly certificateUntil: string | null;
  readonly valid: boolean;
  readonly conflict: string | null;
}

/** Another decision against the same party. */
export interface EarlierPenalty {
  readonly number: string;
  readonly behaviourRow: number | null;
  readonly actFrom: string | null;
  readonly actTo: string | null;
  readonly decidedOn: string;
  readonly fineFen: number;
}

export interface CheckInput {
  readonly row: CaseRow;
  readonly parties: readonly CasePartyRow[];
  readonly rights: readonly CaseRightRow[];
  readonly officers: readonly OfficerNow[];
  readonly entries: readonly CaseEntryRow[];
  readonly thresholds: readonly ThresholdReading[];
  readonly law: LawReading | undefined;
  readonly earlier: readonly EarlierPenalty[];
  readonly decision: DecisionRow | undefined;
  readonly today: string;
  readonly language: Language;
}

type Words = readonly [zh: string, en: string];
type Standing = CaseCheck['standing'];
type Say = (
  check: string,
  label: Words,
  standing: Standing,
  text: Words,
  article?: string | null,
  verify?: string | null,
) => CaseCheck;

const yuan = (fen: number) => `${(fen / 100).toLocaleString('en-US')}`;
export const last = (entries: readonly CaseEntryRow[], kind: string) => entries.findLast((one) => one.kind === kind);
const within = (state: string, states: readonly string[]) => states.includes(state);

/** Fine and confiscation as decided, as told beforehand, or as the report proposes: the largest known so far. */
export function proposedFen(entries: readonly CaseEntryRow[], decision: DecisionRow | undefined): number {
  if (decision !== undefined) return Math.max(decision.fineFen, decision.confiscatedFen);
  const told = last(entries, 'notice') ?? last(entries, 'report');
  const number = (key: string) => (typeof told?.data[key] === 'number' ? (told.data[key] as number) : 0);
  return Math.max(number('fineFen'), number('confiscatedFen'));
}

export const allNatural = (parties: readonly Pick<CasePartyRow, 'side' | 'natural'>[]): boolean => {
  const suspects = parties.filter(({ side }) => side === 'suspect');
  return suspects.length > 0 && suspects.every(({ natural }) => natural);
};

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
export function limitationDay(
  actTo: string,
  endangers: boolean,
): { readonly dueOn: string | null; readonly article: string } {
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

function hearingCheck(input: CheckInput, say: Say): CaseCheck {
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

function legalReviewCheck({ entries, row }: CheckInput, say: Say): CaseCheck {
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

function discussionCheck(input: CheckInput, say: Say): CaseCheck {
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

function lawCheck({ law, row }: CheckInput, say: Say): CaseCheck {
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

function rightsCheck({ rights }: CheckInput, say: Say): CaseCheck[] {
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
    legalReviewCheck(input, say),
    discussionCheck(input, say),
    lawCheck(input, say),
    ...rightsCheck(input, say),
  ];
}
