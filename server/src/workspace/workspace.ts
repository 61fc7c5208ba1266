import type { Settings } from '../config/index.js';
import { compile, lint, type Finding, type OnRuleError, type Plan } from '../engine/index.js';
import type { Rule } from '../kit/index.js';
import type { DocumentContext } from '../kubernetes/index.js';
import { Source } from '../yaml/index.js';
import { classify, type FileClass } from './classify.js';
import { isKustomization, patchesOf } from './kustomize.js';

/** What a workspace needs to know from outside. */
export interface WorkspaceOptions {
  readonly rules: readonly Rule[];
  /** Today as `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly onError: OnRuleError;
}

/** A file as it is judged. */
export interface Judgement {
  readonly path: string;
  readonly kind: FileClass;
  /** Undefined for files that are not read. */
  readonly source: Source | undefined;
  readonly plan: Plan;
  readonly context: DocumentContext;
  /** In order, silenced ones included, with ranges in the file's offsets. */
  readonly findings: readonly Finding[];
}

interface Entry {
  readonly text: string;
  readonly source: Source | undefined;
  readonly kind: FileClass;
  readonly settings: Settings;
  judged?: Judgement;
}

/**
 * The files in sight and what is found in them. Paths have forward slashes; URIs will do. Nothing here reads a file or
 * waits: the rim puts texts and settings in.
 */
export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #plans = new Map<Settings, Plan>();
  /** By kustomization, the files that it applies as patches. */
  readonly #patches = new Map<string, readonly string[]>();
  #planned = '';

  constructor(options: WorkspaceOptions) {
    this.#options = options;
  }

  /** Puts a file in, or its new text. Documents that are still the same are not read again. */
  set(path: string, text: string, settings: Settings): void {
    const before = this.#entries.get(path);
    if (before && before.text === text && before.settings === settings) return;
    if (isKustomization(path)) this.noteKustomization(path, text);
    const kind = classify(path, text);
    const source = before && before.text === text ? before.source : kind === 'manifest' ? Source.read(text, before?.source) : undefined;
    this.#entries.set(path, { text, source, kind, settings });
  }

  /** Takes a file out. What a kustomization says of other files still counts: see `noteKustomization`. */
  delete(path: string): void {
    this.#entries.delete(path);
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  /** The paths of all files that are in. */
  paths(): IterableIterator<string> {
    return this.#entries.keys();
  }

  text(path: string): string | undefined {
    return this.#entries.get(path)?.text;
  }

  /**
   * Tells which files a kustomization (none, where the text is undefined) applies as patches, and answers whether these are
   * others than before. A file need not be in for its kustomization to count.
   */
  noteKustomization(path: string, text: string | undefined): boolean {
    const patches = text === undefined ? [] : patchesOf(path, text);
    const before = this.#patches.get(path) ?? [];
    if (before.length === patches.length && before.every((patch, index) => patch === patches[index])) return false;
    if (patches.length === 0) this.#patches.delete(path);
    else this.#patches.set(path, patches);
    this.#forgetJudgements();
    return true;
  }

  /** What is found in a file; undefined when it is not in. */
  judge(path: string): Judgement | undefined {
    const entry = this.#entries.get(path);
    if (!entry) return undefined;
    const plan = this.#planFor(entry.settings);
    if (entry.judged && entry.judged.plan === plan) return entry.judged;
    const context = { isPartial: this.#isPatch(path) };
    entry.judged = { path, kind: entry.kind, source: entry.source, plan, context, findings: entry.source ? lint(entry.source, plan, context) : [] };
    return entry.judged;
  }

  #isPatch(path: string): boolean {
    for (const patches of this.#patches.values()) if (patches.includes(path)) return true;
    return false;
  }

  #planFor(settings: Settings): Plan {
    const today = this.#options.today();
    if (today !== this.#planned) this.#plans.clear();
    this.#planned = today;
    let plan = this.#plans.get(settings);
    if (!plan) {
      plan = compile(this.#options.rules, settings, { today, onError: this.#options.onError });
      this.#plans.set(settings, plan);
      if (this.#plans.size > MOST_PLANS) for (const old of this.#plans.keys()) {
        this.#plans.delete(old);
        break;
      }
    }
    return plan;
  }

  #forgetJudgements(): void {
    for (const entry of this.#entries.values()) delete entry.judged;
  }
}

/** Plans that are kept; a workspace has as many as it has different settings, and old ones come to nothing. */
const MOST_PLANS = 64;
