import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PSEUDO } from '../../renderer/i18n/index.ts';
import { cutOff } from './support/overflow.ts';
import { openSample, VIEWS, type View } from './support/views.ts';
import { launchWeb, type Web } from './support/web.ts';
import { wordsOf } from './support/words.ts';

/** The smallest window that the screens are drawn for; a zoom makes it smaller still. */
const WINDOW = { width: 1366, height: 768 };

let web: Web;

afterAll(() => web?.close());

async function checkView({ open, close }: View, words: ReturnType<typeof wordsOf>): Promise<void> {
  await open(web.page, words);
  try {
    expect(await cutOff(web.page)).toEqual([]);
  } finally {
    await close?.(web.page, words);
  }
}

describe('texts 40 percent longer than English break nothing', () => {
  const words = wordsOf(PSEUDO);

  beforeAll(async () => {
    web = await launchWeb({ isPseudo: true });
    await openSample(web.page, words);
  });

  it.each(VIEWS)('$name', (view) => checkView(view, words));
});

describe('everything can be reached', () => {
  const words = wordsOf('en');

  beforeAll(async () => {
    await web?.close();
    web = await launchWeb();
    await openSample(web.page, words);
  });

  describe.each([50, 200, 300])('zoom %i', (zoom) => {
    beforeAll(async () => {
      const { width, height } = WINDOW;
      await web.page.setViewportSize({
        width: Math.round((width * 100) / zoom),
        height: Math.round((height * 100) / zoom),
      });
    });

    it.each(VIEWS)('$name', (view) => checkView(view, words));
  });
});
