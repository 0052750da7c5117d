require("./index.js").update();
