// What the validator ajv finds wrong: { schema, others: { name: schema }, values: [...] } becomes [null or the mistakes].
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const require = createRequire(process.argv[2] + '/');
const addFormats = require('ajv-formats').default;
const { schema, others, values } = JSON.parse(await text(process.stdin));

// Adaptive Cards has the draft of 2017, whose identifier it writes as the draft before did.
const isOld = schema.$schema.includes('draft-06');
const Ajv = require(isOld ? 'ajv' : 'ajv/dist/2020').default;
const ajv = new Ajv({ strict: !isOld, allowUnionTypes: true });
if (isOld) {
  ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
  delete schema.id;
}
addFormats(ajv);
for (const name of isOld ? [] : Object.keys(others)) {
  ajv.addSchema(others[name], name);
}

const validate = ajv.compile(schema);
process.stdout.write(JSON.stringify(values.map((value) => (validate(value) ? null : ajv.errorsText(validate.errors)))));
