import type { Finding, FindingParams, FindingText, FindingView, Language } from '../../model/index.ts';
import { fill } from '../fill.ts';
import { AZURE_FINDINGS } from './azure.ts';
import { COST_FINDINGS } from './cost.ts';
import { EVIDENCE_FINDINGS } from './evidence.ts';
import { FILES_FINDINGS } from './files.ts';
import { FORMATS_AZURE_FINDINGS } from './formats-azure.ts';
import { FORMATS_LISTS_FINDINGS } from './formats-lists.ts';
import { IDENTITY_FINDINGS } from './identity.ts';
import { paramsInWords } from './param-words.ts';
import { PLAN_FINDINGS } from './plan.ts';
import { STORE_FINDINGS } from './store.ts';

/** Every finding code with its sentences. One catalogue for each room that finds. */
export const FINDING_TEXTS: Readonly<Record<string, FindingText>> = {
  ...FILES_FINDINGS,
  ...EVIDENCE_FINDINGS,
  ...AZURE_FINDINGS,
  ...FORMATS_AZURE_FINDINGS,
  ...FORMATS_LISTS_FINDINGS,
  ...IDENTITY_FINDINGS,
  ...PLAN_FINDINGS,
  ...COST_FINDINGS,
  ...STORE_FINDINGS,
};

type FindingPlace = Pick<Finding, 'file' | 'sheet' | 'row' | 'machineId' | 'subscriptionId'>;

/**
 * Makes a finding; its severity stands with its sentences.
 * @throws Error when the code is not in the catalogue (a mistake of ours, not of the data).
 */
export function finding(code: string, params: FindingParams = {}, place: FindingPlace = {}): Finding {
  const text = FINDING_TEXTS[code];
  if (!text) throw new Error(`Unknown finding code: ${code}`);
  return { code, severity: text.severity, params, ...place };
}

/** The finding as a person reads it. */
export function viewFinding(found: Finding, language: Language): FindingView {
  const text = FINDING_TEXTS[found.code];
  const params = paramsInWords(found.params, language);
  return {
    code: found.code,
    severity: found.severity,
    file: found.file ?? null,
    sheet: found.sheet ?? null,
    row: found.row ?? null,
    machineId: found.machineId ?? null,
    message: text ? fill(text.message[language], params) : found.code,
    next: text ? fill(text.next[language], params) : '',
  };
}
