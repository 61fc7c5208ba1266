import { readFile, stat } from 'node:fs/promises';
import { posix, resolve, sep } from 'node:path';
import type { Settings } from '../config/index.js';
import { fileSuppressions, repair, repairAll, type Finding } from '../engine/index.js';
import { PROFILES, SEVERITIES } from '../kit/index.js';
import { KubernetesVersion, NEWEST_VERSION } from '../kubernetes/index.js';
import { decode, NodeFiles } from '../node/index.js';
import { FORMAT_NAMES, FORMATS, openFindings, printable, publicRange, reportFile, summaryLines, type FormatName, type ReportedFile, type ReportedProblem, type ScanReport } from '../report/index.js';
import { catalogue, rules } from '../rules/index.js';
import { applyEdits, LineIndex, type TextEdit } from '../text/index.js';
import { Configurations, scan, Workspace, type Judgement, type ScanSummary } from '../workspace/index.js';
import { UsageError, type Arguments } from './command.js';
import { FAIL_ON } from './commands.js';
import { encode, encodingOf, encodingOfFile, type Encoding } from './encoding.js';
import { EXIT } from './run.js';
import { paintFor, ProgressLine, widthFor, write } from './terminal.js';
import { FileWriter } from './write-file.js';

/** What standard input is called where nobody has named it. */
const STDIN_NAME = '<stdin>';
/** Documents above this size, in UTF-16 code units, are reported without the edits of their fixes, which cost a reading each. */
const LARGEST_WITH_EDITS = 256 * 1024;
/** After so many milliseconds of work, others get their turn: signals, timers. */
const TURN = 40;

interface Wishes {
  readonly format: FormatName;
  readonly output: string | undefined;
  readonly failOn: (typeof FAIL_ON)[number];
  readonly fix: boolean;
  readonly quiet: boolean;
  readonly forced: Partial<Settings>;
  readonly config: string | undefined;
  readonly readConfiguration: boolean;
  readonly stdinName: string;
  readonly roots: readonly string[];
  readonly readStdin: boolean;
}

/** `oakum scan`: judges files, repairs what it may, reports. */
export async function scanCommand(options: Arguments): Promise<number> {
  const wishes = wishesOf(options);
  const writer = new FileWriter();
  const abort = new AbortController();
  const interrupt = (): void => {
    abort.abort();
    writer.abandon();
    process.exit(EXIT.interrupted);
  };
  process.once('SIGINT', interrupt);
  try {
    return await new Run(wishes, writer, abort.signal).finish();
  } finally {
    process.off('SIGINT', interrupt);
  }
}

function wishesOf(options: Arguments): Wishes {
  if (options.has('config') && options.has('no-config')) throw new UsageError('--config and --no-config exclude each other.');
  const operands = options.operands.length === 0 ? ['.'] : options.operands;
  if (options.has('stdin-filename') && !operands.includes('-')) throw new UsageError('--stdin-filename is for standard input, which - asks for.');
  const profile = PROFILES.find((one) => one === options.get('profile'));
  const version = options.get('kubernetes-version');
  return {
    format: FORMAT_NAMES.find((one) => one === options.get('format')) ?? 'text',
    output: options.get('output'),
    failOn: FAIL_ON.find((one) => one === options.get('fail-on')) ?? 'warning',
    fix: options.has('fix'),
    quiet: options.has('quiet'),
    forced: {
      ...(profile ? { profile } : {}),
      ...(version === undefined ? {} : { kubernetesVersion: checkedVersion(version) }),
      ...(options.has('no-suppressions') ? { honourSuppressions: false } : {}),
    },
    config: options.get('config'),
    readConfiguration: !options.has('no-config'),
    stdinName: options.has('stdin-filename') ? shownPath(options.get('stdin-filename') ?? '') : STDIN_NAME,
    roots: [...new Set(operands.filter((operand) => operand !== '-').map(shownPath))],
    readStdin: operands.includes('-'),
  };
}

