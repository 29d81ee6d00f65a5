/** Cells are finished text: a renderer formats nothing, so that every form of a document bears the same figures. */
export interface TableColumn {
  readonly title: string;
  readonly align?: 'left' | 'right' | 'center';
  /** Share of the width, relative to the other columns; 1 by default. */
  readonly width?: number;
}

export interface BarItem {
  readonly label: string;
  /** Length of the bar; null draws none. */
  readonly value: number | null;
  /** The figure as it is read. */
  readonly text: string;
  /** Where the mark of the target stands. */
  readonly target?: number;
}

export interface LinePoint {
  readonly label: string;
  readonly value: number | null;
  readonly text: string;
}

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly string[])[];
      readonly note?: string;
    }
  | {
      readonly kind: 'bars';
      readonly caption: string;
      readonly items: readonly BarItem[];
      /** What the targets are called; needed where an item has one. */
      readonly targetLabel?: string;
      /** Bars begin at 0 and end here; by default the largest value or target. */
      readonly max?: number;
      readonly note?: string;
    }
  | {
      readonly kind: 'lines';
      readonly caption: string;
      readonly points: readonly LinePoint[];
      readonly target?: { readonly value: number; readonly text: string };
      readonly note?: string;
    };

/** A document as an office prints it: cover, contents, numbered pages. Laid out as PDF and as Word file alike. */
export interface OfficialDocument {
  /** Lines of the title, broken where a reader would. */
  readonly title: readonly string[];
  readonly subtitle: string;
  /** Who issues it, at the foot of the cover. */
  readonly issuer: string;
  readonly date: string;
  /** Printed on every page, such as that the data are a demonstration; null for none. */
  readonly mark: string | null;
  /** Running head. */
  readonly header: string;
  readonly contentsTitle: string;
  /** Lines on the cover: what day, made when. */
  readonly cover: readonly { readonly label: string; readonly value: string }[];
  readonly blocks: readonly DocumentBlock[];
  /** Seconds since 1970: date of the file, so that the same content gives the same bytes. */
  readonly createdAtSeconds: number;
}
