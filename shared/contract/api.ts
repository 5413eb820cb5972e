import type { FindingView } from '../model/index.ts';
import type {
  AppInfoView,
  MachineDetailView,
  PreviewView,
  ProjectState,
  ProjectsView,
  RenderedView,
  SettingsView,
  SnapshotView,
} from './app-views.ts';
import type { Method, Params } from './schemas.ts';
import type {
  PricesView,
  SignedInView,
  SubscriptionsView,
  SyncRunView,
  SyncStateView,
  SyncView,
} from './sync-views.ts';
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
  ZipView,
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
  'evidence.setTenant': ChangedView;

  'inventory.machines': MachinesView;
  'inventory.coverage': CoverageView;
  'identity.merge': ChangedView;
  'identity.split': ChangedView;
  'identity.decline': ChangedView;
  'identity.offerAgain': ChangedView;

  'requirements.get': RequirementsView;
  'requirements.set': RequirementsView;
  'overrides.set': ChangedView;
  'assumptions.get': AssumptionsView;
  'assumptions.set': AssumptionsView;

  'plan.get': PlanView;
  'cost.get': CostView;
  'export.write': ExportView;
  'collector.write': CollectorView;
  'collector.render': ZipView;

  'app.info': AppInfoView;
  'app.settings': SettingsView;
  'app.setSettings': SettingsView;
  'app.projects': ProjectsView;
  'app.forgetProject': ProjectsView;
  'project.state': ProjectState;
  'project.rename': ProjectState;
  'project.saveAs': ProjectView;
  'evidence.preview': PreviewView;
  'evidence.findings': { readonly findings: readonly FindingView[] };
  'inventory.snapshot': SnapshotView;
  'inventory.machine': MachineDetailView;
  'lists.get': { readonly names: readonly string[] };
  'lists.set': ProjectState;
  'lists.remove': ProjectState;
  'scenarios.set': ProjectState;
  'scenarios.remove': ProjectState;
  'views.set': ProjectState;
  'views.remove': ProjectState;
  'history.undo': ProjectState;
  'history.redo': ProjectState;
  'export.render': RenderedView;
  'export.zip': ZipView;

  'sync.tenants': SignedInView;
  'sync.subscriptions': SubscriptionsView;
  'sync.run': SyncView;
  'sync.apply': SyncView;
  'sync.state': SyncStateView;
  'sync.forget': SyncStateView;
  'sync.signOut': null;
  'prices.fetch': PricesView;
}

export type Result<M extends Method> = Results[M];
export type { Method, Params };

/** What the core tells while a call runs. */
export interface Progress {
  readonly kind: 'progress';
  /** What is being done: `read`, `identify`, `write`, `sign-in`, `sync`. */
  readonly stage: string;
  readonly file: string | null;
  readonly done: number;
  /** Null: not known. */
  readonly total: number | null;
  readonly rows: number;
  /** Of a sync: the subscription that just moved on. */
  readonly subscription?: SyncRunView['subscriptions'][number] | undefined;
  /** Of a sign-in by device code: the page to open and the code to type there. */
  readonly device?: { readonly url: string; readonly code: string } | undefined;
  /** The service was asked too much or does not answer well: nothing of it is asked for so many milliseconds. */
  readonly waitMs?: number | undefined;
}
