/** Acts with their keys as they came: by that of a first act anybody would get its reader's cookie. Those kept from now on have a hash. */
export const HIDDEN_KEYS = /* sql */ `
  delete from acts;
`;
