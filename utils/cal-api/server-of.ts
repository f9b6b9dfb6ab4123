/**
 * What all addresses of one server's API have in common: one server may serve it both at `/v2` and at `/api/v2`.
 * @param apiUrl API root, with or without its path, without a trailing slash
 */
export function serverOf(apiUrl: string): string {
  return apiUrl.replace(/(\/api)?(\/v2)?$/, "");
}
