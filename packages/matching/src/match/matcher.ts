import { checkUscc } from '@jince/identifiers';
import { type AddressParts, compareAddresses, takeAddressApart } from '../compare/address-evidence.ts';
import { editBits, plainSlipBits } from '../compare/edit-channel.ts';
import { FormFrequencies } from '../compare/form-evidence.ts';
import { industryEvidence } from '../compare/industry-evidence.ts';
import { PlaceFrequencies } from '../compare/place-evidence.ts';
import { type CharacterFold, normaliseName } from '../normalise/normalise-name.ts';
import { type NameParts, takeNameApart } from '../normalise/parse-company-name.ts';
import { NO_PLACE } from '../normalise/places.ts';
import { learnTradeLexicon, splitBrandAndTrade, type TradeLexicon } from '../normalise/trade-lexicon.ts';
import { findGuard, isAnotherParty } from '../score/decide.ts';
import { NameModel } from '../score/name-model.ts';
import { type MentionName, priorBits, type RegisterStatistics, scoreRecord } from '../score/score-record.ts';
import { checkWeights, defaultWeights, type MatchWeights } from '../score/weights.ts';
import type { Candidate, Decision, MatchResult, Mention, Reason, RegisterEntry } from '../types.ts';
import { BestScores, mayBeSame, sharesBrandAndTrade } from './best-scores.ts';
import { explainCandidate, noneReasons, usccReasons } from './explain.ts';
import { exchangeHalves, type IndexSharing } from './index-sharing.ts';
import type { MatcherOptions } from './matcher-options.ts';
import { NameRecords } from './name-records.ts';
import { finish, none } from './results.ts';
import type { Weighed } from './weighed.ts';

const MOST_BITS = 64;
/** The brand of a mention is looked for only when it is needed. */
const NOT_SPLIT = -1;
/** log2 odds from which an exact name needs no rivals looked for, and from which no wider search is made. */
const SETTLED = 8;
const LIKELY = 1;
/** What place and form usually add when they agree, and the log2 odds under which plain slips are not looked at. */
const USUAL_PLACE_AND_FORM = 10;
const LEAST_PLAIN = -4;

/** Finds the register entry a mention means. Made by `buildMatcher`; entries may be added and removed later. */
export class Matcher {
  private current: MatchWeights;
  private readonly entries: (RegisterEntry | undefined)[] = [];
  private readonly byId = new Map<string, number>();
  /** made when a mention first brings a code. */
  private byUscc: Map<string, number> | undefined;
  /** first record of each entry; its further names follow it. */
  private readonly firstRecord: number[] = [];
  private readonly addresses: (AddressParts | undefined)[] = [];
  private readonly records: NameRecords;
  private readonly statistics: RegisterStatistics;
  private readonly lexicon: TradeLexicon;
  private readonly fold: CharacterFold | undefined;
  private readonly shown: number;
  private readonly brief: boolean;
  private readonly sharing: IndexSharing | undefined;
  private readonly scratch: MentionName = {
    parts: takeNameApart(''),
    brandLength: 0,
    bits: new Float64Array(MOST_BITS + 1),
    coreBits: 0,
  };

  constructor(register: readonly RegisterEntry[], options: MatcherOptions = {}) {
    this.current = options.weights ?? defaultWeights;
    checkWeights(this.current);
    this.fold = options.fold;
    this.shown = options.candidates ?? 5;
    this.brief = options.brief ?? false;
    this.sharing = options.share;
    this.records = new NameRecords(register.length + 16, this.sharing?.half);
    this.statistics = { model: new NameModel(), places: new PlaceFrequencies(), forms: new FormFrequencies(), size: 0 };
    const taken = register.map((entry) => takeNameApart(entry.name, this.fold));
    this.lexicon = learnTradeLexicon(taken.map((parts) => parts.core));
    for (const [i, entry] of register.entries()) this.addEntry(entry, taken[i]!);
    if (this.sharing) exchangeHalves(this.sharing, this.records, this.statistics.model);
  }

  /** The weights in use: plain data, to be stored as JSON. */
  get weights(): MatchWeights {
    return this.current;
  }

  /** Throws RangeError on impossible weights. */
  useWeights(weights: MatchWeights): void {
    checkWeights(weights);
    this.current = weights;
  }

  /** Living entries. */
  get size(): number {
    return this.statistics.size;
  }

  /** Living entries spread evenly over the register, at most `most`. */
  sampleEntries(most: number): RegisterEntry[] {
    const step = Math.ceil(this.entries.length / most);
    return this.entries.filter((entry, i) => entry && i % step === 0) as RegisterEntry[];
  }

