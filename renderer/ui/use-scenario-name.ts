import type { Scenario } from '../../shared/model/index.ts';
import { useText } from '../i18n/use-text.ts';

/** The scenarios that come with every project are named by id, in the language of the page; others as their maker named them. */
export function useScenarioName(): (scenario: Pick<Scenario, 'id' | 'name'>) => string {
  const text = useText('words');
  return ({ id, name }) => {
    switch (id) {
      case 'as-is':
      case 'p1-all':
      case 'p2-all':
      case 'recommended':
        return text(`scenario.${id}`);
      default:
        return name;
    }
  };
}
