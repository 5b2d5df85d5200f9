/** Goes to a group's own screen. */
import { useCallback } from "react";
import { useNavigate } from "react-router";

import type { GroupSummary } from "@/ipc/bindings";
import { links } from "@/lib/links";

export function useOpenGroup(): (group: GroupSummary) => void {
  const navigate = useNavigate();
  return useCallback((group) => void navigate(links.group(group.id)), [navigate]);
}
