import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ajv04 from 'ajv-draft-04';

/**
 * Microsoft's published contracts (test/fixtures/azure-contracts) as a judge: of every request that the app sends, and of
 * every answer that the stand-in gives.
 */

export interface SentRequest {
  readonly method: string;
  /** Host that the client meant, e.g. `management.azure.com`. */
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Contract {
  /** What is wrong with a request; null: the contract has it. */
  problemOf(request: SentRequest): string | null;
  /** What is wrong with an answer of 200; null also where no schema is published. */
  problemOfAnswer(request: SentRequest, body: unknown): string | null;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, { readonly schema?: { readonly $ref?: string } }>>;
}

interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly schema?: { readonly $ref?: string };
}

interface Specification {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly parameters?: Readonly<Record<string, Parameter>>;
}

const ROOT = join(process.cwd(), 'test/fixtures/azure-contracts');

export function fixture<T = Record<string, unknown>>(path: string): T {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as T;
}

/** Where each specification stands for the others to refer to, and the versions that it is asked in. */
const SPECIFICATIONS = [
  {
    file: 'arm-resourcegraph-2024-04-01/openapi.trimmed.json',
    id: 'https://contracts/a/b/c/d/e/f/openapi.json',
    versions: ['2024-04-01'],
  },
  {
    file: 'arm-security-pricings-2024-01-01/pricings.json',
    id: 'https://contracts/pricings.json',
    versions: ['2024-01-01'],
  },
  {
    // The client speaks the version before; paths and shapes are the same in both.
    file: 'arm-security-settings-2022-05-01/settings.json',
    id: 'https://contracts/a/b/c/settings.json',
    versions: ['2021-07-01', '2022-05-01'],
  },
] as const;

/**
 * What is documented without a specification: path, and every query parameter with the values that it may have.
 * Subscriptions and tenants: published examples; devices and prices: documentation pages; permissions: composed here.
 */
const DOCUMENTED: readonly {
  readonly host: string;
  readonly path: RegExp;
  readonly query: Readonly<Record<string, RegExp>>;
  readonly required: readonly string[];
}[] = [
  {
    host: 'management.azure.com',
    path: /^\/(?:subscriptions|tenants)$/,
    query: { 'api-version': /^2022-12-01$/, $skiptoken: /./ },
    required: ['api-version'],
  },
  {
    host: 'management.azure.com',
    path: /^\/subscriptions\/[0-9a-f-]{36}\/providers\/Microsoft\.Authorization\/permissions$/,
    query: { 'api-version': /^2022-04-01$/ },
    required: ['api-version'],
  },
  {
    host: 'api.security.microsoft.com',
    path: /^\/api\/machines$/,
    query: { $top: /^(?:[1-9]\d{0,3}|10000)$/, $skip: /^\d+$/ },
    required: [],
  },
  {
    host: 'prices.azure.com',
    path: /^\/api\/retail\/prices$/,
    query: {
      'api-version': /^2023-01-01-preview$/,
      currencyCode: /^'[A-Z]{3}'$/,
      $filter: /^serviceName eq '[^']+'/,
      $skip: /^\d+$/,
    },
    required: ['api-version'],
  },
];

export function loadContract(): Contract {
  const ajv = new ajv04.default({ strict: false, validateFormats: false, logger: false });
  ajv.addSchema(fixture<object>('arm-security-common/types.trimmed.json'), 'https://contracts/common/v1/types.json');
  const operations = SPECIFICATIONS.flatMap(({ file, id, versions }) => {
    const specification = fixture<Specification>(file);
    ajv.addSchema(specification, id);
    return Object.entries(specification.paths).map(([template, methods]) => ({
      pattern: patternOf(template),
      methods,
      specification,
      id,
      versions: versions as readonly string[],
    }));
  });
  const find = ({ host, path }: SentRequest) =>
    host === 'management.azure.com' ? operations.find(({ pattern }) => pattern.test(path)) : undefined;

  return {
    problemOf(request) {
      const operation = find(request);
      if (!operation) return documentedProblem(request);
      const { methods, specification, id, versions } = operation;
      const method = methods[request.method.toLowerCase()];
      if (!method) return `${request.method} is not in the contract of ${request.path}`;
      const parameters = (method.parameters ?? []).map((one) => resolved(one, specification));
      const version = request.query['api-version'] ?? '';
      if (!versions.includes(version)) return `api-version ${version} of ${request.path}`;
      const known = new Set(parameters.filter((one) => one.in === 'query').map((one) => one.name));
      const extra = Object.keys(request.query).find((name) => !known.has(name));
      if (extra !== undefined) return `query parameter ${extra} of ${request.path}`;
      const body = parameters.find((one) => one.in === 'body');
      if (!body) return request.body === undefined ? null : `a body at ${request.path}`;
      return schemaProblem(body.schema?.$ref, id, request.body);
    },
    problemOfAnswer(request, body) {
      const operation = find(request);
      const method = operation?.methods[request.method.toLowerCase()];
      return operation && method ? schemaProblem(method.responses['200']?.schema?.$ref, operation.id, body) : null;
    },
  };

  function schemaProblem(reference: string | undefined, id: string, value: unknown): string | null {
    if (reference === undefined) return null;
    const key = new URL(reference, id).href;
    const validate = ajv.getSchema(key) ?? ajv.compile({ $ref: key });
    return validate(value) === true ? null : `${key}: ${ajv.errorsText(validate.errors)}`;
  }
}

function documentedProblem(request: SentRequest): string | null {
  const rule = DOCUMENTED.find(({ host, path }) => host === request.host && path.test(request.path));
  if (!rule) return `${request.method} ${request.host}${request.path} is in no contract`;
  if (request.method !== 'GET') return `${request.method} ${request.path}`;
  const wrong = Object.entries(request.query).find(([name, value]) => rule.query[name]?.test(value) !== true);
  if (wrong) return `${wrong[0]}=${wrong[1]} of ${request.path}`;
  const missing = rule.required.find((name) => request.query[name] === undefined);
  return missing === undefined ? null : `${missing} is missing at ${request.path}`;
}

/** `{scopeId}` holds slashes; every other part is one segment. Resource Manager's paths have no case. */
function patternOf(template: string): RegExp {
  const escaped = template.replace(/[.]/g, '\\.').replace(/^\/\{scopeId\}/, '/(?:subscriptions/.+)');
  return new RegExp(`^${escaped.replace(/\{[^}]+\}/g, '[^/]+')}$`, 'i');
}

/** A parameter of the specification itself, or one of the common ones by its name. */
function resolved(parameter: Parameter, { parameters = {} }: Specification): Parameter {
  const name = parameter.$ref?.split('/').at(-1);
  if (name === undefined) return parameter;
  const common: Readonly<Record<string, Parameter>> = {
    ApiVersion: { name: 'api-version', in: 'query' },
    ApiVersionParameter: { name: 'api-version', in: 'query' },
    ODataFilter: { name: '$filter', in: 'query' },
    ScopeId: { name: 'scopeId', in: 'path' },
    SubscriptionId: { name: 'subscriptionId', in: 'path' },
  };
  const found = parameters[name] ?? common[name];
  if (!found) throw new Error(`Unknown parameter ${name}`);
  return found;
}
