/** Types of the add-in's build script, for the tests that run it. */
export function buildAddin(url?: string, out?: string, id?: string): Promise<void>;
