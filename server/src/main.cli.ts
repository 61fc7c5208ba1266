// The command line: `oakum scan`, `oakum rules`, `oakum explain`, `oakum init`, `oakum lsp`.
import { EXIT, run } from './cli/run.js';
import { endWhenClosed } from './cli/terminal.js';

endWhenClosed(EXIT.usage);
void run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = 2;
    process.stderr.write(`oakum: This is a fault of Oakum.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  },
);
