require("./index.js").watchdog();
