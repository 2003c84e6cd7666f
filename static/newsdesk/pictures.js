// The library: a search as one types, uploads, and tiles that fill in when they are prepared.
import { enhanceSearch, watchTiles } from "./pictures-list.js";
import { enhanceUpload } from "./pictures-upload.js";

const upload = document.getElementById("upload");
enhanceSearch();
watchTiles();
if (upload) enhanceUpload(upload);
