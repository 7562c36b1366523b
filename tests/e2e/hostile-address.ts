import type { Page } from '@playwright/test';

/** Text that would leave every place a page could put it carelessly: elements, attributes, scripts, styles. */
export const ATTACK = `"'></script></style></title><img src=//evil.invalid/x onerror="harmed=1"><svg onload=harmed=1>javascript:harmed=1//{{harmed=1}}\${harmed=1}\u202e\u0000`;
const CODE = encodeURIComponent(ATTACK);

/** What pages read from the query of an address. */
const KEYS = [
  ...['only', 'hide', 'x', 'y', 'asof', 'data', 'theme', 'scope', 'level', 'reinterpretations'],
  ...[
    'plane',
    'mass',
    'unit',
    'value',
    'coupling',
    'boost',
    'at',
    'linked',
    'p',
    'model',
    'keys',
    'q',
  ],
];

/** A query and a fragment in which everything that any page reads is an attack. */
export const HOSTILE_QUERY = `${KEYS.map((key) => `${key}=${CODE}`).join('&')}&${CODE}=1`;
export const HOSTILE_FRAGMENT = `curve=1~${CODE}~****&curve1=1~${CODE}~****&${CODE}`;

/** Addresses below which pages read what a stranger may have written. */
export const READING_PAGES: readonly string[] = [
  '/planes/dark-photon-invisible/?v=1&',
  '/embed/dark-photon-invisible/?v=1&',
  '/check/?',
  '/compare/?v=1&',
  '/recast/?v=1&recast=1&',
  '/collection/?',
  '/search/?',
  '/models/dark-photon/?',
  '/contribute/form/?',
];

/** What somebody else may have left in the storage of a browser. */
const KEPT: Readonly<Record<string, string>> = {
  theme: ATTACK,
  'dark-portals-collection': JSON.stringify({
    version: 1,
    papers: [[ATTACK, [ATTACK]], ['BaBar:2014zli', [ATTACK, '../../evil']], { __proto__: ATTACK }],
  }),
  'contribute-form': JSON.stringify({
    plane: ATTACK,
    files: [{ name: ATTACK, text: `${ATTACK}\n1 2\n3 4\n` }],
    decisions: { 'mass-unit': ATTACK },
    answers: { title: ATTACK, notes: ATTACK, reference: ATTACK, id: ATTACK },
  }),
};

/** Fills the storage of every page that opens. */
export async function fillStorage(page: Page): Promise<void> {
  await page.addInitScript((kept) => {
    for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value);
  }, KEPT);
}

/** What went wrong on the pages that open: errors, questions, refusals of the policy, other hosts. */
export async function watchHarm(page: Page, ownHost: string): Promise<string[]> {
  const harm: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') harm.push(message.text());
  });
  page.on('pageerror', (error) => harm.push(error.message));
  page.on('dialog', (dialog) => {
    harm.push(`a question: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${ownHost}/`) && !/^(?:data|blob):/.test(url)) harm.push(`asked ${url}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`refused by ${effectiveDirective}: ${blockedURI}`);
    });
  });
  return harm;
}

/** Traces that an attack became more than text: empty on a sound page. */
export const findTraces = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...('harmed' in window ? ['code ran'] : []),
    ...[...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(
          ({ name, value }) =>
            name.startsWith('on') ||
            (/^(?:href|src|action|formaction|xlink:href)$/.test(name) &&
              /^\s*(?:javascript|data:text|\/\/)/i.test(value)),
        )
        .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
    ),
  ]);
