import type { CancellationToken } from 'vscode-languageserver';
import { classify, folderOf, hasManifestName, isKustomization, NEVER_WALKED, scan, type Judgement } from '../workspace/index.js';
import type { Publisher } from './publisher.js';
import { SCAN_PROGRESS, type ScanProgressParams, type ScanResult } from './protocol.js';
import type { Session } from './session.js';

/** Milliseconds between two messages about progress. */
const PROGRESS_PAUSE = 60;
/** Milliseconds of work after which others get their turn; cancelling is heard then. */
const TURN = 12;
/** Milliseconds to wait for more of the changes that a branch switch or a build makes. */
const SETTLE = 150;

/** What is done with the files of a scan. */
interface Errand {
  readonly onFile: (judgement: Judgement) => void | Promise<void>;
  /** How many findings there are so far, for the progress message. */
  readonly findings: () => number;
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number | undefined; readonly findings: number }) => void) | undefined;
}

/** What a scanner has others do. */
export interface ScannerOptions {
  /** Has the open documents judged again. */
  readonly refresh: () => void;
  /** Shows what is wrong with the configurations that were met. */
  readonly reportConfigurations: () => Promise<void>;
}

/**
 * Judges what lies below folders, whether it is open or not, and keeps what it has shown of them true: files that change,
 * come and go are judged anew.
 */
export class Scanner {
  readonly #session: Session;
  readonly #publisher: Publisher;
  /** The folders that have been scanned, as paths. */
  readonly #roots = new Set<string>();
  /** Files below them that are shown, or would be if they had findings. */
  readonly #known = new Set<string>();
  readonly #changed = new Set<string>();
  /** New folders, of whose contents nobody may have told. */
  readonly #newFolders = new Set<string>();
  #wantsAll = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** One after the other: two scans at once would each undo what the other knows. */
  #queue: Promise<unknown> = Promise.resolve();
  #isDisposed = false;
  readonly #options: ScannerOptions;

  constructor(session: Session, publisher: Publisher, options: ScannerOptions) {
    this.#session = session;
    this.#publisher = publisher;
    this.#options = options;
  }

  /** Scans folders (URIs; by default the workspace's), shows what is found, and watches over them from now on. */
  async scan(folders: readonly string[] | undefined, token: CancellationToken, progressToken?: string, onProgress?: Errand['onProgress']): Promise<ScanResult> {
    const roots = this.#pathsOf(folders);
    for (const root of roots) this.#roots.add(root);
    return this.#inTurn(() => this.#scan(roots, token, progressToken, onProgress));
  }

  /** Judges everything below folders and hands it to `onFile`; nothing is shown. */
  async visit(folders: readonly string[] | undefined, token: CancellationToken, errand: Errand, progressToken?: string): Promise<boolean> {
    const roots = this.#pathsOf(folders);
    const { wasCancelled } = await this.#inTurn(() => this.#walk(roots, token, errand, progressToken));
    return !wasCancelled;
  }

