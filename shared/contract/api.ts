import type { Method, Params } from './schemas.ts';
import type {
  AssumptionsView,
  ChangedView,
  CheckView,
  CollectorView,
  CostView,
  CoverageView,
  EvidenceListView,
  ExportView,
  ImportView,
  InspectView,
  MachinesView,
  PlanView,
  ProjectView,
  RequirementsView,
  SampleView,
} from './views.ts';

/** What every method answers. A method is one entry here and one in `PARAMS`; the compiler asks for its handler. */
export interface Results {
  'project.create': ProjectView;
  'project.open': ProjectView;
  'project.createSample': SampleView;
  'project.close': null;
  'project.check': CheckView;

  'evidence.inspect': InspectView;
  'evidence.import': ImportView;
  'evidence.list': EvidenceListView;
  'evidence.remove': ChangedView;

  'inventory.machines': MachinesView;
  'inventory.coverage': CoverageView;
  'identity.merge': ChangedView;
  'identity.split': ChangedView;

  'requirements.get': RequirementsView;
  'requirements.set': RequirementsView;
  'overrides.set': ChangedView;
  'assumptions.get': AssumptionsView;
  'assumptions.set': AssumptionsView;

  'plan.get': PlanView;
  'cost.get': CostView;
  'export.write': ExportView;
  'collector.write': CollectorView;
}

export type Result<M extends Method> = Results[M];
export type { Method, Params };

/** What the core tells while a call runs. */
export interface Progress {
  readonly kind: 'progress';
  /** What is being done: `read`, `identify`, `write`. */
  readonly stage: string;
  readonly file: string | null;
  readonly done: number;
  /** Null: not known. */
  readonly total: number | null;
  readonly rows: number;
}
