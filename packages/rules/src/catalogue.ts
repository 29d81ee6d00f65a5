/** A text in the two languages of the product. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What a code belongs to; `within` knows the structure of all but `place`. */
export type CodeSystem = 'industry' | 'ipc' | 'strategic' | 'place';

/** A kind of thing facts are said of; its name is the root of paths in rules. */
export interface SubjectSpec {
  readonly subject: string;
  readonly label: Bilingual;
  /** What one of them is counted in: 家, 件. */
  readonly unit?: Bilingual;
}

/** One named, typed, documented thing that can be said of a subject on a day. */
export interface FactSpec {
  /** Full dotted name: `enterprise.patents.invention.valid`. */
  readonly name: string;
  readonly subject: string;
  /** Name without the subject; also the column of the SQL relation, so at most 63 bytes. */
  readonly path: string;
  readonly type: 'bool' | 'number' | 'text' | 'date' | 'code' | 'list';
  /** Element type of a list. */
  readonly of?: 'text' | 'number' | 'code';
  /** Code system of a code or of the codes of a list. */
  readonly system?: CodeSystem;
  /** 件, 年; amounts are in 分 (fen) and shown in yuan. */
  readonly unit?: Bilingual;
  readonly label: Bilingual;
  readonly definition: Bilingual;
  /** Article or standard the definition follows. */
  readonly source?: string;
  /** The values a text, or a place, may have, with their words: another literal is refused. */
  readonly values?: Readonly<Record<string, Bilingual>>;
  /** Whether it may be unknown. */
  readonly nullable: boolean;
}

/** Items of kind `items` that belong to a subject. */
export interface CollectionSpec {
  readonly name: string;
  readonly subject: string;
  readonly path: string;
  /** Subject kind of the items. */
  readonly items: string;
  readonly label: Bilingual;
}

/** Everything that can be said in rules; made by {@link createCatalogue}, never changed. */
export interface Catalogue {
  readonly subjects: readonly SubjectSpec[];
  readonly facts: readonly FactSpec[];
  readonly collections: readonly CollectionSpec[];
  findSubject(subject: string): SubjectSpec | undefined;
  findFact(subject: string, path: string): FactSpec | undefined;
  findCollection(subject: string, path: string): CollectionSpec | undefined;
  factsOf(subject: string): readonly FactSpec[];
  collectionsOf(subject: string): readonly CollectionSpec[];
}
