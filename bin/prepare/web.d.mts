/** Makes sure that dist/web was built from the sources as they are now. */
export const ensureWeb: (root: string) => Promise<void>;
