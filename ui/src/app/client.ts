/**
 * The cache of answers. Every answer comes from the program itself, so there is no network to wait for
 * and nothing to retry: the program retries. What is stale is told by events.
 */
import { QueryClient } from "@tanstack/react-query";

export const createClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