function checkedVersion(text: string): string {
  const version = KubernetesVersion.parse(text);
  if (!version) throw new UsageError(`--kubernetes-version cannot be "${text}". It is written like ${NEWEST_VERSION.toString()}.`);
  if (!NEWEST_VERSION.atLeast(version.major, version.minor)) throw new UsageError(`Kubernetes ${version.toString()} is not known to this version of Oakum; the newest that is known is ${NEWEST_VERSION.toString()}.`);
  return version.toString();
}

/** A path as it is reported: with forward slashes, below the current folder from there. */
function shownPath(path: string): string {
  const slashed = sep === '/' ? path : path.replaceAll(sep, '/');
  const normal = posix.normalize(slashed === '' ? '.' : slashed).replace(/(?<=[^/:])\/$/u, '');
  const here = absolute('.');
  if (normal === here) return '.';
  return normal.startsWith(here.endsWith('/') ? here : `${here}/`) ? normal.slice(here.endsWith('/') ? here.length : here.length + 1) : normal;
}

/** The whole path with forward slashes; configurations are looked for above the current folder too. */
function absolute(path: string): string {
  const whole = resolve(path);
  return sep === '/' ? whole : whole.replaceAll(sep, '/');
}

/** Today as `YYYY-MM-DD`. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** One call of `oakum scan`. */
class Run {
  readonly #wishes: Wishes;
  readonly #writer: FileWriter;
  readonly #signal: AbortSignal;
  readonly #files = new NodeFiles();
  readonly #workspace: Workspace;
  readonly #byId = new Map(rules.map((rule) => [rule.id, rule]));
  readonly #reported: ReportedFile[] = [];
  readonly #problems: ReportedProblem[] = [];
  readonly #progress: ProgressLine;
  readonly #configurations: Configurations;
  /** What people should know and what stops nothing. */
  readonly #remarks: string[] = [];
  #repaired = { findings: 0, files: 0 };
  /** What `--fix` makes of standard input. */
  #repairedStdin: Uint8Array | undefined;

