/** The part of jsonld that tests use; the package has no types of its own. */
declare module 'jsonld' {
  interface LoadedDocument {
    readonly documentUrl: string;
    readonly document: unknown;
  }
  const jsonld: {
    expand(
      input: unknown,
      options: {
        readonly documentLoader: (url: string) => Promise<LoadedDocument>;
        /** Refuse what would be dropped: keys without a meaning. */
        readonly safe?: boolean;
      },
    ): Promise<readonly Readonly<Record<string, unknown>>[]>;
  };
  export default jsonld;
}
