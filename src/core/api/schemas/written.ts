/** What a producer gives to be written as a file of that schema: the same, and nobody changes it. */
export type Written<T> = T extends object ? { readonly [Key in keyof T]: Written<T[Key]> } : T;
