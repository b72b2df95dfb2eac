/** The types of translations.mjs, for the tests. */
export declare const OF_THE_COMMAND_LINE: readonly string[];
export declare function writeTranslations(root: URL): void;
