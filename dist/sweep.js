require("./index.js").sweep();
