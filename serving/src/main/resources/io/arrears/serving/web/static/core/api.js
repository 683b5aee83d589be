// Calls of the API. A refused call ends in a Problem with the API's stable code.
export class Problem extends Error {
  constructor(code, status, detail) {
    super(detail);
    this.code = code;
    this.status = status;
  }
}

export async function getJson(url) {
  let response;
  try {
    response = await fetch(url, { headers: { Accept: 'application/json' } });
  } catch {
    throw new Problem('unreachable', 0, 'The service does not answer. Is it still running?');
  }
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  throw new Problem(body?.code ?? 'no_answer', response.status, body?.detail ?? body?.title ?? 'The answer could not be read.');
}

// Filters that every page keeps in its address.
export const FILTERS = ['currency', 'receivable_type', 'segment'];

export function filters() {
  const asked = new URLSearchParams(location.search);
  return new URLSearchParams(FILTERS.filter((name) => asked.get(name)).map((name) => [name, asked.get(name)]));
}

// An address of the service with the filters in force and, over them, parameters of its own.
export function withFilters(path, own = {}) {
  const query = filters();
  for (const [name, value] of Object.entries(own)) {
    if (value === null || value === undefined || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

export const getKpi = (name) => getJson(withFilters(`/v1/kpis/${name}`));
export const getKpis = (names) => getJson(withFilters('/v1/kpis', { names: names.join(',') }));
export const csvOf = (name) => withFilters(`/v1/kpis/${name}`, { format: 'csv' });