  /** Adds entries at the cost of a few index insertions each. Throws Error on an id that is already there. */
  addEntries(entries: readonly RegisterEntry[]): void {
    if (this.sharing) throw new Error('a matcher with shared indexes cannot be changed');
    for (const entry of entries) this.addEntry(entry, takeNameApart(entry.name, this.fold));
  }

  /** Forgets an entry (its index nodes stay and are skipped). Returns false when the id is unknown. */
  removeEntry(id: string): boolean {
    if (this.sharing) throw new Error('a matcher with shared indexes cannot be changed');
    const index = this.byId.get(id);
    if (index === undefined) return false;
    const entry = this.entries[index]!;
    this.byId.delete(id);
    if (entry.uscc && this.byUscc?.get(entry.uscc) === index) this.byUscc.delete(entry.uscc);
    this.entries[index] = undefined;
    this.count(this.records.partsOf(this.firstRecord[index]!), -1);
    return true;
  }

  private addEntry(entry: RegisterEntry, parts: NameParts): void {
    if (this.byId.has(entry.id)) throw new Error(`duplicate register id ${entry.id}`);
    const index = this.entries.length;
    this.entries.push(entry);
    this.byId.set(entry.id, index);
    if (this.byUscc && entry.uscc && !this.byUscc.has(entry.uscc)) this.byUscc.set(entry.uscc, index);
    this.firstRecord.push(this.records.count);
    this.addRecord(parts, index, false);
    for (const former of entry.formerNames ?? []) {
      const formerParts = takeNameApart(former, this.fold);
      if (formerParts.key !== '' && formerParts.key !== parts.key) this.addRecord(formerParts, index, true);
    }
    this.count(parts, 1);
  }

  private addRecord(parts: NameParts, entry: number, former: boolean): void {
    this.records.add({ parts, entry, former, brandLength: splitBrandAndTrade(parts.core, this.lexicon) });
  }

  private count(parts: NameParts, by: 1 | -1): void {
    if (by === -1) this.statistics.model.remove(parts.core);
    else if (this.sharing?.half !== 'names') this.statistics.model.add(parts.core);
    this.statistics.places.change(parts.place, by);
    this.statistics.forms.change(parts.form.id, by);
    this.statistics.size += by;
  }

  /** Never throws; an empty name gives `none`. For a field with several holders use `matchHolders`. */
  match(mention: Mention): MatchResult {
    const parts = takeNameApart(mention.name, this.fold);
    const linked = mention.uscc ? this.matchUscc(mention, parts) : undefined;
    if (linked) return linked;
    if (parts.key === '') return none([noneReasons.empty]);
    const weighed = this.weigh(mention, parts);
    if (weighed.length === 0 && parts.kind === 'person') return none([noneReasons.person]);
    return this.decide(mention, parts, weighed);
  }

  /** Is this, up to spelling, the whole of a registered (current or former) name? */
  knows(name: string): boolean {
    const ids = this.records.findByKey(normaliseName(name, this.fold));
    return ids.some((id) => this.entries[this.records.entryOf(id)] !== undefined);
  }

  /**
   * The best candidate of a mention before a decision, and the probability that none is right. With `without` the entry of
   * that id is left out, as if its firm were not registered.
   */
  inspect(mention: Mention, without?: string): { first: Weighed | undefined; unseen: number } {
    const parts = takeNameApart(mention.name, this.fold);
    const index = without === undefined ? undefined : this.byId.get(without);
    const hidden = index === undefined ? undefined : this.entries[index];
    if (index !== undefined) this.entries[index] = undefined;
    const weighed = this.weigh(mention, parts);
    if (index !== undefined) this.entries[index] = hidden;
    const [first] = weighed;
    if (first) this.guard(first, parts);
    const unseen = 1 - weighed.reduce((sum, { posterior }) => sum + posterior, 0);
    return { first, unseen };
  }

  private guard(one: Weighed, parts: NameParts): void {
    this.findEdits(one, parts);
    const record = this.records.get(one.score.record);
    const agrees = (one.addressLevel?.bits ?? 0) >= 4 || one.score.place === 'address';
    const guard = findGuard(this.scratch, record, one.score, one.edits, agrees);
    one.guard = guard && this.weights.lifted.includes(guard.level) ? undefined : guard;
  }

  private matchUscc(mention: Mention, parts: NameParts): MatchResult | undefined {
    const checked = checkUscc(mention.uscc!);
    const index = checked.ok ? this.usccIndex().get(checked.value) : undefined;
    if (index === undefined) return undefined;
    const name = this.prepare(parts);
    this.splitBrand(name);
    const contradicts = parts.key !== '' && this.recordsOf(index).every((id) => this.contradicts(name, id));
    const score = contradicts ? 0.5 : 1;
    const candidate = this.candidate(index, score, usccReasons(this.entries[index]!, mention.name, contradicts));
    return finish(contradicts ? 'review' : 'auto', [candidate]);
  }

