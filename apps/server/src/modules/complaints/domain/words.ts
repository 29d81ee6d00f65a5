import { articleOfBehaviour, behaviours } from '@jince/law';
import type { Bilingual } from '../../../platform/i18n/language.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

/** How a matter ended, by its outcome. */
export const outcomeLabels: Readonly<Record<string, Bilingual>> = {
  settled: both('调解达成一致', 'Settled'),
  refused: both('一方拒绝调解', 'A party refused mediation'),
  'not-agreed': both('未能达成一致', 'No agreement'),
  absent: both('无正当理由不参加调解', 'A party stayed away'),
  withdrawn: both('投诉人撤回或者双方自行和解', 'Withdrawn or settled between the parties'),
  'not-possible': both('需要检定检验等而不能完成调解', 'Mediation could not be completed'),
  'not-accepted': both('不予受理', 'Not accepted'),
  referred: both('分送其他机关', 'Sent to another authority'),
  'case-filed': both('已立案', 'A case was opened'),
  'case-not-filed': both('不予立案', 'No case was opened'),
};

export const noCaseLabels: Readonly<Record<string, Bilingual>> = {
  'no-facts': both('经核查没有违法事实', 'No breach was found'),
  'no-lead': both('线索不具体，无法核查', 'The clue is too vague to look into'),
  minor: both('违法行为轻微并及时改正，没有造成危害后果', 'Minor, corrected in time, no harm'),
  'first-minor': both('初次违法且危害后果轻微并及时改正', 'First breach, minor harm, corrected in time'),
  'no-fault': both('当事人有证据足以证明没有主观过错', 'Proof that there was no fault'),
  other: both('其他依法可以不予立案的情形', 'Another lawful ground'),
};

/** Grounds of not accepting, in short; the whole of each with its article is data of the jurisdiction. */
export const groundLabels: Readonly<Record<string, Bilingual>> = {
  'not-competent': both('不属于本部门职责或者无权处理', 'Outside the competence'),
  'in-court': both('法院、仲裁或者其他机关已受理、处理', 'A court or another body has taken it up'),
  'not-consumer': both('不是生活消费需要或者不存在权益争议', 'Not a consumer, or no dispute'),
  'too-late': both('知道权益受侵害之日起超过三年', 'More than three years'),
  incomplete: both('材料不全，经告知仍不补正', 'Incomplete although asked'),
  other: both('法律规定的其他情形', 'Another lawful case'),
};

export const modeLabels: Readonly<Record<string, Bilingual>> = {
  phone: both('电话', 'Phone'),
  mail: both('书面（邮寄）', 'Letter'),
  message: both('短信、电子邮件', 'Message'),
  'in-person': both('当面', 'In person'),
  'public-site': both('网站查询答复', 'Public site'),
};

export const caseOutcomeLabels: Readonly<Record<string, Bilingual>> = {
  filed: both('已立案', 'Opened'),
  'not-filed': both('不予立案', 'Not opened'),
  decided: both('已作出处理决定', 'Decided'),
  closed: both('已结案', 'Closed'),
};

/** A behaviour of the form and its article on a day. */
export function behaviourOf(row: number, on: string): { label: Bilingual; article: string | null } | undefined {
  const found = behaviours.find((one) => one.row === row);
  if (found === undefined) return undefined;
  return { label: found.label, article: articleOfBehaviour(found, on) ?? null };
}

export const behaviourLabel = (row: number): Bilingual =>
  behaviours.find((one) => one.row === row)?.label ?? both(`第${row}行`, `row ${row}`);
