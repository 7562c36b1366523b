/** A release cannot be made; the message says why and what to do. The repository is as it was. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
}
