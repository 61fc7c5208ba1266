import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { STATUS, type StatusParams } from '../../server/src/lsp/protocol.js';
import { LANGUAGES } from './languages.js';

/** What stands in the language status of the active editor. */
interface Shown {
  readonly text: string;
  readonly detail?: string;
  readonly severity?: vscode.LanguageStatusSeverity;
  readonly command?: vscode.Command;
}

const OUTPUT: vscode.Command = { title: 'Show Output', command: 'oakum.showOutput' };
const RESTART: vscode.Command = { title: 'Restart Server', command: 'oakum.restartServer' };
const PROBLEMS: vscode.Command = { title: 'Show Problems', command: 'workbench.actions.view.problems' };
/** Documents whose state is remembered; the status only ever shows one. */
const MOST_REMEMBERED = 200;

/** Says what Oakum makes of the document in the active editor. */
export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem('oakum', LANGUAGES.map((language) => ({ scheme: '*', language })));
  readonly #known = new Map<string, StatusParams>();
  readonly #disposables: vscode.Disposable[] = [this.#item];
  #server: State = State.Starting;
  #hasFailed = false;

  constructor() {
    this.#item.name = 'Oakum';
    this.#disposables.push(vscode.window.onDidChangeActiveTextEditor(() => {
      this.#show();
    }));
    this.#show();
  }

  /** Listens to what the server says. */
  follow(client: BaseLanguageClient): void {
    this.#disposables.push(
      client.onNotification(STATUS, (status: StatusParams) => {
        const uri = client.protocol2CodeConverter.asUri(status.uri).toString();
        this.#known.delete(uri);
        this.#known.set(uri, status);
        const [oldest] = this.#known.keys();
        if (this.#known.size > MOST_REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
        this.#show();
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Starting) this.#hasFailed = false;
        this.#server = newState;
        this.#show();
      }),
    );
  }

  /** The server did not start. */
  failed(): void {
    this.#hasFailed = true;
    this.#show();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #show(): void {
    const shown = this.#now();
    this.#item.text = shown.text;
    this.#item.detail = shown.detail ?? '';
    this.#item.severity = shown.severity ?? vscode.LanguageStatusSeverity.Information;
    this.#item.command = shown.command;
    this.#item.busy = this.#server === State.Starting && !this.#hasFailed;
  }

  #now(): Shown {
    if (this.#hasFailed || this.#server === State.StartFailed) return { text: 'Oakum: not running', detail: 'The server could not be started.', severity: vscode.LanguageStatusSeverity.Error, command: OUTPUT };
    if (this.#server === State.Stopped) return { text: 'Oakum: stopped', severity: vscode.LanguageStatusSeverity.Error, command: RESTART };
    if (this.#server === State.Starting) return { text: 'Oakum: starting' };
    const editor = vscode.window.activeTextEditor;
    const status = editor && this.#known.get(editor.document.uri.toString());
    return status ? describe(status) : { text: 'Oakum', command: OUTPUT };
  }
}

function describe(status: StatusParams): Shown {
  switch (status.state) {
    case 'disabled':
      return { text: 'Oakum: switched off', detail: 'by the setting oakum.enable', command: settings('oakum.enable') };
    case 'excluded':
      return { text: 'Oakum: excluded', detail: 'by the configuration file' };
    case 'helm-template':
      return { text: 'Oakum: Helm template', detail: 'left alone: what it says is known when it is rendered' };
    case 'not-a-manifest':
      return { text: 'Oakum: not a manifest', detail: 'There is no Kubernetes object in this file.' };
    case 'configuration':
      return {
        text: status.findings === 0 ? 'Oakum: configuration' : `Oakum: ${count(status.findings, 'problem')} in the configuration`,
        severity: status.findings === 0 ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Warning,
      };
    case 'manifest': {
      const detail = [
        ...(status.suppressed > 0 ? [`${String(status.suppressed)} silenced`] : []),
        ...(status.profile === undefined ? [] : [`profile ${status.profile}`]),
        ...(status.kubernetesVersion === undefined ? [] : [`Kubernetes ${status.kubernetesVersion}`]),
      ].join(' · ');
      const common = { detail, command: PROBLEMS };
      if (status.findings === 0) return { ...common, text: 'Oakum: no findings' };
      return { ...common, text: `Oakum: ${count(status.findings, 'finding')}`, severity: vscode.LanguageStatusSeverity.Warning };
    }
  }
}

function count(number: number, thing: string): string {
  return `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;
}

function settings(query: string): vscode.Command {
  return { title: 'Settings', command: 'workbench.action.openSettings', arguments: [query] };
}
