import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Axe for a page of this site. Legacy mode finishes in the page itself, where the other opens a second one
 * for what frames say: no page here has frames, and it takes half the time. Only violations are asked for.
 */
export const makeAxe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
