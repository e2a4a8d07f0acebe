import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { PageDocument, PageElement } from './corpus/dom.ts';
import type { PageReader } from './corpus/html.ts';

/** linkedom and Readability: imported only where a corpus holds web pages, as they cost 150 ms to load. */
export const pageReader: PageReader = {
  parse: (html) => (parseHTML(html) as unknown as { document: PageDocument }).document,
  contentOf: (document) => {
    const options = { charThreshold: 200, serializer: (node: unknown) => node as PageElement };
    return (
      new Readability<PageElement>(document as never, options as never).parse()?.content ?? null
    );
  },
};
