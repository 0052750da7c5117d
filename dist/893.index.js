"use strict";
exports.id = 893;
exports.ids = [893];
exports.modules = {
...require("./mint-post-influxdb.shared.js"),
...require("./mint-post.shared.js"),

};
;