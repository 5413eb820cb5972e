import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environmentTag, keyOfMachine, tagTitle } from '../../../renderer/state/money/keys.ts';
import { overPeriod } from '../../../renderer/state/money/period.ts';
import { type PlannedScenario, planOf } from '../../../renderer/state/planning.ts';
import { selectOpenProject } from '../../../renderer/state/selectors.ts';
import { addUp, overMonths } from '../../../shared/cost/index.ts';
import { aMachine, aPlan } from '../../support/machines.ts';
import { openTestPage, type TestPage } from '../core-host.ts';

describe('what a total is taken apart by', () => {
  const keyOfTag = (tags: Record<string, string>, tag: string) => {
    const [planned] = aPlan({ machines: [aMachine({ tags })] }).planned;
    return planned && keyOfMachine('tag', tag)(planned);
  };

  it('reads a tag as people write it, and several names of one meaning', () => {
    expect(keyOfTag({ Env: 'ＰＲＯＤ' }, 'env')).toBe('prod');
    expect(keyOfTag({ 環境: '本番' }, 'env|環境')).toBe('本番');
    expect(keyOfTag({ owner: 'a' }, 'env|環境')).toBe('');
  });

  it('takes the tags of environments together, else the commonest tag, else none', () => {
    expect(environmentTag(['owner', 'Env', '環境'])).toBe('Env|環境');
    expect(environmentTag(['owner', 'team'])).toBe('owner');
    expect(environmentTag([])).toBeNull();
    expect(tagTitle('Env|環境')).toBe('Env / 環境');
  });
});

describe('a period', () => {
  let page: TestPage;
  beforeAll(async () => {
    page = openTestPage();
    await page.store.getState().createSample(join(page.folder, 'sample.dfsplan'));
  });
  afterAll(() => page.close());

  function planned(trial: boolean): { readonly of: PlannedScenario; readonly asOf: string } {
    const project = selectOpenProject(page.store.getState());
    if (!project) throw new Error('No project');
    const ground = { machines: project.machines, state: project.state, language: 'en' } as const;
    const of = planOf(ground, 'recommended', { trial });
    if (!of) throw new Error('No plan');
    return { of, asOf: project.state.asOf };
  }

  it('is so many months when nothing is on trial', () => {
    const { of, asOf } = planned(false);
    expect(overPeriod(of, asOf, 'month').total).toEqual(of.totals().monthly);
    expect(overPeriod(of, asOf, 'threeYears').total).toEqual(overMonths(of.totals().monthly, 36));
  });

  it('takes the trial off once: the months after the first cost what they cost without it', () => {
    const { of, asOf } = planned(true);
    const later = planned(false).of.totals().monthly;
    expect(of.totals().monthly).not.toEqual(later);
    expect(overPeriod(of, asOf, 'year').total).toEqual(addUp([of.totals().monthly, overMonths(later, 11)]));
  });
});
