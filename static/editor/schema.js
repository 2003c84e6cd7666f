// The document's schema, the same as articles/body: a block type exists when it stands in BLOCKS.
import { Document, Text } from "./basics.js";
import * as blockQuote from "./blocks/block_quote.js";
import * as bulletList from "./blocks/bullet_list.js";
import * as embed from "./blocks/embed.js";
import * as factBox from "./blocks/fact_box.js";
import * as figure from "./blocks/figure.js";
import * as heading from "./blocks/heading.js";
import * as orderedList from "./blocks/ordered_list.js";
import * as paragraph from "./blocks/paragraph.js";
import * as pullQuote from "./blocks/pull_quote.js";
import * as relatedArticles from "./blocks/related_articles.js";
import * as table from "./blocks/table.js";
import * as timeline from "./blocks/timeline.js";
import * as footnote from "./inline/footnote.js";
import { HardBreak } from "./inline/hard_break.js";
import { Link } from "./inline/link.js";
import { Bold, Italic, Subscript, Superscript } from "./inline/marks.js";
import { ListItem } from "./list_item.js";

// In the order of the block menu. Each module has `nodes`; `menu`, its entries there; and `keys`, if
// it has any of its own, as ["Ctrl Alt X", "What it does"] for the list of all keys.
export const BLOCKS = [
  paragraph,
  heading,
  pullQuote,
  figure,
  bulletList,
  orderedList,
  table,
  factBox,
  timeline,
  relatedArticles,
  embed,
  blockQuote,
];

// also: other words that people look for it by. insert(chain, editor) returns the chain to run, or
// nothing when it does something else.
export const ENTRIES = [...BLOCKS, footnote].flatMap(({ menu }) => menu);

// Marks in the one order that stored documents have, the outermost first.
const MARKS = [Link, Bold, Italic, Superscript, Subscript];

export const schema = [
  Document,
  Text,
  HardBreak,
  footnote.Footnote,
  ...MARKS,
  ListItem,
  ...BLOCKS.flatMap((block) => block.nodes),
];
