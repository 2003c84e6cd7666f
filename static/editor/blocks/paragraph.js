import { Paragraph } from "../vendor/tiptap.js";

export const nodes = [Paragraph];
export const menu = [];
