import '@kusto/language-service-next/bridge.min.js';
import '@kusto/language-service-next/Kusto.Language.Bridge.min.js';

/** The little that is used of Microsoft's language service, which puts itself on `globalThis`. */
interface Diagnostic {
  readonly Severity: string;
  readonly Code: string;
  readonly Message: string;
}
interface Node {
  readonly Kind: number;
}
interface Language {
  readonly KustoCode: {
    ParseAndAnalyze(
      text: string,
      globals: unknown,
    ): {
      readonly Syntax: Node;
      GetDiagnostics(): { readonly Count: number; getItem(index: number): Diagnostic };
    };
  };
  readonly GlobalState: { readonly Default: { WithDatabase(database: unknown): unknown } };
  readonly Symbols: {
    readonly TableSymbol: { readonly $ctor7: new (name: string, schema: string) => unknown };
    readonly DatabaseSymbol: { readonly $ctor1: new (name: string, tables: readonly unknown[]) => unknown };
  };
  readonly Syntax: {
    readonly SyntaxElement: { WalkNodes(root: Node, visit: (node: Node) => void): void };
    readonly SyntaxKind: { readonly $names: readonly string[] };
  };
}

const { Language } = (globalThis as unknown as { Kusto: { Language: Language } }).Kusto;

/** Table name → its columns as Kusto writes them: `id:string, properties:dynamic`. */
export type Schema = Readonly<Record<string, string>>;

export interface Analysis {
  /** `KS142 The name … does not refer to …`; empty when the query is sound. */
  readonly problems: readonly string[];
  /** Query operators in the tree, in order: `FilterOperator`, `JoinOperator`, … */
  readonly operators: readonly string[];
}

/** Parses a query with Microsoft's own parser and checks every name and type against the schema. */
export function analyse(query: string, schema: Schema): Analysis {
  const { TableSymbol, DatabaseSymbol } = Language.Symbols;
  const tables = Object.entries(schema).map(([name, columns]) => new TableSymbol.$ctor7(name, `(${columns})`));
  const database = new DatabaseSymbol.$ctor1('database', tables);
  const code = Language.KustoCode.ParseAndAnalyze(query, Language.GlobalState.Default.WithDatabase(database));
  const diagnostics = code.GetDiagnostics();
  const problems = Array.from({ length: diagnostics.Count }, (_, index) => {
    const found = diagnostics.getItem(index);
    return `${found.Code} ${found.Message}`;
  });
  const operators: string[] = [];
  Language.Syntax.SyntaxElement.WalkNodes(code.Syntax, (node) => {
    const kind = Language.Syntax.SyntaxKind.$names[node.Kind] ?? '';
    if (kind.endsWith('Operator')) operators.push(kind);
  });
  return { problems, operators };
}

const RESOURCE_COLUMNS = `id:string, name:string, type:string, tenantId:string, ['kind']:string, location:string,
  resourceGroup:string, subscriptionId:string, managedBy:string, sku:dynamic, plan:dynamic, properties:dynamic,
  tags:dynamic, identity:dynamic, zones:dynamic, extendedLocation:dynamic`;

/**
 * Tables of Azure Resource Graph that the queries use: they have the same columns.
 * https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources
 */
export const RESOURCE_GRAPH: Schema = {
  resources: RESOURCE_COLUMNS,
  resourcecontainers: RESOURCE_COLUMNS,
  securityresources: RESOURCE_COLUMNS,
  policyresources: RESOURCE_COLUMNS,
};

/** https://learn.microsoft.com/defender-xdr/advanced-hunting-deviceinfo-table */
export const ADVANCED_HUNTING: Schema = {
  DeviceInfo: `Timestamp:datetime, DeviceId:string, DeviceName:string, ClientVersion:string, PublicIP:string,
    OSArchitecture:string, OSPlatform:string, OSBuild:long, OSVersion:string, OSVersionInfo:string,
    OSDistribution:string, IsAzureADJoined:bool, AadDeviceId:string, LoggedOnUsers:string, MachineGroup:string,
    ReportId:long, OnboardingStatus:string, DeviceManualTags:dynamic, DeviceDynamicTags:dynamic,
    RegistryDeviceTag:string, DeviceCategory:string, DeviceType:string, DeviceSubtype:string, Model:string,
    Vendor:string, SensorHealthState:string, IsExcluded:bool, ExclusionReason:string, ExposureLevel:string,
    AssetValue:string, IsInternetFacing:bool, AzureResourceId:string, AzureVmId:string,
    AzureVmSubscriptionId:string, AwsResourceName:string, GcpFullResourceName:string, CloudPlatforms:dynamic,
    MergedDeviceIds:string, MergedToDeviceId:string, HardwareUuid:string, HostDeviceId:string, MitigationStatus:string,
    ConnectivityType:string`,
};
