/** Signals of abnormal filing: pure, no I/O. */
export {};
