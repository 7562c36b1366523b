import { make } from '../../elements.ts';
import { viewAddress } from '../address.ts';
import { button, copyText, field, type Panel } from './panel.ts';

/** The address of exactly this view, and how to show it elsewhere. */
export const LINK_PANEL: Panel = {
  id: 'link',
  title: 'Link and embed',
  build: (body, { model, host, say }) => {
    const rows = [
      {
        kind: 'page',
        label: 'Address of this view',
        write: () => viewAddress(host, model, 'page'),
        what: 'The address',
      },
      {
        kind: 'embed',
        label: 'To show it in another page',
        write: () =>
          `<iframe src="${viewAddress(host, model, 'embed').replaceAll('&', '&amp;')}" width="960" height="860" title="${escapeAttribute(model.spec.title)}" loading="lazy"></iframe>`,
        what: 'The code',
      },
      {
        kind: 'image',
        label: 'As it starts, as an image',
        write: () =>
          `<img src="${viewAddress(host, model, 'image')}" alt="${escapeAttribute(`${model.spec.title}. ${model.spec.finding}`)}">`,
        what: 'The code',
      },
    ];
    // A limit's own figure is shown elsewhere as a link.
    const offered = rows.filter(({ kind }) => host.dataset[kind] !== undefined);
    const outputs = offered.map(({ label, write, what }) => {
      const text = make('input');
      text.readOnly = true;
      text.addEventListener('focus', () => {
        text.select();
      });
      const row = make('div');
      row.className = 'figure-link';
      row.append(
        field(label, text),
        button('Copy', () => void copyText(write(), what, say)),
      );
      body.append(row);
      return { text, write };
    });
    model.listen((_, pace) => {
      if (pace === 'settled') for (const { text, write } of outputs) text.value = write();
    });
  },
};

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
