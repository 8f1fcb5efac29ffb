import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Whole worlds and browsers take their minute each, rules their milliseconds. What takes longest begins first, so that the two
 * workers end together: begun last, the longest would run alone while the other processor waits. In the order of measured time.
 */
const longest = [
  'src/app/web/every-screen.browser.test.ts', 'test/kill.test.ts', 'src/app/web/driven.browser.test.ts', 'test/kill-sweeps.test.ts', 'src/desk/web/desk.browser.test.ts',
  'scenarios/take-or-leave-clicked-through.test.ts', 'scenarios/the-same-story-clicked-through.test.ts', 'scenarios/the-outage-that-hit-300.test.ts', 'scenarios/complaint-and-lead-clicked-through.test.ts',
  'src/app/web/screens.browser.test.ts', 'src/ui/ui.browser.test.ts', 'src/requests/web/grown-up.browser.test.ts', 'src/app/web/public/public-pages.browser.test.ts',
];

const rank = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((path) => moduleId.endsWith(path));
  if (place !== -1) return place;
  if (moduleId.endsWith('.browser.test.ts') || moduleId.includes('/scenarios/')) return longest.length;
  return moduleId.endsWith('rules.test.ts') ? longest.length + 2 : longest.length + 1;
};

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // Where a run before this one left its figures, they order what stands together here.
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
