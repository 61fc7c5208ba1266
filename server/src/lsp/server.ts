import { DidChangeConfigurationNotification, TextDocumentSyncKind, type Connection, type Diagnostic, type InitializeResult } from 'vscode-languageserver';
import { CONFIGURATION_NAMES } from '../config/index.js';
import { CONFIGURATION_TEMPLATE } from '../config/template.js';
import { LineIndex } from '../text/index.js';
import { isKustomization } from '../workspace/index.js';
import { ACTION_KINDS, codeActions, resolveCodeAction } from './code-actions.js';
import { DiagnosticPull } from './diagnostics.js';
import { executeCommand } from './execute-command.js';
import { fixAll } from './fix-all.js';
import { FIX_ALL, NEW_CONFIGURATION, OUT_OF_SIGHT, RULES, SCAN, SERVER_COMMANDS, STATUS, SUPPRESS, type FixAllParams, type NewConfiguration, type OutOfSightParams, type RuleSummary, type ScanParams, type StatusParams, type SuppressParams } from './protocol.js';
import { hover } from './hover.js';
import { Publisher } from './publisher.js';
import { RuleFields } from './rule-fields.js';
import { Scanner } from './scanner.js';
import { Session, type Host, type JudgedFile } from './session.js';
import { suppressRequest } from './suppress-request.js';
import { traitsOf } from './traits.js';
import { readChanges, watchFiles } from './watch.js';

/** Milliseconds for which refreshing waits, so that one answer follows many changes. */
const REFRESH_PAUSE = 100;

