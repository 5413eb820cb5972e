import { PRODUCT_NAME } from '../../shared/i18n/menu/index.ts';
import type { Language } from '../../shared/model/index.ts';

/**
 * What stands in the title bar and in the task bar.
 * @param projectName usually the customer's; null: no project
 * @param isNameHidden the customer's name is not for everybody who sees the screen
 */
export function windowTitle(projectName: string | null, language: Language, isNameHidden = false): string {
  const product = PRODUCT_NAME[language];
  return projectName === null || isNameHidden ? product : `${projectName} – ${product}`;
}