  /** A file was closed in the editor: shows what is found in it as it lies there, if it has been scanned. */
  closed(path: string): boolean {
    if (isKustomization(path)) this.#kustomizationChanged(path, true);
    if (!this.#known.has(path)) return false;
    void this.#inTurn(() => this.#session.guard(`Judging ${path}`, undefined, () => this.#judge(path)));
    return true;
  }

  /** Whether what is found in a file is shown while it is not open. */
  isKnown(path: string): boolean {
    return this.#known.has(path);
  }

  /** Files have changed, come or gone, by whatever means. */
  filesChanged(changes: readonly { readonly path: string; readonly isGone: boolean }[]): void {
    this.#gone(new Set(changes.filter(({ isGone }) => isGone).map(({ path }) => path)));
    for (const { path, isGone } of changes) {
      if (isKustomization(path)) this.#kustomizationChanged(path);
      else if (path.endsWith('/.gitignore')) this.everythingChanged();
      if (isGone || !this.#isInSight(path)) continue;
      if (hasManifestName(path)) this.#soon(path);
      else if (mayBeFolder(path)) {
        this.#newFolders.add(path);
        this.#wait();
      }
    }
  }

  /** The settings or the configuration have changed: all that was scanned is judged again. */
  everythingChanged(): void {
    if (this.#roots.size === 0) return;
    this.#wantsAll = true;
    this.#wait();
  }

  dispose(): void {
    this.#isDisposed = true;
    if (this.#timer !== undefined) clearTimeout(this.#timer);
  }

  #pathsOf(folders: readonly string[] | undefined): string[] {
    return (folders ?? this.#session.folders.map(({ uri }) => uri)).map((uri) => this.#session.locations.path(uri).replace(/(?<=.)\/$/u, ''));
  }

  async #scan(roots: readonly string[], token: CancellationToken, progressToken?: string, onProgress?: Errand['onProgress']): Promise<ScanResult> {
    const found = new Set<string>();
    let findings = 0;
    let files = 0;
    const summary = await this.#walk(
      roots,
      token,
      {
        onProgress,
        findings: () => findings,
        onFile: (judgement) => {
          found.add(judgement.path);
          this.#known.add(judgement.path);
          const count = judgement.findings.filter((finding) => !finding.suppressed).length;
          findings += count;
          if (count > 0) files++;
          this.#show(judgement);
        },
      },
      progressToken,
    );
    if (!summary.wasCancelled) {
      for (const path of [...this.#known]) if (!found.has(path) && roots.some((root) => isBelow(path, root))) this.#forget(path);
    }
    await this.#options.reportConfigurations();
    return { ...summary, findings, files };
  }

  async #walk(roots: readonly string[], token: CancellationToken, errand: Errand, progressToken?: string): Promise<Omit<ScanResult, 'findings' | 'files'>> {
    const { workspace, host, connection, files } = this.#session;
    const controller = new AbortController();
    const listener = token.onCancellationRequested(() => {
      controller.abort();
    });
    if (token.isCancellationRequested) controller.abort();
    let problems = 0;
    let lastTurn = performance.now();
    let lastProgress = 0;
    let read: string | undefined;
    /** Whatever is not open is let go of when it is judged: a workspace can be larger than memory. */
    const letGo = (): void => {
      if (read !== undefined && !this.#session.isOpen(read) && !isKustomization(read)) workspace.delete(read);
      read = undefined;
    };
    try {
      const summary = await scan(roots, {
        workspace,
        signal: controller.signal,
        files: {
          read: async (path) => {
            read = path;
            const found = await files.read(path);
            return this.#session.isOpen(path) ? files.read(path) : found; // It may have been opened while it was read.
          },
          walk: (root, options) => files.walk(root, options),
        },
        settingsFor: async (path) => {
          const { leftOut, settings } = await this.#session.verdictOn(path);
          if (leftOut) return undefined;
          // What is open may have changed since it was last judged, and so may a kustomization, which is kept for what it says of others.
          if (this.#session.isOpen(path) || isKustomization(path)) {
            const now = await files.read(path);
            if ('text' in now) workspace.set(path, now.text, settings);
          }
          return settings;
        },
        onFile: errand.onFile,
        onProblem: (path, problem) => {
          // Nobody has asked for this scan, and what is gone needs none.
          if (token === NEVER_CANCELLED && problem === 'missing') {
            this.#roots.delete(path);
            return;
          }
          problems++;
          this.#session.log.warning(`${path}: ${problem}`);
        },
        onProgress: ({ done, total }) => {
          const now = performance.now();
          if (now - lastProgress < PROGRESS_PAUSE && done !== total) return;
          lastProgress = now;
          const progress = { done, total, findings: errand.findings() };
          errand.onProgress?.(progress);
          if (progressToken === undefined) return;
          const params: ScanProgressParams = { token: progressToken, done, findings: progress.findings, ...(total === undefined ? {} : { total }) };
          this.#session.send('progress', connection.sendNotification(SCAN_PROGRESS, params));
        },
        breathe: async () => {
          letGo();
          if (performance.now() - lastTurn < TURN) return;
          await host.breathe();
          lastTurn = performance.now();
        },
      });
      return { ...summary, problems };
    } finally {
      letGo();
      listener.dispose();
    }
  }

  /** Shows what was found in a file, unless the client asks for that itself. */
  #show(judgement: Judgement): void {
    const { source } = judgement;
    if (!source) return;
    const uri = this.#session.locations.uri(judgement.path);
    this.#publisher.publish({ uri, version: this.#session.documents.get(uri)?.version ?? null, judgement, lines: source.lines, configurationProblems: [] });
  }

  /** A kustomization may have changed; one that was only closed mostly has not. */
  #kustomizationChanged(path: string, mayBeSame = false): void {
    void this.#session.guard(`Reading ${path}`, undefined, async () => {
      const read = await this.#session.files.read(path);
      const isOther = this.#session.workspace.noteKustomization(path, 'text' in read ? read.text : undefined);
      if (mayBeSame && !isOther) return;
      this.#options.refresh();
      this.everythingChanged();
    });
  }