  private usccIndex(): Map<string, number> {
    if (this.byUscc) return this.byUscc;
    const index = new Map<string, number>();
    this.entries.forEach((entry, i) => {
      if (entry?.uscc && !index.has(entry.uscc)) index.set(entry.uscc, i);
    });
    this.byUscc = index;
    return index;
  }

  private endOfRecords(entry: number): number {
    return this.firstRecord[entry + 1] ?? this.records.count;
  }

  private recordsOf(entry: number): number[] {
    const first = this.firstRecord[entry]!;
    return Array.from({ length: this.endOfRecords(entry) - first }, (_, i) => first + i);
  }

  /** No brand in common and far apart in spelling. */
  private contradicts(name: MentionName, id: number): boolean {
    const record = this.records.get(id);
    const x = name.parts.core;
    const y = record.parts.core;
    const brand = y.slice(0, Math.max(2, record.brandLength));
    if (x.includes(brand) || (x.length >= 2 && y.includes(x.slice(0, Math.max(2, name.brandLength))))) return false;
    return editBits(y, x, this.weights) === Number.POSITIVE_INFINITY;
  }

  private prepare(parts: NameParts): MentionName {
    const name = this.scratch;
    name.parts = parts;
    name.brandLength = NOT_SPLIT;
    name.coreBits = this.statistics.model.bits(parts.core, name.bits);
    return name;
  }

  private splitBrand(name: MentionName): void {
    if (name.brandLength === NOT_SPLIT) name.brandLength = splitBrandAndTrade(name.parts.core, this.lexicon);
  }

  private weigh(mention: Mention, parts: NameParts): Weighed[] {
    const exact = this.records.findByKey(parts.key).filter((id) => this.entries[this.records.entryOf(id)]);
    if (exact.length === 0 && parts.kind === 'person') return [];
    const name = this.prepare(parts);
    const best = new BestScores();
    this.records.startCollecting(exact);
    for (const id of exact) this.keepBest(best, name, id);
    if (exact.length === 1 && best.hasAbove(SETTLED)) {
      // The registered name with its place is unique by law: a differing address only means that the firm has moved.
      return this.weighEntries(parts.place === NO_PLACE ? mention : { ...mention, address: undefined }, best);
    }
    this.splitBrand(name);
    const found: number[] = [];
    this.records.collectByCore(parts.core, found);
    for (const id of found) this.keepBest(best, name, id);
    // The same brand and trade to the letter: slips of other names cannot compete.
    if (best.hasAbove(SETTLED)) return this.weighEntries(mention, best);
    found.length = 0;
    this.records.collectBySlip(parts.core, parts.place, this.mayHoldPlainSlip(name), found);
    if (name.brandLength >= 2 && name.brandLength === parts.core.length) {
      this.records.collectByBrand(parts.core, 24, found);
    }
    for (const id of found) this.keepBest(best, name, id);
    if (!best.hasAbove(LIKELY)) {
      found.length = 0;
      const whole = parts.placeText + parts.core;
      this.records.collectByBigrams(whole, 10, 700, found);
      for (const id of found) if (this.records.mayResemble(id, parts.core, whole)) this.keepBest(best, name, id);
    }
    return this.weighEntries(mention, best);
  }

  /** Could a candidate with a plain wrong character still be likely, agreeing in all else? */
  private mayHoldPlainSlip({ parts, coreBits }: MentionName): boolean {
    const cost = plainSlipBits(parts.core.length, this.weights);
    return priorBits(this.size, this.weights) + coreBits - cost + USUAL_PLACE_AND_FORM > LEAST_PLAIN;
  }

  private keepBest(best: BestScores, name: MentionName, id: number): void {
    const entry = this.records.entryOf(id);
    if (!this.entries[entry]) return;
    const score = scoreRecord(name, this.records, id, this.addressPlace, this.statistics, this.weights);
    if (!score) return;
    best.keep(entry, score, this.endOfRecords(entry) - this.firstRecord[entry]! > 1);
  }

  private readonly addressPlace = (entry: number): number => this.addressOf(entry)?.place ?? NO_PLACE;

  private addressOf(entry: number): AddressParts | undefined {
    const known = this.addresses[entry];
    if (known) return known;
    const { address, town } = this.entries[entry]!;
    if (!address && !town) return undefined;
    const parts = takeAddressApart(address ?? '');
    if (town) parts.town = town;
    this.addresses[entry] = parts;
    return parts;
  }

