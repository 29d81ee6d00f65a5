import { articleOfBehaviour, behaviours, maskPersonalInformation } from '@jince/law';
import type { OfficialValues } from '../../../platform/documents/official/index.ts';
import { lastOut, mainParty, type PaperSources } from './paper-sources.ts';
import { joined, penaltyLines } from './penalty-lines.ts';
import { periodWords, sentence, yuan, yuanWithWords } from './words.ts';

const DECISIONS = ['penalty-decision', 'no-penalty-decision'] as const;
const NOTICES = ['penalty-notice', 'hearing-right-notice'] as const;
const WHO = { trademark: '商标', patent: '专利', gi: '地理标志' } as const;
const drop = <T extends object>(values: T): T =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as T;

/** The article that was broken: of the row of behaviour, on the day of the act. */
export function violatedArticle({ record, today }: PaperSources): string | null {
  const behaviour = behaviours.find(({ row }) => row === record.card.behaviourRow);
  const on = record.law?.actOn ?? record.acts.to ?? record.acts.from ?? record.card.receivedOn ?? today;
  return behaviour === undefined ? null : (articleOfBehaviour(behaviour, on) ?? null);
}

/** The law and article of the penalty, where the engine found one. */
function penaltyBasis({ record }: PaperSources): string | null {
  const { law } = record;
  if (law === null) return record.decision?.ground ?? null;
  return law.article === null ? law.law : law.article.includes(law.law) ? law.article : `${law.law}${law.article}`;
}

function partyValues(src: PaperSources) {
  const party = mainParty(src);
  return drop({
    name: party?.survivor?.name ?? party?.name,
    code: party?.uscc,
    representative: party?.representative,
    address: party?.address ?? src.confirmedAddress,
    phone: party?.phone,
  });
}

function officerValues({ record }: PaperSources) {
  const now = record.officers.filter(({ until, recusedReason }) => until === null && recusedReason === null);
  const officers = now.map(({ name, certificateNo, unit }) => drop({ name, certificate: certificateNo, unit }));
  const text = now
    .map(({ name, certificateNo }) => (certificateNo === null ? name : `${name}（执法证号${certificateNo}）`))
    .join('、');
  return { officers, officersText: text };
}

function decisionValues(src: PaperSources) {
  const { decision } = src.record;
  const paper = lastOut(src.papers, ...DECISIONS);
  return drop({
    number: paper?.number ?? decision?.paperNo,
    decidedOn: decision?.decidedOn,
    servedOn: paper?.servedOn ?? decision?.servedOn,
    text: decision === null ? '' : joined(penaltyLines(decision)),
    fine: decision === null || decision.fineFen === 0 ? '' : yuanWithWords(decision.fineFen),
  });
}

function measureValues({ measures }: PaperSources) {
  const last = measures.at(-1);
  return drop({ number: last?.number, from: last?.from, until: last?.until, place: last?.place });
}

const organValues = ({ pack, today }: PaperSources) => ({
  organ: { address: pack.organ.address },
  contact: { name: pack.organ.contact, phone: pack.organ.phone },
  payment: { days: periodWords('case.fine-payment', today) },
  remedy: {
    review: sentence(pack.texts.review, {
      reconsideration: periodWords('case.reconsideration', today),
      organ: pack.organ.reconsideration,
    }),
    suit: sentence(pack.texts.suit, { suit: periodWords('case.suit', today), court: pack.organ.court }),
  },
});

/** A party and its code as the public may read them: persons masked by the law of the day. */
export function publicParty(src: PaperSources): { party: string; code: string | null } {
  const party = mainParty(src);
  if (party === undefined) return { party: '', code: null };
  if (!party.natural) return { party: party.name, code: party.uscc };
  return {
    party: maskPersonalInformation('name', party.name, src.today),
    code: party.uscc === null ? null : maskPersonalInformation('resident-id-public', party.uscc, src.today),
  };
}

function caseValues({ record }: PaperSources) {
  const { card, decision } = record;
  return drop({
    number: card.number,
    title: card.title,
    cause: card.behaviour ?? card.title,
    source: card.sourceLabel,
    receivedOn: card.receivedOn,
    filedOn: card.filedOn,
    procedure: card.trackLabel,
    result: decision?.kindLabel ?? card.stateLabel,
    closedOn: record.entries.findLast(({ kind }) => kind === 'closing')?.on,
  });
}

function amountValues({ record }: PaperSources) {
  const { amount, fine, law } = record;
  return {
    amount: drop({
      text: amount === null ? '' : yuan(amount.totalFen),
      explain: (amount?.steps ?? []).map(({ text }) => text).join('；'),
    }),
    fine: drop({
      text:
        fine === null || fine.maxFen === 0
          ? ''
          : `罚款幅度为${fine.minFen > 0 ? `${yuan(fine.minFen)}以上` : ''}${yuan(fine.maxFen)}以下。`,
    }),
    choice: (law?.steps ?? []).map(({ text }) => text).join(''),
  };
}

/**
 * What the templates of cases are filled with, from the record alone: nothing typed. Paths are those of the templates'
 * fields; what is not known is left out and stays blank.
 */
export function recordValues(src: PaperSources): OfficialValues {
  const { record } = src;
  const notice = lastOut(src.papers, ...NOTICES);
  const amounts = amountValues(src);
  const shown = publicParty(src);
  return {
    case: caseValues(src),
    party: partyValues(src),
    parties: record.parties.map(({ name, uscc, address }) => drop({ name, code: uscc, address })),
    ...officerValues(src),
    unit: record.card.organisation,
    right: drop({
      text: record.rights
        .map(
          ({ kind, number, name, holder }) =>
            `${number}号${name === null ? '' : `“${name}”`}${WHO[kind]}${holder === null ? '' : `（权利人：${holder}）`}`,
        )
        .join('；'),
    }),
    law: drop({ violated: violatedArticle(src), basis: penaltyBasis(src), choice: amounts.choice }),
    amount: amounts.amount,
    fine: amounts.fine,
    notice: drop({ number: notice?.number, servedOn: notice?.servedOn }),
    decision: decisionValues(src),
    measure: measureValues(src),
    corrects: drop({ number: src.corrects?.number, title: src.corrects?.title }),
    ...organValues(src),
    public: drop({ party: shown.party, code: shown.code }),
    evidence: src.evidence.map(({ title, kind, note }) => drop({ title, kind, note })),
    things: things(src),
    penalties: record.decision === null ? [] : penaltyLines(record.decision).map((text) => ({ text })),
  };
}

/** Things of measures; without any, the goods of the case. */
function things({ measures, record }: PaperSources) {
  const held = measures.filter(({ ended }) => !ended).flatMap((measure) => measure.things);
  if (held.length > 0) return held.map((thing) => drop(thing));
  return record.goods.map(({ name, spec, quantity, unit, note }) =>
    drop({ name, spec, quantity: String(quantity), unit, mark: note }),
  );
}
