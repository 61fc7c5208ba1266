import { randomBytes } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Files that are half written; whoever ends the program removes them. */
export class FileWriter {
  readonly #unfinished = new Set<string>();

  /**
   * Writes a file so that at no time anybody sees half of it, and keeps its permissions. Links are followed.
   *
   * @throws the file system's error; then the file is as it was.
   */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    const target = await realpath(path).catch(() => path);
    const before = await stat(target).catch(() => undefined);
    if (before && !before.isFile()) {
      // A pipe or a device (`/dev/stdout`) cannot be replaced by another file.
      const handle = await open(target, 'w');
      try {
        await handle.writeFile(content);
      } finally {
        await handle.close();
      }
      return;
    }
    const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    this.#unfinished.add(temporary);
    try {
      const handle = await open(temporary, 'wx', before?.mode ?? 0o666);
      try {
        await handle.writeFile(content);
        if (before) await handle.chmod(before.mode);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, target);
    } catch (error) {
      await unlink(temporary).catch(() => undefined); // It may not have been made at all.
      throw error;
    } finally {
      this.#unfinished.delete(temporary);
    }
  }

  /** Removes what is half written, at once. */
  abandon(): void {
    for (const path of this.#unfinished) {
      try {
        unlinkSync(path);
      } catch {
        // It was not made yet, or has its final name already.
      }
    }
    this.#unfinished.clear();
  }
}
