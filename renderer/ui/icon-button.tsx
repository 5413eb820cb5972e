import { Button, Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';

interface IconButtonProps {
  readonly label: string;
  readonly icon: ReactElement;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

/** A small button that is only a picture; its name shows when it is pointed at, and is read aloud. */
export function IconButton({ label, icon, isDisabled = false, onClick }: IconButtonProps) {
  return (
    <Tooltip content={label} relationship="label">
      <Button appearance="subtle" size="small" icon={icon} disabledFocusable={isDisabled} onClick={onClick} />
    </Tooltip>
  );
}
