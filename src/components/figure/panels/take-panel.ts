import type { TakeAwayFormat } from '../../../core/formats/figure/take-away.ts';
import { make, saveFile } from '../../elements.ts';
import type { DrawingChoice } from '../exports.ts';
import { button, choice, copyText, field, type Panel, type PanelContext } from './panel.ts';

/** Takes away exactly what is shown, in the formats papers and programs need. */
export const TAKE_PANEL: Panel = {
  id: 'take',
  title: 'Take away',
  build: async (body, context) => {
    const { host, model, say } = context;
    const [{ DRAWN_FORMATS, takeDrawing, takeText }, { TAKE_AWAY_FORMATS }] = await Promise.all([
      import('../exports.ts'),
      import('../../../core/formats/figure/take-away.ts'),
    ]);
    let size: DrawingChoice['size'] = 'paper';
    let theme: DrawingChoice['theme'] = 'light';
    const drawn = make('fieldset');
    drawn.append(
      make('legend', 'As a drawing'),
      field(
        'for',
        choice(
          [
            { value: 'paper', words: 'one column of a paper, 86 mm' },
            { value: 'screen', words: 'a screen or a talk' },
          ],
          size,
          (value) => {
            size = value === 'paper' ? 'paper' : 'screen';
          },
        ),
      ),
      field(
        'on',
        choice(
          [
            { value: 'light', words: 'white' },
            { value: 'dark', words: 'black' },
          ],
          theme,
          (value) => {
            theme = value === 'dark' ? 'dark' : 'light';
          },
        ),
      ),
      ...DRAWN_FORMATS.map(({ id, label }) =>
        button(label, () => {
          void attempt(context, async () => {
            const { blob, name } = await takeDrawing(id, { size, theme }, host, model);
            saveFile(blob, name);
            return `${name} saved.`;
          });
        }),
      ),
    );
    drawn.append(
      button('Copy as image', () => {
        void attempt(context, async () => {
          const { blob } = await takeDrawing('png', { size, theme }, host, model);
          await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
          return 'The image is copied.';
        });
      }),
    );
    const write = (words: string, formats: readonly TakeAwayFormat[]): HTMLElement => {
      const written = make('fieldset');
      const list = make('ul');
      list.className = 'figure-formats';
      for (const { id, label } of formats) {
        const item = make('li');
        const save = button('Save', () => {
          void attempt(context, async () => {
            const { blob, name } = await takeText(id, host, model);
            saveFile(blob, name);
            return `${name} saved.`;
          });
        });
        const copy = button('Copy', () => {
          void attempt(context, async () => {
            const { text, name } = await takeText(id, host, model);
            await copyText(text, name, say);
            return undefined;
          });
        });
        save.setAttribute('aria-label', `Save as ${label}`);
        copy.setAttribute('aria-label', `Copy as ${label}`);
        item.append(make('span', label), save, copy);
        list.append(item);
      }
      written.append(make('legend', words), list);
      return written;
    };
    const isCitation = (format: TakeAwayFormat): boolean => format.isCitation === true;
    body.append(
      drawn,
      write(
        model.spec.methods === undefined
          ? 'As text, with the digits of the published tables'
          : 'As text, with the numbers as computed here',
        TAKE_AWAY_FORMATS.filter((format) => !isCitation(format)),
      ),
      write('To cite exactly what is shown', TAKE_AWAY_FORMATS.filter(isCitation)),
    );
  },
};

/** Runs an export; a failure is said and leaves nothing behind. */
async function attempt(
  { say }: PanelContext,
  work: () => Promise<string | undefined>,
): Promise<void> {
  say('Preparing…');
  try {
    const done = await work();
    if (done !== undefined) say(done);
  } catch (error) {
    console.warn(error);
    say(
      `Nothing was saved: ${error instanceof Error ? error.message : 'something is missing'} Try again.`,
    );
  }
}
