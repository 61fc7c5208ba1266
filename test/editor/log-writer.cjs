// What VS Code writes its log files with, in JavaScript: its own package `@vscode/spdlog` is native, and nothing is compiled
// when the workbench is installed. Without it the output channels of all extensions would stay empty.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

/** The levels as the package counts them, by the names that it writes. */
const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

/** Appends lines to a file; it is not rotated, because the profile is thrown away. */
class Logger {
  #file;
  #level = LEVELS.indexOf('info');
  #isPlain = false;

  constructor(file) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, ''); // The output channel watches the file, so it exists before the first line.
  }

  trace(message) {
    this.#write(0, message);
  }

  debug(message) {
    this.#write(1, message);
  }

  info(message) {
    this.#write(2, message);
  }

  warn(message) {
    this.#write(3, message);
  }

  error(message) {
    this.#write(4, message);
  }

  critical(message) {
    this.#write(5, message);
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  setPattern() {
    this.#isPlain = false; // VS Code sets one pattern only, which is the one below.
  }

  clearFormatters() {
    this.#isPlain = true;
  }

  flush() {}

  drop() {}

  #write(level, message) {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(this.#file, this.#isPlain ? message : `${time} [${LEVELS[level]}] ${message}\n`);
  }
}

const create = async (name, file) => new Logger(file);

// One by one, so that an import finds them by name.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