  /** Adds address and industry to the names' weights and turns the sum into posterior probabilities, best first. */
  private weighEntries(mention: Mention, best: BestScores): Weighed[] {
    const weighed: Weighed[] = [];
    let address: AddressParts | undefined;
    if (mention.address || mention.town) {
      address = takeAddressApart(mention.address ?? '');
      if (mention.town) address.town = mention.town;
    }
    for (const { entry, score } of best.list) {
      const own = address && this.addressOf(entry);
      const addressLevel = address && own ? compareAddresses(address, own) : undefined;
      const { scope, industry } = this.entries[entry]!;
      const fits = industryEvidence(mention.ipc, scope ?? industry);
      const total = score.total + (addressLevel?.bits ?? 0) + (fits?.bits ?? 0);
      weighed.push({ entry, score, addressLevel, industry: fits, total, posterior: 0, edits: [], guard: undefined });
    }
    if (weighed.length > 1) weighed.sort((a, b) => b.total - a.total || a.entry - b.entry);
    // The alternative "a firm that is not in the register" has odds 1.
    const top = Math.max(0, weighed[0]?.total ?? 0);
    let sum = 2 ** -top;
    for (const one of weighed) sum += 2 ** (one.total - top);
    for (const one of weighed) one.posterior = 2 ** (one.total - top) / sum;
    return weighed;
  }

  private decide(mention: Mention, parts: NameParts, weighed: Weighed[]): MatchResult {
    const name = this.scratch;
    const first = weighed[0];
    const { thresholds } = this.weights;
    let decision: Decision = 'none';
    if (first) {
      const record = this.records.get(first.score.record);
      this.guard(first, parts);
      if (first.posterior >= thresholds.auto && !first.guard) decision = 'auto';
      else if (isAnotherParty(record, first.score, first.edits)) decision = 'none';
      else if (first.posterior >= thresholds.review && mayBeSame(parts, record.parts, first.score)) decision = 'review';
      else if (sharesBrandAndTrade(name, record, first.score)) decision = 'review';
    }
    if (parts.branch !== '' && (decision === 'none' || first?.guard?.level === 'branch')) {
      const head = this.matchHead(mention, parts);
      if (head) return head;
    }
    if (decision === 'none')
      return none([parts.kind === 'person' ? noneReasons.person : noneReasons.nothing], this.show(weighed, parts));
    return finish(decision, this.show(weighed, parts));
  }

  /** A branch that is not registered itself goes to review with its head firm. */
  private matchHead(mention: Mention, parts: NameParts): MatchResult | undefined {
    const head = this.match({ ...mention, name: parts.head, uscc: undefined });
    if (!head.best) return undefined;
    const reason: Reason = {
      comparison: 'branch',
      level: 'head',
      weight: 0,
      text: `“${parts.branch}”未单独登记，所属企业为“${this.entries[head.best.index]!.name}”，须人工确认`,
    };
    const candidates = head.candidates.map((candidate) => ({
      ...candidate,
      score: Math.min(0.5, candidate.score / 2),
      reasons: [reason, ...candidate.reasons],
    }));
    return finish('review', candidates);
  }

  private findEdits(one: Weighed, parts: NameParts): void {
    const { parts: y } = this.records.get(one.score.record);
    if (one.score.core === 'edited') editBits(y.core, parts.core, this.weights, one.edits);
    if (one.score.core === 'whole') {
      editBits(y.placeText + y.core, parts.placeText + parts.core, this.weights, one.edits);
    }
  }

  private show(weighed: Weighed[], parts: NameParts): Candidate[] {
    return weighed.slice(0, this.shown).map((one, rank) => {
      const record = this.records.get(one.score.record);
      if (rank > 0) this.findEdits(one, parts);
      const rival = weighed[rank === 0 ? 1 : 0];
      if (!this.brief) this.splitBrand(this.scratch);
      const reasons = explainCandidate({
        brief: this.brief,
        name: this.scratch,
        record,
        weighed: one,
        size: this.size,
        weights: this.weights,
        rival: rival && rival.posterior > 0.02 ? this.entries[rival.entry]!.name : undefined,
      });
      return this.candidate(one.entry, one.posterior, reasons);
    });
  }

  private candidate(index: number, score: number, reasons: Reason[]): Candidate {
    const entry = this.entries[index]!;
    return { index, id: entry.id, uscc: entry.uscc, name: entry.name, score, reasons };
  }
}

/**
 * Learns from the register (term frequencies, trade words, places, forms) and indexes it.
 * 86,000 entries take well under a second. Throws Error on a repeated id, RangeError on impossible weights.
 */
export function buildMatcher(register: readonly RegisterEntry[], options?: MatcherOptions): Matcher {
  return new Matcher(register, options);
}
