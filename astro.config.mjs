import { fileURLToPath, URL } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import remarkMath from 'remark-math';
import { rehypeMaths } from './src/components/rehype-maths.ts';
import { basePath, getCatalogue, getHistoryOfContent, siteUrl } from './src/io/site.ts';
import { notePackages, writeThirdParty } from './src/io/third-party.ts';
import { writeHostFiles } from './src/io/write-host-files.ts';
import { writeRedirects } from './src/io/write-redirects.ts';
import { writeSitemapFile } from './src/io/write-sitemap.ts';
import {
  CONTENT_POLICY,
  HEADER_RULES,
  MEDIA_TYPES,
  REFERRER_POLICY,
} from './src/layouts/policy.ts';

/** Every browser that the site supports reads WOFF2; KaTeX's stylesheet names two older formats besides. */
const mathsFonts = {
  name: 'maths-fonts',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('katex.min.css')
      ? { code: code.replaceAll(OLDER_FONTS, ''), map: null }
      : undefined,
};

const OLDER_FONTS = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("\w+"\)/g;

/** Old addresses answer: Astro's own redirects know pages only, and no reason. */
const redirects = {
  name: 'redirects',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      await writeRedirects({
        site: fileURLToPath(dir),
        content: 'content',
        siteUrl,
        base: basePath,
        policy: CONTENT_POLICY,
        referrer: REFERRER_POLICY,
      });
    },
  },
};

/**
 * Files whose route says nothing of their ending, like those of `/api/v1/`, answer while somebody writes, too: the
 * server for that takes their routes for pages, which end in a slash.
 */
const filesInDev = {
  name: 'files-in-dev',
  hooks: {
    'astro:server:setup': ({ server }) => {
      server.middlewares.use((request, _response, next) => {
        const [path = '', query] = (request.url ?? '').split('?');
        if (FILES_OF_ONE_ROUTE.test(path))
          request.url = `${path}/${query === undefined ? '' : `?${query}`}`;
        next();
      });
    },
  },
};

const FILES_OF_ONE_ROUTE =
  /\/(?:api\/v1|contribute\/source)\/.+\.\w+$|\/figures\/[^/]+\.(?!svg$|pdf$|png$)[\w.]+$|\.(?:bib|ris|csl\.json)$/;

/** Written last, from the pages there are. */
const sitemap = {
  name: 'sitemap',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const url = siteUrl + basePath.replace(/\/$/, '');
      await writeSitemapFile({ site: fileURLToPath(dir), url, history: getHistoryOfContent() });
    },
  },
};

/** Packages of which browsers get something: their licences ask for a notice. */
const bundled = new Set();

const thirdParty = {
  name: 'third-party',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const { version } = await getCatalogue();
      await writeThirdParty(fileURLToPath(dir), '.', bundled, {
        name: 'dark-portals',
        version: version.release ?? version.commit,
      });
    },
  },
};

/** What hosts are told of the pages there are, redirects among them. */
const hostFiles = {
  name: 'host-files',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      await writeHostFiles(fileURLToPath(dir), {
        base: basePath,
        rules: HEADER_RULES,
        mediaTypes: MEDIA_TYPES,
      });
    },
  },
};

export default defineConfig({
  site: siteUrl,
  base: basePath,
  trailingSlash: 'always',
  // The security policy forbids inline styles and scripts, small ones too.
  // Pictures are drawn on threads of their own: pages are built meanwhile.
  build: { inlineStylesheets: 'never', concurrency: 4 },
  vite: {
    // Bundles find each other, and what they load, from where they are: a copy of the site may be anywhere. Pages
    // and style sheets have whole paths, which a copy gets rewritten.
    experimental: {
      renderBuiltUrl: (_, { hostType, ssr }) =>
        hostType === 'js' && !ssr ? { relative: true } : undefined,
    },
    plugins: [mathsFonts, notePackages(bundled)],
    worker: { plugins: () => [notePackages(bundled)] },
    resolve: {
      alias: Object.fromEntries(
        ['html2canvas', 'canvg', 'dompurify'].map((name) => [
          name,
          fileURLToPath(new URL('src/figures/absent.ts', import.meta.url)),
        ]),
      ),
    },
    build: {
      assetsInlineLimit: 0,
      // Astro marks every MDX module with a directive that the bundler would warn about, one by one.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      remarkPlugins: [remarkMath],
      rehypePlugins: [rehypeMaths],
      // The usual hooked arrow is in none of the site's fonts.
      remarkRehype: { footnoteLabel: 'Notes', footnoteBackContent: '↑' },
    }),
  },
  integrations: [mdx(), redirects, sitemap, thirdParty, hostFiles, filesInDev],
  devToolbar: { enabled: false },
});
