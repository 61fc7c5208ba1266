/** The test runner inside the extension host: one test after the other, one line for each. */

/** How long a test may take, in milliseconds. */
const LIMIT = 60_000;

/** After so many failures something is broken that all tests need, and waiting for each of them would only take time. */
const MOST_FAILURES = 10;

interface Test {
  readonly name: string;
  readonly body: () => Promise<void> | void;
}

/** Collects the tests of one suite and runs them in the order in which they were added. */
export class Suite {
  readonly #tests: Test[] = [];
  readonly #describe: () => string;

  /** `describe` says what is in the editor; it is asked after a failure. */
  constructor(describe: () => string) {
    this.#describe = describe;
  }

  /** Adds a test; it fails when `body` throws or takes longer than a minute. */
  readonly test = (name: string, body: Test['body']): void => {
    this.#tests.push({ name, body });
  };

  /** Runs every test whose name contains `filter`, tells `print` about each, and returns how many failed. */
  async run(print: (line: string) => void, filter = ''): Promise<number> {
    const chosen = this.#tests.filter((test) => test.name.includes(filter));
    let failed = 0;
    for (const test of chosen) {
      if (failed >= MOST_FAILURES) {
        failed += 1;
        print(`not ok ${test.name}\n    not run, because ${MOST_FAILURES} tests have failed before it`);
        continue;
      }
      if (!(await this.#attempt(test, print, 'once more')) && !(await this.#attempt(test, print, undefined))) failed += 1;
    }
    print(`${chosen.length - failed} passed, ${failed} failed`);
    return failed;
  }

  /**
   * Runs a test once. A real editor on a busy machine sometimes answers late, so a test that fails is tried a second time,
   * and both are told: `again` says that there will be a second time.
   */
  async #attempt(test: Test, print: (line: string) => void, again: string | undefined): Promise<boolean> {
    const begin = Date.now();
    const took = (): string => `(${((Date.now() - begin) / 1000).toFixed(1)} s)`;
    try {
      await withinLimit(test);
      print(`ok ${test.name} ${took()}`);
      return true;
    } catch (error) {
      print(again === undefined ? `not ok ${test.name} ${took()}` : `failed, and is tried ${again}: ${test.name} ${took()}`);
      print(indent(error instanceof Error ? (error.stack ?? error.message) : String(error)));
      print(indent(this.#describe()));
      return false;
    }
  }
}

async function withinLimit(test: Test): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not done within ${LIMIT / 1000} s`)), LIMIT);
  });
  try {
    await Promise.race([Promise.resolve(test.body()), late]);
  } finally {
    clearTimeout(timer);
  }
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
