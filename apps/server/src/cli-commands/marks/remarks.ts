/** Lines about single rows or files that are shown; the rest is counted. */
const MOST_SHOWN = 30;

/** What is to be said of single rows of a file, on stderr: the first ones in words, then how many more there are. */
export class Remarks {
  #said = 0;

  say(sentence: string): void {
    this.#said++;
    if (this.#said <= MOST_SHOWN) process.stderr.write(`${sentence}\n`);
  }

  end(): void {
    if (this.#said > MOST_SHOWN) process.stderr.write(`另有 ${this.#said - MOST_SHOWN} 条同类提示未列出\n`);
  }
}
