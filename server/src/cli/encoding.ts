import { open } from 'node:fs/promises';

/** How a file's text is stored, by the names that IANA gives. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding that a byte order mark states; UTF-8 without one. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The encoding of a file whose text is known: only a byte order mark makes another than UTF-8 possible. */
export async function encodingOfFile(path: string, text: string): Promise<Encoding> {
  if (text.charCodeAt(0) !== 0xfeff) return 'utf-8';
  const handle = await open(path, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return encodingOf(buffer);
  } finally {
    await handle.close();
  }
}

/** A text as bytes; a byte order mark in the text is one in the bytes. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
