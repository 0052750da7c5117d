require("./index.js").list();
