/**
 * Width of a text in the interface sans at that size [px], from classes of letters: near enough to
 * keep labels apart where no font can be measured.
 */
export function estimateTextWidth(text: string, fontPx: number): number {
  let ems = 0;
  for (const letter of text) {
    if (/[ilj.,:;|'′!() ]/u.test(letter)) ems += 0.27;
    else if (/[frt/\-·]/u.test(letter)) ems += 0.36;
    else if (/[mwMW]/u.test(letter)) ems += 0.84;
    else if (/[A-ZΑ-Ω]/u.test(letter)) ems += 0.61;
    else ems += 0.52;
  }
  return ems * fontPx;
}
