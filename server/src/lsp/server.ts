import { DidChangeConfigurationNotification, TextDocumentSyncKind, type Connection, type Diagnostic, type InitializeResult } from 'vscode-languageserver';
import { ACTION_KINDS, codeActions, resolveCodeAction } from './code-actions.js';
import { DiagnosticPull } from './diagnostics.js';
import { SERVER_COMMANDS, STATUS, type StatusParams } from './protocol.js';
import { Publisher } from './publisher.js';
import { Session, type Host, type JudgedFile } from './session.js';
import { traitsOf } from './traits.js';

/** Makes a language server out of a connection, and starts to listen. */
export function serve(connection: Connection, host: Host): void {
  connection.onInitialize((params): InitializeResult => {
    const client = traitsOf(params);
    const folders = params.workspaceFolders ?? (params.rootUri === null || params.rootUri === undefined ? [] : [{ uri: params.rootUri, name: '' }]);
    const session = new Session(connection, host, client, folders);
    listen(session);
    return {
      serverInfo: { name: 'Oakum', version: host.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...(client.pullsDiagnostics ? { diagnosticProvider: { identifier: 'oakum', interFileDependencies: false, workspaceDiagnostics: false } } : {}),
        codeActionProvider: { codeActionKinds: ACTION_KINDS, resolveProvider: client.resolvesEdits },
        executeCommandProvider: { commands: client.commands ? [] : Object.values(SERVER_COMMANDS) },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.listen();
}

/** Binds the handlers of an initialized connection. */
function listen(session: Session): void {
  const { connection, client, documents } = session;
  const onJudged = (file: JudgedFile, diagnostics: readonly Diagnostic[]): void => {
    if (client.status) void connection.sendNotification(STATUS, statusOf(file, diagnostics.length));
  };
  const publisher = new Publisher(session, onJudged);
  const pull = new DiagnosticPull(session, (file, diagnostics) => {
    publisher.asked(file.uri);
    onJudged(file, diagnostics);
  });

  connection.onInitialized(() => {
    session.settings.enable(client.configuration);
    if (client.configurationRegistration) void session.guard('Registering for settings', undefined, async () => void (await connection.client.register(DidChangeConfigurationNotification.type, { section: 'oakum' })));
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        session.folders = [...session.folders.filter(({ uri }) => !gone.has(uri)), ...added];
        refresh();
      });
    }
  });

  /** What is known of files may be otherwise now. */
  function refresh(): void {
    session.settings.forget();
    if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
    if (!client.pullsDiagnostics) for (const { uri } of documents.all()) publisher.changed(uri);
  }

  connection.onDidChangeConfiguration(() => {
    refresh();
  });
  documents.onDidOpen(({ document }) => {
    session.locations.hold(document.uri);
  });
  documents.onDidChangeContent(({ document }) => {
    if (!client.pullsDiagnostics) publisher.changed(document.uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    publisher.closed(uri);
    pull.forget(uri);
    session.workspace.delete(session.locations.path(uri));
    session.locations.release(uri);
    publisher.send(uri, []);
  });
  connection.languages.diagnostics.on((params, token) => pull.answer(params, token));
  connection.onCodeAction((params, token) => session.guard('Code actions', [], () => codeActions(session, params, token)));
  if (client.resolvesEdits) connection.onCodeActionResolve((action) => session.guard('A code action', action, () => resolveCodeAction(session, action)));
  connection.onShutdown(() => {
    publisher.dispose();
  });
  documents.listen(connection);
}

function statusOf(file: JudgedFile, findings: number): StatusParams {
  const { settings, state, judgement } = file;
  return {
    uri: file.uri,
    state,
    findings,
    suppressed: judgement?.findings.filter((finding) => finding.suppressed).length ?? 0,
    ...(settings.leftOut ? {} : { profile: settings.settings.profile, kubernetesVersion: settings.settings.kubernetesVersion }),
  };
}
