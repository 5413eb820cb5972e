import { describeScenario } from './scenario.ts';
import { webTheatre } from './support/stage.ts';

describeScenario('in the browser', webTheatre);
