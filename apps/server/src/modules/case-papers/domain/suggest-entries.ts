import { mainParty, type PaperSources, said } from './paper-sources.ts';
import { joined, penaltyLines, proposedLines } from './penalty-lines.ts';
import { execution, fromEntry, hearingCourse, hearingWish, publicity, recused } from './suggest-from-entries.ts';
import { dayWords, periodWords, sentence, yuan } from './words.ts';

type Suggest = (src: PaperSources) => string;

function goodsSentence({ record }: PaperSources): string {
  return record.goods
    .map(
      ({ name, spec, quantity, unit, sold, priceFen }) =>
        `${name}${spec === null ? '' : `（${spec}）`}${quantity}${unit}${sold ? '已销售' : '未销售'}${priceFen === null ? '' : `，单价${yuan(priceFen)}`}`,
    )
    .join('；');
}

function facts(src: PaperSources): string {
  const found = said(src.record.report, 'facts');
  if (found !== '') return found;
  const { acts, text, card } = src.record;
  const when = [acts.from, acts.to].filter((day) => day !== null).map(dayWords);
  const goods = goodsSentence(src);
  const lead = [
    when.length === 0 ? '' : when.length === 2 && when[0] !== when[1] ? `${when[0]}至${when[1]}，` : `${when[0]}，`,
    acts.place === null ? '' : `在${acts.place}，`,
  ].join('');
  return [
    `${lead}${acts.text ?? text}`,
    goods === '' ? '' : `涉案商品：${goods}。`,
    (card.businessFen ?? 0) === 0 ? '' : `违法经营额${yuan(card.businessFen ?? 0)}。`,
  ].join('');
}

const officers = ({ record }: PaperSources) =>
  record.officers
    .filter(({ until }) => until === null)
    .map(({ name }) => name)
    .join('、');

const course: Suggest = (src) => {
  const { card } = src.record;
  return sentence(src.pack.texts.course, {
    source: card.sourceLabel,
    received: dayWords(card.receivedOn),
    filed: card.filedOn === null ? '' : dayWords(card.filedOn),
    officers: officers(src),
  });
};

const penalties: Suggest = ({ record }) =>
  joined(record.decision === null ? proposedLines(record) : penaltyLines(record.decision));

function discretion({ record, pack }: PaperSources): string {
  const { decision } = record;
  const level = [decision?.reasons, ...(record.fine?.steps ?? []).map(({ text }) => text)]
    .filter((text) => text !== undefined && text !== '')
    .join('；');
  return level === '' ? '' : sentence(pack.texts.discretion, { level });
}

function heard({ record, pack }: PaperSources): string {
  if (record.statement?.data.waived === true) return pack.texts.waived;
  const text = said(record.statement, 'text');
  return text === '' ? pack.texts.noStatement : sentence(pack.texts.statement, { text });
}

const payment: Suggest = ({ record, pack, today }) =>
  (record.decision?.fineFen ?? 0) + (record.decision?.confiscatedFen ?? 0) > 0
    ? sentence(pack.texts.payment, { payment: periodWords('case.fine-payment', today) })
    : pack.texts.perform;

const checks: Suggest = ({ record }) =>
  record.checks
    .filter(({ standing }) => standing !== 'none')
    .map(({ label, text, article }) => `${label}：${text}${article === null ? '' : `（${article}）`}`)
    .join('；');

const crime: Suggest = ({ record, pack }) => {
  const hits = record.thresholds.flatMap(({ name, article, hits: all }) =>
    all.map(({ text }) => `${name}（${article}）：${text}`),
  );
  return hits.length === 0 ? '' : sentence(pack.texts.crime, { hits: hits.join('；') });
};

const measure: Suggest = ({ measures, pack }) => {
  const last = measures.filter(({ kind }) => kind === 'seizure').at(-1);
  return last === undefined ? '' : sentence(pack.texts.measure, { basis: last.basis });
};

