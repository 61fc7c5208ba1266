/** The formats of a scan's report, as the command line names them. */
export const FORMAT_NAMES = ['text', 'json', 'sarif', 'github', 'junit', 'markdown'] as const;

/** One of {@link FORMAT_NAMES}. */
export type FormatName = (typeof FORMAT_NAMES)[number];
