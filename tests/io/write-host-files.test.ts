import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeHostFiles } from '../../src/io/write-host-files.ts';
import { writeFiles } from '../fixtures/make-repository.ts';
import { makeFolder } from '../fixtures/write-content.ts';

it('a built site gets the files of its hosts, which name every folder but the one to be framed', async () => {
  const site = await makeFolder();
  await writeFiles(site, {
    'index.html': '',
    'planes/index.html': '',
    'planes/p/index.html': '',
    'embed/p/index.html': '',
    'figures/p.svg': '',
  });
  const rules = [{ outside: ['/embed/'], headers: [['X-A', 'b']] }] as const;
  await writeHostFiles(site, { base: '/dark/', rules, mediaTypes: [['.csl.json', 'a/b']] });
  expect(await readFile(join(site, '_headers'), 'utf8')).toMatchInlineSnapshot(`
    "# Written with the site, from src/layouts/policy.ts.
    /dark/
      X-A: b
    /dark/figures/*
      X-A: b
    /dark/index.html
      X-A: b
    /dark/planes/*
      X-A: b
    "
  `);
  expect(await readFile(join(site, '.htaccess'), 'utf8')).toMatchInlineSnapshot(`
    "# Written with the site, from src/layouts/policy.ts.
    ErrorDocument 404 /dark/404.html
    Options -Indexes
    AddDefaultCharset utf-8
    <IfModule mod_mime.c>
    <FilesMatch "\\.csl\\.json$">
    ForceType "a/b"
    </FilesMatch>
    </IfModule>
    <IfModule mod_headers.c>
    Header always append X-A "b" "expr=!(%{REQUEST_URI} =~ m#^/dark/embed/#)"
    </IfModule>
    <IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE text/html text/css text/plain text/csv text/javascript application/javascript application/json application/ld+json application/xml application/atom+xml application/feed+json image/svg+xml application/yaml application/x-bibtex
    </IfModule>
    "
  `);
});
