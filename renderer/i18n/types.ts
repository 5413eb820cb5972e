import type { EN } from './en/index.ts';

/** Catalogues of all rooms of the page, as English has them. */
export type Catalogues = typeof EN;
export type Namespace = keyof Catalogues;

/**
 * The same keys in another language. Japanese has one plural form, so `key_one` falls away.
 * Equal placeholders are proved by a test: a type that did so would hide which key is wrong.
 */
export type Translated<Catalogue> = {
  readonly [Key in keyof Catalogue as Key extends `${string}_one` ? never : Key]: string;
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Catalogues;
    keySeparator: false;
    nsSeparator: ':';
    returnNull: false;
  }
}
