import { describeScenario } from './scenario.ts';
import { desktopTheatre } from './support/stage.ts';

describeScenario('in the window', desktopTheatre);
