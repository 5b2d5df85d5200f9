/** Back to where one came from; to the groups, for who began with this one. */
import { useCallback, useState } from "react";
import { useLocation, useNavigate } from "react-router";

import { links } from "@/lib/links";

export function useBack(): () => void {
  const navigate = useNavigate();
  const { key } = useLocation();
  // The first address of the window has no key of its own; changes of tab replace it and get one.
  const [cameFromElsewhere] = useState(key !== "default");
  return useCallback(
    () => void (cameFromElsewhere ? navigate(-1) : navigate(links.groups)),
    [cameFromElsewhere, navigate],
  );
}
