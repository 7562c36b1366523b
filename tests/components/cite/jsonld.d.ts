/** The part of jsonld that tests use; the package has no types of its own. */
declare module 'jsonld' {
  interface LoadedDocument {
    readonly documentUrl: string;
    readonly document: unknown;
  }
  const jsonld: {
    expand(
      input: unknown,
      options: { readonly documentLoader: (url: string) => Promise<LoadedDocument> },
    ): Promise<readonly Readonly<Record<string, unknown>>[]>;
  };
  export default jsonld;
}
