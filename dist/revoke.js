require("./index.js").revoke();
