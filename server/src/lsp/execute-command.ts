import type { CancellationToken, ExecuteCommandParams, WorkDoneProgressReporter } from 'vscode-languageserver';
import { SERVER_COMMANDS, type ScanResult } from './protocol.js';
import type { Scanner } from './scanner.js';
import type { Session } from './session.js';

/** Answers `workspace/executeCommand`, for clients that have no commands of Oakum's own. */
export async function executeCommand(session: Session, scanner: Scanner, params: ExecuteCommandParams, token: CancellationToken, progress: WorkDoneProgressReporter): Promise<ScanResult | null> {
  const args: readonly unknown[] = params.arguments ?? [];
  switch (params.command) {
    case SERVER_COMMANDS.scan: {
      progress.begin('Oakum', 0, undefined, true);
      const folders = args.filter((one) => typeof one === 'string');
      try {
        return await scanner.scan(folders.length > 0 ? folders : undefined, token, undefined, ({ done, total, findings }) => {
          if (total === undefined) progress.report('looking for files');
          else progress.report(Math.floor((100 * done) / Math.max(1, total)), `${String(done)} of ${String(total)} files, ${String(findings)} findings`);
        });
      } finally {
        progress.done();
      }
    }
    case SERVER_COMMANDS.openDocumentation: {
      const [rule] = args;
      const isKnown = session.host.catalogue.some((entry) => entry.rule.id === rule);
      const page = typeof rule === 'string' && isKnown ? session.pageOf(rule) : undefined;
      if (page !== undefined) await session.connection.window.showDocument({ uri: page, external: false });
      return null;
    }
    default:
      session.log.warning(`There is no command ${params.command}.`);
      return null;
  }
}
