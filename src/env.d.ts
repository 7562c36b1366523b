declare namespace App {
  interface Locals {
    /** References already explained in the margin of this page. */
    cited?: Set<string>;
    /** Words of the glossary marked on this page so far. */
    terms?: number;
  }
}
