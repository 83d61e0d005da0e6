/** Finds the browser of the end-to-end tests, or gets one, before two parts of them look for it at once. */
import { chooseBrowser } from '#tests/support/browser.ts';

chooseBrowser();
