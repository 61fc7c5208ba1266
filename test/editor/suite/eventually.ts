/** How long anything may take in the editor, in milliseconds; a busy machine is slow. */
const PATIENCE = 20_000;

/**
 * Asks again and again until `check` passes, and resolves with its answer. A check that throws (an assertion) is asked again;
 * when the time is over, its last error is what the test fails with.
 */
export async function eventually<T>(what: string, check: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw new Error(`Waited ${PATIENCE / 1000} s in vain for ${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}
