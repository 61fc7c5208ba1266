import type { Connection } from 'vscode-languageserver';
import { DEFAULT_SETTINGS, type RuleSetting, type Settings } from '../config/index.js';
import { PROFILES, SEVERITIES, type Profile, type Severity } from '../kit/index.js';
import type { Log } from './log.js';

/** The `oakum.*` settings of the client that the server acts on, for one scope. */
export interface EditorSettings {
  readonly enable: boolean;
  readonly hover: boolean;
  /** A configuration file to use in place of the nearest `.oakum.yaml`, as the user wrote it. */
  readonly configurationFile: string | undefined;
  /** What holds where no configuration file says otherwise. */
  readonly base: Settings;
}

/** Where the client has no settings. */
export const DEFAULT_EDITOR_SETTINGS: EditorSettings = { enable: true, hover: true, configurationFile: undefined, base: DEFAULT_SETTINGS };

/** Asks the client for its settings, once per scope until they change. */
export class ClientSettings {
  readonly #connection: Connection;
  readonly #log: Log;
  #isAsked = false;
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
    if (!this.#isAsked) return Promise.resolve(DEFAULT_EDITOR_SETTINGS);
    let asked = this.#scopes.get(scope);
    if (!asked) {
      asked = this.#ask(scope);
      this.#scopes.set(scope, asked);
    }
    return asked;
  }

  /** The client's settings have changed. */
  forget(): void {
    this.#scopes.clear();
  }

  async #ask(scope: string): Promise<EditorSettings> {
    try {
      const answer: unknown = await this.#connection.workspace.getConfiguration({ scopeUri: scope, section: 'oakum' });
      const key = JSON.stringify(answer ?? null);
      let settings = this.#known.get(key);
      if (!settings) {
        settings = read(answer);
        this.#known.set(key, settings);
      }
      return settings;
    } catch (error) {
      this.#log.failure('The client was asked for its settings', error);
      return DEFAULT_EDITOR_SETTINGS;
    }
  }
}

/** Reads what the client sends; what is not of the right type is as if it were not there. The client shows its users what is wrong. */
function read(answer: unknown): EditorSettings {
  const settings = record(answer);
  const profile = settings['profile'];
  const version = settings['kubernetesVersion'];
  const registries = settings['trustedRegistries'];
  const file = settings['configurationFile'];
  return {
    enable: settings['enable'] !== false,
    hover: record(settings['hover'])['enable'] !== false,
    configurationFile: typeof file === 'string' && file.trim() !== '' ? file.trim() : undefined,
    base: {
      ...DEFAULT_SETTINGS,
      ...(isProfile(profile) ? { profile } : {}),
      ...(typeof version === 'string' && /^1\.\d+$/u.test(version) ? { kubernetesVersion: version } : {}),
      ...(Array.isArray(registries) ? { trustedRegistries: registries.filter((one) => typeof one === 'string') } : {}),
      rules: rulesOf(settings['rules']),
    },
  };
}

function rulesOf(value: unknown): Readonly<Record<string, RuleSetting>> {
  const rules: Record<string, RuleSetting> = {};
  for (const [id, setting] of Object.entries(record(value))) {
    if (isSeverity(setting)) rules[id] = { severity: setting };
    else if (typeof setting === 'object' && setting !== null) {
      const { severity, options } = record(setting);
      rules[id] = { ...(isSeverity(severity) ? { severity } : {}), ...(typeof options === 'object' && options !== null ? { options: record(options) } : {}) };
    }
  }
  return rules;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
}

function isProfile(value: unknown): value is Profile {
  return (PROFILES as readonly unknown[]).includes(value);
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'off' || (SEVERITIES as readonly unknown[]).includes(value);
}
