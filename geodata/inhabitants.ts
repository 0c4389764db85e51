/** Key of the indicator that counts inhabitants: what lineage shares out people by, where a package has it. */
export const inhabitantsKey = 'inwoners';
