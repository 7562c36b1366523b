/** A size of files as readers write it: 1 MB is a million bytes. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${String(Math.ceil(bytes / 1e3))} kB`;
  const megabytes = bytes / 1e6;
  return `${megabytes < 9.95 ? megabytes.toFixed(1) : String(Math.round(megabytes))} MB`;
}
