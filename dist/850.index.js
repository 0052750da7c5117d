"use strict";
exports.id = 850;
exports.ids = [850];
exports.modules = {
...require("./mint-post.shared.js"),

};
;