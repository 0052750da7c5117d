import type { CommandVerb } from './options.js';

/** A command for each verb, which its help shows and the tests run. Lines of one command end with a backslash but the last. */
export const EXAMPLES: Readonly<Partial<Record<CommandVerb, readonly string[]>>> = {
  create: [
    'mint-token create --type influxdb --org my-org --expires-in 30m \\',
    "  --grant 'buckets iot-center: read, write' --output token",
  ],
  exec: [
    "mint-token exec --type influxdb --org my-org --grant 'buckets iot-center: read' -- \\",
    '  influx query --org my-org \'from(bucket: "iot-center") |> range(start: -1h)\'',
  ],
  list: ["mint-token list --type influxdb --org my-org --repository '*' --output table"],
  update: [
    'mint-token update --type solarnetwork/User --token-id kF67p6g30eUXQICUgzQf \\',
    "  --grant 'node-id: 107, 164'",
  ],
  sweep: ['mint-token sweep --type influxdb --org my-org --local'],
  revoke: ['mint-token revoke --type influxdb --org my-org --all --yes'],
};
