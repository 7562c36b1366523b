import type { Severity } from '../../message.ts';
import type { CatalogueRule, Finding } from '../rule.ts';

/** What spreadsheets and editors leave behind, by what a text holds. */
const TRACES: readonly {
  readonly mark: string;
  readonly found: string;
  readonly severity: Severity;
  /** Files where it means something. */
  readonly except?: RegExp;
}[] = [
  // In a CSV the reader says so: the numbers are not read.
  { mark: '\r', found: 'a carriage return', severity: 'error', except: /\.csv$/ },
  // In Markdown two blanks at the end of a line break it, in a CSV they are in the way of a number.
  {
    mark: ' \n',
    found: 'blanks at the end of a line',
    severity: 'warning',
    except: /\.(?:mdx|csv)$/,
  },
  {
    mark: '\t\n',
    found: 'a tab at the end of a line',
    severity: 'warning',
    except: /\.(?:mdx|csv)$/,
  },
];

export const plainText: CatalogueRule = {
  name: 'plain-text',
  description:
    'Files are plain UTF-8 text with Unix line ends, no blanks at the ends of lines and one line feed last: what differs in every diff hides what changed.',
  scope: 'catalogue',
  *check({ texts = new Map<string, string>() }) {
    for (const [file, text] of texts) {
      if (text === '') continue;
      for (const { mark, found, severity, except } of TRACES) {
        const at = except?.test(file) === true ? -1 : text.indexOf(mark);
        if (at !== -1) yield describe(file, lineAt(text, at), found, severity);
      }
      if (!text.endsWith('\n'))
        yield describe(file, lineAt(text, text.length), 'no line feed at the end', 'warning');
      else if (text.endsWith('\n\n'))
        yield describe(file, lineAt(text, text.length - 1), 'empty lines at the end', 'warning');
    }
  },
};

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

const describe = (file: string, line: number, found: string, severity: Severity): Finding => ({
  file,
  line,
  severity,
  found,
  expected: 'plain text with Unix line ends, one line feed at the end',
  fix: 'save the file so (npm run check -- --fix does)',
  repair: { kind: 'plain-text' },
});
