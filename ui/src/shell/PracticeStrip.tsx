/** The strip that says that nothing here is real, with the practice clock behind a button. */
import {
  Button,
  Link,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from "@fluentui/react-components";
import { BeakerRegular, ChevronDownRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { practiceQuery } from "@/ipc/queries";
import { formatDate } from "@/lib/dates";
import { PracticePanel } from "@/practice/PracticePanel";
import { useTour } from "@/practice/tour/useTour";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  strip: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "0 12px",
    padding: "3px 20px 3px 32px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tenure.tenureAmber,
    backgroundColor: tenure.tenureAmberSoft,
    borderBottom: `1px solid ${tenure.tenureAmberLine}`,
    "@media (max-width: 1000px)": { paddingLeft: "20px" },
  },
  name: { display: "inline-flex", alignItems: "center", gap: "6px", fontWeight: 600 },
  link: { color: "inherit", fontSize: "inherit", fontWeight: 600, textDecorationLine: "underline" },
  space: { flex: 1 },
  button: { color: "inherit", fontSize: "inherit", fontWeight: 600, height: "24px" },
  panel: { width: "400px", maxWidth: "calc(100vw - 48px)" },
});

export function PracticeStrip() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { data } = useQuery(practiceQuery(true));
  const tour = useTour();
  return (
    <section aria-label={t("practice.strip")} className={styles.strip}>
      <span className={styles.name}>
        <BeakerRegular aria-hidden fontSize={16} />
        {t("practice.name")}
      </span>
      <span>{t("practice.notReal")}</span>
      {tour.state.at === "new" && (
        <Link as="button" className={styles.link} onClick={tour.start}>
          {t("tour.offer")}
        </Link>
      )}
      <span className={styles.space} />
      <Popover positioning="below-end" trapFocus>
        <PopoverTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="transparent"
            className={styles.button}
            icon={<ChevronDownRegular />}
            iconPosition="after"
          >
            {data
              ? t("practice.clock", { when: formatDate(data.now, "moment") })
              : t("practice.open")}
          </Button>
        </PopoverTrigger>
        <PopoverSurface className={styles.panel} aria-label={t("practice.title")}>
          <PracticePanel />
        </PopoverSurface>
      </Popover>
    </section>
  );
}
