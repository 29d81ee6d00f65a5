import { lawFiles } from './files.ts';
import { createLawBook, type LawBook } from './law-book.ts';

/** The national law as recorded in this folder. */
export const lawBook: LawBook = createLawBook(lawFiles);
