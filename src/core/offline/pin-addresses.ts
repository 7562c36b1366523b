/** A file or folder that has got a name of its content. */
export interface Pin {
  /** As the pages know it, for instance `/figures/spec` or `/recast/limits.json`. */
  readonly from: string;
  /** Where the same bytes are, for instance `/_astro/3fa9c1d27b/figures/spec`. */
  readonly to: string;
  /** True where `from` stays, too, as a promised address: only what scripts load, in `data-` attributes, is led on. */
  readonly isPromised: boolean;
}

/**
 * A page with the addresses of what it loads replaced by names that belong to the bytes, so that it can never be
 * answered with another build's.
 * @param base path of the site with a slash at both ends
 */
export function pinAddresses(html: string, pins: readonly Pin[], base: string): string {
  const root = base.replace(/\/$/, '');
  return html.replace(ADDRESS, (whole: string, name: string, value: string) => {
    if (!value.startsWith(`${root}/`)) return whole;
    const path = value.slice(root.length);
    const pin = pins.find(({ from }) => path === from || path.startsWith(`${from}/`));
    if (pin === undefined || (pin.isPromised && !name.startsWith('data-'))) return whole;
    return ` ${name}="${root}${pin.to}${path.slice(pin.from.length)}"`;
  });
}

/** Attributes that load something, in tags: a quote inside a text is written `&quot;` in none of them. */
const ADDRESS = /\s((?:data-[a-z-]+)|src|href)="(\/[^"]*)"/g;
