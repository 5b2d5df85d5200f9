/** The calendar of a group. */
export default function CalendarTab() {
  return null;
}
