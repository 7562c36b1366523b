/** The parts of MathJax 4 used here; the package has no types of its own. */
declare module 'mathjax' {
  /** A node of the tree MathJax draws into outside a browser. */
  export interface LiteText {
    readonly kind: '#text';
  }
  export interface LiteElement {
    readonly kind: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly children: readonly (LiteElement | LiteText)[];
  }
  export interface MathJaxApi {
    init(options: Readonly<Record<string, unknown>>): Promise<unknown>;
    tex2svgPromise(tex: string, options: { readonly display: boolean }): Promise<LiteElement>;
  }
  const MathJax: MathJaxApi;
  export default MathJax;
}
