import type { FluentIcon } from '@fluentui/react-icons';

interface IconProps {
  readonly of: FluentIcon;
  /** Sets size (`font-size`) and colour. */
  readonly className?: string | undefined;
  /** What it says; without it the icon only repeats what stands beside it. */
  readonly label?: string;
  readonly kind?: string;
}

/** An icon that takes size and colour from a style sheet. */
export function Icon({ of: Shape, className, label, kind }: IconProps) {
  return label === undefined ? (
    <span className={className} data-kind={kind} aria-hidden="true">
      <Shape />
    </span>
  ) : (
    <span className={className} data-kind={kind} role="img" aria-label={label}>
      <Shape />
    </span>
  );
}
