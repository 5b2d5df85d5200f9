/** What changing many groups costs, before it is planned: twenty travel in one request, four requests at once. */
const BATCH = 20;
const AT_ONCE = 4;
/** About how long a request of twenty takes the service. */
const SECONDS = 1;

export interface Cost {
  requests: number;
  seconds: number;
}

export function costOf(items: number): Cost {
  const requests = Math.ceil(items / BATCH);
  return { requests, seconds: Math.ceil(requests / AT_ONCE) * SECONDS };
}
