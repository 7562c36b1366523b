import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import remarkMath from 'remark-math';
import type { Catalogue } from '../core/catalogue.ts';
import { href } from './href.ts';
import { rehypeMaths } from './rehype-maths.ts';

const PAGES = ['limits', 'planes', 'searches', 'models', 'experiments'] as const;

/**
 * Notes of a release as HTML: formulas typeset, and what still has a page under the id that the notes
 * name linked to it. Headings have no ids, for every release has the same ones.
 */
export async function renderNotes(notes: string, catalogue: Catalogue): Promise<string> {
  const processor = await createMarkdownProcessor({
    syntaxHighlight: false,
    remarkPlugins: [remarkMath],
    rehypePlugins: [rehypeMaths],
  });
  const { code } = await processor.render(notes);
  return code
    .replaceAll(/(<h[2-6]) id="[^"]*"/g, '$1')
    .replaceAll(/<code>([a-z0-9-]+)<\/code>/g, (plain: string, id: string) => {
      const kind = PAGES.find((name) => catalogue[name].has(id));
      return kind === undefined ? plain : `<a href="${href(`/${kind}/${id}/`)}">${plain}</a>`;
    });
}
