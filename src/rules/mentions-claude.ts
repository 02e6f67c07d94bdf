/** The first letters are left out: a text may begin with `Claude`, `claude` or `CLAUDE`. A prompt of text completions names nobody but `\nHuman:`. */
const NEEDLE = /laude|nthropic|edrock|nHuman:/i;

/** Whether a text may say anything about Claude on Bedrock: the one cheap test that spares all others. */
export function mentionsClaude(text: string): boolean {
  return NEEDLE.test(text);
}
