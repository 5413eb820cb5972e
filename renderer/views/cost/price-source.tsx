import { isExternalLink } from '../../../shared/contract/host.ts';
import { sourceText } from '../../../shared/i18n/cost/sources.ts';
import type { Language } from '../../../shared/model/index.ts';
import { ExternalLink } from '../../ui/external-link.tsx';

interface PriceSourceProps {
  readonly source: string;
  readonly language: Language;
}

/** Where a price comes from; a page that it names can be opened. */
export function PriceSource({ source, language }: PriceSourceProps) {
  const url = /https:\/\/\S+/.exec(source)?.[0];
  const shown = sourceText(source, language);
  return url && isExternalLink(url) ? <ExternalLink url={url}>{shown}</ExternalLink> : shown;
}
