import { escapeXml } from '../escape-xml.ts';

/** A description that lets browsers search the site from their own field (OpenSearch 1.1, draft 6). */
export function writeOpenSearch(url: string): string {
  const address = escapeXml(url);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    '  <ShortName>Dark Portals</ShortName>',
    '  <Description>Limits, searches, planes and chapters on the dark sector at e⁺e⁻ colliders.</Description>',
    '  <InputEncoding>UTF-8</InputEncoding>',
    `  <Image width="16" height="16" type="image/svg+xml">${address}/favicon.svg</Image>`,
    `  <Url type="text/html" template="${address}/search/?q={searchTerms}"/>`,
    `  <Url type="application/opensearchdescription+xml" rel="self" template="${address}/opensearch.xml"/>`,
    '</OpenSearchDescription>\n',
  ].join('\n');
}
