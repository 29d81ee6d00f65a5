/** Name under which changes of the kept pictures are counted. */
export const PICTURES = 'mark-pictures';

/** A registration as one text. */
export const registrationKey = (country: string, registrationNo: string): string => `${country} ${registrationNo}`;
