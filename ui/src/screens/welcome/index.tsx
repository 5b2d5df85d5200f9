/** The Welcome screen. */
export default function Welcome() {
  return null;
}
