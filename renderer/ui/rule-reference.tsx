import { Badge } from '@fluentui/react-components';
import { EDITIONS, ruleSource } from '../../shared/matrix/editions.ts';
import type { EditionId } from '../../shared/model/index.ts';
import { ExternalLink } from './external-link.tsx';
import styles from './rule-reference.module.css';

interface RuleReferenceProps {
  readonly id: string;
  /** Null: it was said already. */
  readonly text: string | null;
  readonly edition: EditionId;
}

/** A rule by its id, what it says here, and the document that it comes from. */
export function RuleReference({ id, text, edition }: RuleReferenceProps) {
  const source = ruleSource(EDITIONS[edition], id);
  return (
    <div className={styles.rule}>
      <Badge appearance="outline" shape="rounded" color="informative" className={styles.id}>
        {id}
      </Badge>
      <div>
        {text !== null && <div>{text}</div>}
        {source && (
          <div className={styles.source}>
            {source.url ? <ExternalLink url={source.url}>{source.title}</ExternalLink> : source.title}
            <span> {source.date}</span>
          </div>
        )}
      </div>
    </div>
  );
}
