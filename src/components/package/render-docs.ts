import { createMarkdownProcessor, type MarkdownRenderer } from '@astrojs/markdown-remark';
import { memoise } from '../figure/memo.ts';

let processor: Promise<MarkdownRenderer> | undefined;

/** Markdown as HTML: what a comment in the code says, with preprints linked. Nothing in it is read as HTML. */
export const renderDocs = memoise(async (markdown) => {
  processor ??= createMarkdownProcessor({ syntaxHighlight: false });
  const { code } = await (await processor).render(escapeTags(markdown));
  return code.replaceAll(
    /arXiv:(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})/g,
    '<a href="https://arxiv.org/abs/$1">arXiv:$1</a>',
  );
});

/** A smaller-than sign outside code is one. */
const escapeTags = (markdown: string): string =>
  markdown
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 0 ? part.replaceAll('<', '&lt;') : part))
    .join('');
