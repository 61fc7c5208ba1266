// Downloads the desktop VS Code and prints the path of its program as the last line.
import { downloadVSCode } from './electron.mjs';

process.stdout.write(`\n${await downloadVSCode()}\n`);
