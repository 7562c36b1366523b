const TEXT = { type: 'string' } as const;
const TEXTS = (...names: string[]) => Object.fromEntries(names.map((name) => [name, TEXT]));

/**
 * What csl-data.json of citation-style-language/schema 1.0.2 asks of the variables this catalogue
 * writes, in the same strictness: no other variable, and no other part of a name or a date.
 */
export const CSL_SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'type'],
    additionalProperties: false,
    properties: {
      type: { enum: ['article', 'article-journal', 'dataset', 'webpage', 'document'] },
      author: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: TEXTS('family', 'given', 'suffix', 'literal'),
        },
      },
      issued: {
        type: 'object',
        additionalProperties: false,
        required: ['date-parts'],
        properties: {
          'date-parts': {
            type: 'array',
            minItems: 1,
            maxItems: 2,
            items: { type: 'array', items: { type: 'number' }, minItems: 1, maxItems: 3 },
          },
        },
      },
      ...TEXTS('id', 'title', 'container-title', 'volume', 'page', 'DOI', 'archive'),
      ...TEXTS('archive_location', 'number', 'version', 'publisher', 'URL', 'note', 'language'),
    },
  },
};
