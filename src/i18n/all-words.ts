import { en } from "./en";
import { addWords } from "./words";
import { zh } from "./zh";

// For programs that need not count bytes, and for what reads words of the other language.
addWords("en", en);
addWords("zh", zh);
