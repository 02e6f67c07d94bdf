import { namesFamily } from '../../../catalog/family-words.js';

/** Whether code asks whose model it is, which is answered alike for every Claude, rather than which. */
export function isAboutVendor(text: string) {
  return (
    /claude|anthropic|amazon|nova\b|titan|llama|mistral|cohere|deepseek/i.test(text) &&
    !/\d|\\d|support|capab|think|temper|adaptive/i.test(text) &&
    !namesFamily(text)
  );
}