  constructor(wishes: Wishes, writer: FileWriter, signal: AbortSignal) {
    this.#wishes = wishes;
    this.#writer = writer;
    this.#signal = signal;
    const file = wishes.readConfiguration ? wishes.config : 'none';
    this.#configurations = new Configurations({
      read: (path) => this.#files.read(path),
      file: wishes.readConfiguration && file !== undefined ? absolute(file) : file,
      forced: wishes.forced,
      today,
    });
    this.#progress = new ProgressLine(process.stderr, !wishes.quiet);
    const told = new Set<string>();
    this.#workspace = new Workspace({
      rules,
      today,
      onError: (rule, place, error) => {
        if (told.has(rule)) return;
        told.add(rule);
        this.#problems.push({ file: this.#current, kind: 'internal', message: `Rule ${rule} failed at ${place} (${error instanceof Error ? error.message : String(error)}); what it would have found there is missing.` });
      },
    });
  }

  /** The file that is being judged. */
  #current = '';

  /** Does all of it and resolves with the exit code. */
  async finish(): Promise<number> {
    const counts = await this.#scan();
    this.#progress.clear();
    await this.#checkConfigurations();
    this.#reported.sort((a, b) => (a.path < b.path ? -1 : 1));
    this.#problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
    const exitCode = this.#exitCode();
    const report: ScanReport = {
      version: process.env['OAKUM_VERSION'] ?? '0.0.0',
      files: this.#reported,
      problems: this.#problems,
      counts,
      repaired: this.#repaired,
      rules: catalogue,
      exitCode,
    };
    return (await this.#print(report)) ?? exitCode;
  }

  async #scan(): Promise<ScanSummary> {
    const { roots, readStdin } = this.#wishes;
    const counts = { scanned: 0, manifests: 0, helmTemplates: 0, excluded: 0, wasCancelled: false };
    if (readStdin) await this.#takeStdin(counts);
    const there: string[] = [];
    for (const root of roots) {
      const found = await stat(root).catch(() => undefined);
      if (!found) this.#fail(root, 'There is no such file or folder.');
      else if (found.isFile() || found.isDirectory()) there.push(root);
      else await this.#take(root, await readFile(root), counts); // A pipe, as of `oakum scan <(helm template .)`.
    }
    let turn = Date.now();
    const summary = await scan(there, {
      files: this.#files,
      workspace: this.#workspace,
      settingsFor: (path) => this.#settingsFor(path),
      signal: this.#signal,
      onProgress: ({ done, total }) => this.#progress.show(total === undefined ? 'Looking for manifests …' : `Scanning ${done} of ${total} files …`),
      onFile: (judgement) => this.#report(judgement, undefined),
      onProblem: (path, problem) => this.#fail(path, problem === 'missing' ? 'There is no such file.' : problem),
      breathe: async () => {
        if (Date.now() - turn < TURN) return;
        await new Promise((done) => setImmediate(done));
        turn = Date.now();
      },
    });
    return {
      scanned: summary.scanned + counts.scanned,
      manifests: summary.manifests + counts.manifests,
      helmTemplates: summary.helmTemplates + counts.helmTemplates,
      excluded: summary.excluded + counts.excluded,
      wasCancelled: summary.wasCancelled,
    };
  }

  async #takeStdin(counts: Writable<ScanSummary>): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) chunks.push(chunk);
    await this.#take(this.#wishes.stdinName, Buffer.concat(chunks), counts);
  }

  /** Judges a text that stands in no file that could be read again. */
  async #take(path: string, bytes: Uint8Array, counts: Writable<ScanSummary>): Promise<void> {
    const read = decode(bytes);
    if (!('text' in read)) {
      this.#fail(path, read.problem);
      return;
    }
    if (this.#wishes.fix && path === this.#wishes.stdinName) this.#repairedStdin = bytes;
    const settings = await this.#settingsFor(path);
    if (!settings) {
      counts.excluded++;
      return;
    }
    counts.scanned++;
    this.#workspace.set(path, read.text, settings);
    const judgement = this.#workspace.judge(path);
    if (judgement?.kind === 'helm-template') counts.helmTemplates++;
    if (judgement?.kind !== 'manifest') return;
    counts.manifests++;
    await this.#report(judgement, encodingOf(bytes));
  }

  async #settingsFor(path: string): Promise<Settings | undefined> {
    this.#current = path;
    const { settings, isExcluded } = await this.#configurations.settingsFor(absolute(path));
    return isExcluded ? undefined : settings;
  }

  /** Says what is wrong with the configurations that were used, and with those of folders in which nothing was found. */
  async #checkConfigurations(): Promise<void> {
    for (const root of this.#wishes.roots) await this.#configurations.settingsFor(`${absolute(root)}/manifest.yaml`);
    for (const [path, problems] of await this.#configurations.problems()) {
      const lines = new LineIndex((await this.#configurations.text(path)) ?? '');
      for (const { range, message, severity } of problems) {
        const place = publicRange(range, lines);
        if (severity === 'error') this.#problems.push({ file: shownPath(path), message, kind: 'configuration', range: place });
        else this.#remarks.push(`${shownPath(path)}:${place.start.line}:${place.start.column}: ${message}`);
      }
    }
  }

  /** Repairs what may be repaired and keeps what is left; `encoding` is known of texts that stand in no file. */
  async #report(judgement: Judgement, encoding: Encoding | undefined): Promise<void> {
    const left = this.#wishes.fix ? await this.#repair(judgement, encoding) : judgement;
    const { path, source, findings } = left;
    if (!source || findings.length === 0) return;
    const stored = encoding ?? (await encodingOfFile(path, source.text));
    this.#reported.push(reportFile({ path, source, encoding: stored, findings, rules: this.#byId, ...(this.#wishes.format === 'sarif' ? { editsOf: (finding) => editsOf(left, finding) } : {}) }));
  }

  /** Applies the safe repairs of a file; gives what is to be reported after that. */
  async #repair(judgement: Judgement, encoding: Encoding | undefined): Promise<Judgement> {
    const { path, source, plan, context } = judgement;
    if (!source) return judgement;
    // What the whole file silences, the documents do not know of.
    const silenced = new Set(fileSuppressions(source, plan).map(({ rule }) => rule));
    const edits: TextEdit[] = [];
    let fixed = 0;
    for (const { offset, document } of source.documents) {
      const repaired = repairAll({ document, plan, context }, (finding) => finding.fix?.tier === 'safe' && !silenced.has(finding.rule));
      if (!repaired) continue;
      fixed += repaired.fixed;
      edits.push(...moved(repaired.edits, offset));
    }
    if (edits.length === 0) return judgement;
    const text = applyEdits(source.text, edits);
    if (encoding !== undefined) {
      if (path !== this.#wishes.stdinName) return judgement; // A pipe cannot be repaired.
      this.#repairedStdin = encode(text, encoding);
    } else {
      try {
        const now = await this.#files.read(path);
        if (!('text' in now) || now.text !== source.text) {
          this.#fail(path, 'It was changed by somebody else during the scan, so it was not repaired.');
          return judgement;
        }
        await this.#writer.write(path, encode(text, await encodingOfFile(path, source.text)));
      } catch (error) {
        this.#fail(path, `It could not be written: ${error instanceof Error ? error.message : String(error)}`);
        return judgement;
      }
    }
    this.#repaired = { findings: this.#repaired.findings + fixed, files: this.#repaired.files + 1 };
    this.#workspace.set(path, text, plan.settings);
    return this.#workspace.judge(path) ?? judgement;
  }

  #fail(file: string, message: string): void {
    this.#problems.push({ file, message, kind: 'unreadable' });
  }

  #exitCode(): number {
    if (this.#problems.some(({ kind }) => kind === 'configuration')) return EXIT.usage;
    const open = this.#reported.flatMap((file) => openFindings(file));
    if (this.#problems.length > 0 || open.some(({ finding }) => finding.rule === 'syntax-error')) return EXIT.unreadable;
    const { failOn } = this.#wishes;
    if (failOn === 'never') return EXIT.clean;
    const lowest = SEVERITIES.indexOf(failOn);
    return open.some(({ finding }) => SEVERITIES.indexOf(finding.severity) <= lowest) ? EXIT.findings : EXIT.clean;
  }

  /** Puts the report where it was asked for; gives another exit code when that fails. */
  async #print(report: ScanReport): Promise<number | undefined> {
    const { format, output, quiet } = this.#wishes;
    const isFilter = this.#repairedStdin !== undefined;
    const stream = isFilter ? process.stderr : process.stdout;
    if (this.#repairedStdin !== undefined) await write(process.stdout, this.#repairedStdin);
    if (output === undefined) {
      await write(stream, FORMATS[format](report, { paint: paintFor(stream), width: widthFor(stream), quiet }));
      await this.#tell(format === 'text' ? [] : report.problems);
      return undefined;
    }
    try {
      await this.#writer.write(resolve(output), FORMATS[format](report, { paint: (_tone, text) => text, width: widthFor(process.stdout), quiet }));
    } catch (error) {
      await write(process.stderr, `oakum: ${output} could not be written: ${error instanceof Error ? error.message : String(error)}\n`);
      return EXIT.usage;
    }
    await this.#tell(report.problems);
    const paint = paintFor(process.stderr);
    if (!quiet) await write(process.stderr, summaryLines(report, paint).map((line) => `${line}\n`).join(''));
    return undefined;
  }

  /** Says on standard error what people must know although a program reads the report. */
  async #tell(problems: readonly ReportedProblem[]): Promise<void> {
    const told = problems.map(({ file, message, range }) => `${file}${range ? `:${range.start.line}:${range.start.column}` : ''}: ${message}`);
    await write(process.stderr, [...told, ...this.#remarks].map((line) => `oakum: ${printable(line)}\n`).join(''));
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The edits of a finding's fix in the file's offsets, if the fix holds. */
function editsOf({ source, plan, context }: Judgement, finding: Finding): readonly TextEdit[] | undefined {
  const place = source?.documentAt(finding.range.start);
  if (!place || finding.suppressed || place.document.text.length > LARGEST_WITH_EDITS) return undefined;
  const repaired = repair({ document: place.document, plan, context }, finding);
  return repaired && moved(repaired.edits, place.offset);
}

function moved(edits: readonly TextEdit[], offset: number): TextEdit[] {
  return edits.map(({ range, newText }) => ({ range: { start: range.start + offset, end: range.end + offset }, newText }));
}
