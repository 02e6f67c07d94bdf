/** The first letters are left out: a text may begin with `Claude`, `claude` or `CLAUDE`. */
const NEEDLE = /laude|nthropic|edrock/i;

/** Whether a text may say anything about Claude on Bedrock: the one cheap test that spares all others. */
export function mentionsClaude(text: string): boolean {
  return NEEDLE.test(text);
}