  /** Files, and folders with all that was in them, are no longer there. */
  #gone(paths: ReadonlySet<string>): void {
    if (paths.size === 0) return;
    const isGone = (path: string): boolean => {
      for (let at: string | undefined = path; at !== undefined; at = folderOf(at)) if (paths.has(at)) return true;
      return false;
    };
    for (const path of [...this.#known]) if (isGone(path)) this.#forget(path);
    for (const path of [...this.#changed]) if (isGone(path)) this.#changed.delete(path);
    for (const root of [...this.#roots]) if (isGone(root)) this.#roots.delete(root);
  }

  #forget(path: string): void {
    this.#known.delete(path);
    const uri = this.#session.locations.uri(path);
    if (this.#session.isOpen(path)) return; // What is open is judged as it stands in the editor.
    this.#publisher.send(uri, []);
    this.#session.workspace.delete(path);
  }

  /** Whether a walk from a folder that has been scanned can come by a path. */
  #isInSight(path: string): boolean {
    return [...this.#roots].some((root) => isBelow(path, root) && !path.slice(root.length).split('/').some((name) => NEVER_WALKED.has(name)));
  }

  #soon(path: string): void {
    this.#changed.add(path);
    this.#wait();
  }

  #wait(): void {
    if (this.#isDisposed) return;
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#inTurn(() => this.#session.guard('Judging changed files', undefined, () => this.#catchUp()));
    }, SETTLE);
  }

  async #catchUp(): Promise<void> {
    if (this.#wantsAll) {
      this.#wantsAll = false;
      this.#changed.clear();
      await this.#scan([...this.#roots], NEVER_CANCELLED);
      return;
    }
    const changed = new Set(this.#changed);
    this.#changed.clear();
    const folders = new Set(this.#newFolders);
    this.#newFolders.clear();
    // What git ignores is not looked at, and only a walk knows what that is. Most files that change are no manifests and need none.
    const unknown = new Set<string>();
    for (const path of [...changed].filter((one) => !this.#known.has(one))) {
      changed.delete(path);
      if (this.#isDisposed) return;
      const read = await this.#session.files.read(path);
      if ('text' in read && classify(path, read.text) === 'manifest') unknown.add(path);
    }
    for (const folder of folders) {
      if (!isWithinOther(folder, folders)) for await (const path of this.#session.files.walk(folder, {})) changed.add(path);
    }
    for (const path of changed) unknown.delete(path);
    for (const folder of new Set([...unknown].map((path) => folderOf(path) ?? path))) {
      const wanted = new Set([...unknown].filter((path) => folderOf(path) === folder));
      for await (const path of this.#session.files.walk(folder, {})) {
        if (wanted.delete(path)) changed.add(path);
        if (wanted.size === 0) break;
      }
    }
    for (const path of changed) {
      if (this.#isDisposed) return;
      await this.#session.host.breathe();
      await this.#judge(path);
    }
  }

  async #judge(path: string): Promise<void> {
    if (this.#publisher.isAsked(this.#session.locations.uri(path))) {
      this.#known.add(path);
      return;
    }
    const file = await this.#session.judgeFile(path);
    if (file?.judgement?.kind !== 'manifest') {
      this.#forget(path);
      return;
    }
    this.#known.add(path);
    this.#publisher.publish(file);
    if (file.version === null && !isKustomization(path)) this.#session.workspace.delete(path);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#queue.then(work);
    this.#queue = mine.catch(() => undefined);
    return mine;
  }
}

/** What nobody has asked for cannot be cancelled. */
const NEVER_CANCELLED: CancellationToken = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };

/** Whether a path that has just come can be that of a folder: one without an ending like those of files. */
function mayBeFolder(path: string): boolean {
  return !/\.[A-Za-z]\w*$/u.test(path) && !isKustomization(path);
}

/** Whether one of the folders above is among them too. */
function isWithinOther(folder: string, folders: ReadonlySet<string>): boolean {
  for (let at = folderOf(folder); at !== undefined; at = folderOf(at)) if (folders.has(at)) return true;
  return false;
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
