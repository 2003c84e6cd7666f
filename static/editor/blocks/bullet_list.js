import { BulletList } from "../vendor/tiptap.js";

export const nodes = [BulletList];
export const menu = [
  {
    label: "List",
    hint: "Points in no order",
    typed: "-",
    keys: "Ctrl Shift 8",
    insert: (chain) => chain.toggleBulletList(),
  },
];
