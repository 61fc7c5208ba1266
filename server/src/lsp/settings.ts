import type { Connection } from 'vscode-languageserver';
import { readSettings, type Settings } from '../config/index.js';
import type { Log } from './log.js';

/** The `oakum.*` settings of the client that the server acts on, for one scope. */
export interface EditorSettings {
  readonly enable: boolean;
  readonly hover: boolean;
  /** A configuration file to use in place of the nearest `.oakum.yaml`, as the user wrote it. */
  readonly configurationFile: string | undefined;
  /** What holds where no configuration file says otherwise. */
  readonly base: Partial<Settings>;
}

/** Where the client has no settings. */
export const DEFAULT_EDITOR_SETTINGS: EditorSettings = { enable: true, hover: true, configurationFile: undefined, base: {} };

/** The settings that a configuration file can state too. */
const SHARED = ['profile', 'kubernetesVersion', 'trustedRegistries', 'rules'] as const;

/** Asks the client for its settings, once per scope until they change. */
export class ClientSettings {
  readonly #connection: Connection;
  readonly #log: Log;
  #isAsked = false;
  #sent = DEFAULT_EDITOR_SETTINGS;
  readonly #scopes = new Map<string, Promise<EditorSettings>>();
  /** Equal settings are one object, so that files that share them share what is made from them. */
  readonly #known = new Map<string, EditorSettings>();

  constructor(connection: Connection, log: Log) {
    this.#connection = connection;
    this.#log = log;
  }

  /** Tells whether the client can be asked. */
  enable(canAsk: boolean): void {
    this.#isAsked = canAsk;
  }

  /** The settings of a scope (the URI of a folder or a file). Never rejects. */
  for(scope: string): Promise<EditorSettings> {
    if (!this.#isAsked) return Promise.resolve(this.#sent);
    let asked = this.#scopes.get(scope);
    if (!asked) {
      asked = this.#ask(scope);
      this.#scopes.set(scope, asked);
    }
    return asked;
  }

  /** The client's settings have changed. Clients that cannot be asked send them, beside those for other servers. */
  changed(sent: unknown): void {
    this.forget();
    const own = record(sent)['oakum'];
    if (!this.#isAsked && own !== undefined) this.#sent = this.#read(own);
  }

  /** The settings may be others now. */
  forget(): void {
    this.#scopes.clear();
    this.#known.clear();
  }

  async #ask(scope: string): Promise<EditorSettings> {
    try {
      const answer: unknown = await this.#connection.workspace.getConfiguration({ scopeUri: scope, section: 'oakum' });
      const key = JSON.stringify(answer ?? null);
      let settings = this.#known.get(key);
      if (!settings) {
        settings = this.#read(answer);
        this.#known.set(key, settings);
      }
      return settings;
    } catch (error) {
      this.#log.failure('The client was asked for its settings', error);
      return DEFAULT_EDITOR_SETTINGS;
    }
  }

  /** Reads what the client sends. What is wrong is left out and told; the client underlines it in its settings too. */
  #read(answer: unknown): EditorSettings {
    const settings = record(answer);
    const file = settings['configurationFile'];
    const stated: Record<string, unknown> = {};
    for (const name of SHARED) if (settings[name] !== undefined && settings[name] !== null && settings[name] !== '') stated[name] = settings[name];
    const { settings: base, problems } = readSettings(stated);
    for (const problem of problems) this.#log.warning(`Settings: oakum.${problem}`);
    return {
      enable: settings['enable'] !== false,
      hover: record(settings['hover'])['enable'] !== false,
      configurationFile: typeof file === 'string' && file.trim() !== '' ? file.trim() : undefined,
      base,
    };
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
}