/** Makes a language server out of a connection, and starts to listen. */
export function serve(connection: Connection, host: Host): void {
  connection.onInitialize((params): InitializeResult => {
    const client = traitsOf(params);
    const folders = params.workspaceFolders ?? (params.rootUri === null || params.rootUri === undefined ? [] : [{ uri: params.rootUri, name: '' }]);
    listen(new Session(connection, host, client, folders));
    return {
      serverInfo: { name: 'Oakum', version: host.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...(client.pullsDiagnostics ? { diagnosticProvider: { identifier: 'oakum', interFileDependencies: false, workspaceDiagnostics: false } } : {}),
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ACTION_KINDS, resolveProvider: client.resolvesEdits },
        ...(client.commands ? {} : { executeCommandProvider: { commands: Object.values(SERVER_COMMANDS), workDoneProgress: true } }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.listen();
}

/** Binds the handlers of one connection. */
function listen(session: Session): void {
  const { connection, client, documents, locations } = session;
  const ruleFields = new RuleFields(session.host.catalogue.map(({ rule }) => rule), session.host.breathe);
  let refreshing: ReturnType<typeof setTimeout> | undefined;
  /** Configuration files of which something was shown. */
  const shownConfigurations = new Set<string>();

  const onJudged = (file: JudgedFile, diagnostics: readonly Diagnostic[]): void => {
    if (client.status) session.send('a status', connection.sendNotification(STATUS, statusOf(file, diagnostics.length)));
    if (session.hasUnreportedConfigurations(file.verdict)) void session.guard('Checking configurations', undefined, reportConfigurations);
  };
  const publisher = new Publisher(session, onJudged);
  const scanner = new Scanner(session, publisher, { refresh, reportConfigurations });
  const pull = new DiagnosticPull(session, (file, diagnostics) => {
    publisher.asked(file.uri);
    onJudged(file, diagnostics);
  });

  /** Has a document judged whose diagnostics the client does not ask for. */
  function push(uri: string): void {
    if (!client.pullsDiagnostics || scanner.isKnown(locations.path(uri))) publisher.changed(uri);
  }

  /** Has every open document judged again. */
  function refresh(): void {
    if (refreshing !== undefined) clearTimeout(refreshing);
    refreshing = setTimeout(() => {
      refreshing = undefined;
      if (client.refreshesDiagnostics) void session.guard('Asking for a refresh', undefined, () => connection.languages.diagnostics.refresh());
      for (const { uri } of documents.all()) push(uri);
      if (shownConfigurations.size > 0) void session.guard('Checking configurations', undefined, reportConfigurations);
    }, REFRESH_PAUSE);
  }

  /** Shows what is wrong with configuration files that the client does not ask about. */
  async function reportConfigurations(): Promise<void> {
    const reports = await session.configurationReports();
    const paths = new Set(reports.map(({ path }) => path));
    for (const path of [...shownConfigurations]) {
      if (paths.has(path)) continue;
      shownConfigurations.delete(path);
      if (!session.isInSight(path)) publisher.send(locations.uri(path), []);
    }
    for (const { path, text, problems } of reports) {
      if (problems.length > 0) shownConfigurations.add(path);
      const uri = locations.uri(path);
      publisher.publish({ uri, version: documents.get(uri)?.version ?? null, judgement: undefined, lines: new LineIndex(text), configurationProblems: problems });
    }
  }

  function configurationChanged(): void {
    session.forgetConfigurations();
    refresh();
  }

  connection.onInitialized(() => {
    session.settings.enable(client.configuration);
    void session.guard('Registering with the client', undefined, async () => {
      if (client.configurationRegistration) await connection.client.register(DidChangeConfigurationNotification.type, { section: 'oakum' });
      await watchFiles(session);
    });
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        session.folders = [...session.folders.filter(({ uri }) => !gone.has(uri)), ...added];
        scanner.filesChanged(removed.map(({ uri }) => ({ path: locations.path(uri).replace(/(?<=.)\/$/u, ''), isGone: true })));
        session.settings.forget();
        configurationChanged();
      });
    }
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    session.settings.changed(settings);
    configurationChanged();
    scanner.everythingChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const { files, touchesConfiguration, touchesKustomization } = readChanges(session, changes);
    if (touchesConfiguration) {
      configurationChanged();
      scanner.everythingChanged();
    }
    if (touchesKustomization) {
      session.forgetKustomizations();
      refresh();
    }
    scanner.filesChanged(files);
  });

  documents.onDidOpen(({ document }) => {
    locations.hold(document.uri);
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    const path = locations.path(uri);
    if (session.isConfiguration(path)) configurationChanged();
    else if (isKustomization(path)) refresh();
    push(uri);
  });
  documents.onDidSave(({ document: { uri } }) => {
    const path = locations.path(uri);
    if (session.isConfiguration(path) || isKustomization(path)) scanner.everythingChanged();
  });
  documents.onDidClose(({ document: { uri } }) => {
    const path = locations.path(uri);
    session.sight(uri, true); // What is closed is neither.
    publisher.closed(uri);
    pull.forget(uri);
    session.workspace.delete(path);
    locations.release(uri);
    if (session.isConfiguration(path)) configurationChanged();
    if (isKustomization(path)) session.forgetKustomizations();
    if (!scanner.closed(path)) publisher.send(uri, []);
  });

  connection.languages.diagnostics.on((params, token) => {
    session.sight(params.textDocument.uri, true);
    return pull.answer(params, token);
  });
  connection.onCodeAction((params, token) => session.guard('Code actions', [], () => codeActions(session, params, token)));
  if (client.resolvesEdits) connection.onCodeActionResolve((action) => session.guard('A code action', action, () => resolveCodeAction(session, action)));
  connection.onHover((params) => session.guard('A hover', null, () => hover(session, ruleFields, params)));
  connection.onExecuteCommand((params, token, progress) => session.guard(params.command, null, () => executeCommand(session, scanner, params, token, progress)));
  connection.onNotification(OUT_OF_SIGHT, ({ uri }: OutOfSightParams) => {
    session.sight(uri, false);
    publisher.closed(uri);
    pull.forget(uri);
    scanner.closed(locations.path(uri));
    if (session.isConfiguration(locations.path(uri))) {
      configurationChanged();
      void session.guard('Checking configurations', undefined, reportConfigurations);
    }
  });
  connection.onRequest(SCAN, ({ folders, progressToken }: ScanParams, token) => scanner.scan(folders, token, progressToken));
  connection.onRequest(FIX_ALL, (params: FixAllParams, token) => fixAll(session, scanner, params, token));
  connection.onRequest(SUPPRESS, (params: SuppressParams) => suppressRequest(session, params));
  connection.onRequest(RULES, () => session.host.catalogue.map(({ area, rule }): RuleSummary => ({ id: rule.id, area, summary: rule.docs.summary, severity: rule.severity, profile: rule.profile })));
  connection.onRequest(NEW_CONFIGURATION, (): NewConfiguration => ({ name: CONFIGURATION_NAMES[0], text: CONFIGURATION_TEMPLATE }));
  connection.onShutdown(() => {
    if (refreshing !== undefined) clearTimeout(refreshing);
    publisher.dispose();
    scanner.dispose();
  });
  documents.listen(connection);
}

function statusOf(file: JudgedFile, findings: number): StatusParams {
  const { verdict, state, judgement } = file;
  return {
    uri: file.uri,
    state,
    findings,
    suppressed: judgement?.findings.filter((finding) => finding.suppressed).length ?? 0,
    ...(verdict.leftOut ? {} : { profile: verdict.settings.profile, kubernetesVersion: verdict.settings.kubernetesVersion }),
  };
}
