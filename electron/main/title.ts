import { PRODUCT_NAME } from '../../shared/i18n/menu/index.ts';

/**
 * What stands in the title bar and in the task bar.
 * @param projectName usually the customer's; null: no project
 * @param isNameHidden the customer's name is not for everybody who sees the screen
 */
export function windowTitle(projectName: string | null, isNameHidden = false): string {
  return projectName === null || isNameHidden ? PRODUCT_NAME : `${projectName} – ${PRODUCT_NAME}`;
}
