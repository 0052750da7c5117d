require("./index.js").mint();
