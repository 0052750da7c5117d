"use strict";
exports.id = 260;
exports.ids = [260];
exports.modules = {
...require("./mint-post.shared.js"),

};
;