const owed: Suggest = ({ record }) => {
  const { decision } = record;
  if (decision === null) return '';
  const due = decision.fineFen + decision.confiscatedFen;
  return due === 0 ? joined(penaltyLines(decision)) : `缴纳罚没款${yuan(due)}及依法加处的罚款`;
};

const lastPaper: Suggest = ({ papers, services }) => {
  const served = services.at(-1);
  if (served !== undefined) return served.paper;
  const last = papers.filter(({ number }) => number !== null).at(-1);
  return last === undefined ? '' : `${last.title}（${last.number}）`;
};

const legalDuty =
  (part: string): Suggest =>
  ({ record }) =>
    record.checks.find(({ check, standing }) => check.includes(part) && standing !== 'none')?.text ?? '';

const SUGGESTIONS: Readonly<Record<string, Suggest>> = {
  clue: ({ record }) => record.text,
  verify: ({ pack }) => pack.texts.verify,
  filing: ({ pack }) => pack.texts.filing,
  told: ({ pack }) => pack.texts.told,
  facts,
  course,
  penalties,
  discretion,
  heard,
  payment,
  checks,
  crime,
  measure,
  owed,
  'evidence-list': ({ evidence }) => evidence.map(({ title }, at) => `${at + 1}.${title}`).join('；'),
  police: ({ pack }) => pack.organ.police,
  organ: ({ pack }) => pack.organ.name,
  storage: ({ measures, pack }) => measures.at(-1)?.place ?? pack.organ.storage,
  court: ({ pack }) => pack.organ.court,
  place: ({ record }) => record.acts.place ?? '',
  'when-where': ({ record }) =>
    [record.acts.from === null ? '' : dayWords(record.acts.from), record.acts.place ?? ''].filter(Boolean).join('，'),
  holder: ({ record }) => record.rights.find(({ holder }) => holder !== null)?.holder ?? '',
  person: (src) => mainParty(src)?.representative ?? mainParty(src)?.name ?? '',
  'party-address': (src) => mainParty(src)?.address ?? '',
  mode: ({ services }) => services.at(-1)?.mode ?? '',
  'service-note': ({ services }) => services.at(-1)?.note ?? '',
  'service-place': (src) => src.services.at(-1)?.place || (mainParty(src)?.address ?? ''),
  defence: ({ record }) => said(record.statement, 'text'),
  discussion: ({ record }) => said(record.discussion, 'opinion'),
  'legal-why': legalDuty('legal'),
  'hearing-when': ({ record }) => said(record.hearing, 'heldOn'),
  'hearing-chair': ({ record }) => said(record.hearing, 'presider'),
  'hearing-result': ({ record }) => said(record.hearing, 'report'),
  'no-penalty': ({ record }) =>
    record.decision === null ? '' : [record.decision.reasons, record.decision.ground].filter(Boolean).join(' '),
  paper: lastPaper,
  'measure-number': ({ measures }) => measures.at(-1)?.number ?? '',
  execution,
  publicity,
  recused: (src) =>
    recused(src)
      .map(({ name }) => name)
      .join('、'),
  'recusal-reason': (src) =>
    recused(src)
      .map(({ recusedReason }) => recusedReason)
      .join('；'),
  'hearing-course': hearingCourse,
  'hearing-wish': hearingWish,
  elsewhere: (src) =>
    fromEntry(src, 'entry:decision.toOrganisation') || (fromEntry(src, 'entry:not-filed.toOrganisation') ?? ''),
  goods: ({ record }) => record.decision?.confiscatedGoods ?? '',
  'archive-state': ({ pack }) => pack.texts.archiveState,
};

/** What the record proposes for an entry; null where it says nothing of it. */
export function suggestEntry(src: PaperSources, name: string | undefined): string | null {
  if (name === undefined) return null;
  const text = (fromEntry(src, name) ?? SUGGESTIONS[name]?.(src))?.trim();
  return text === undefined || text === '' ? null : text;
}

/** Whether the record can be asked for it. */
export const canSuggest = (name: string): boolean => /^(entry|day):/.test(name) || name in SUGGESTIONS;
