// What npm's audit says, from its JSON on stdin. Exit status: 0 nothing, 1 something, 2 it could not be asked.
import { readFileSync } from 'node:fs';

let report = {};
try {
  report = JSON.parse(readFileSync(0, 'utf8'));
} catch {
  // No JSON is no answer.
}
if (!('auditReportVersion' in report)) process.exit(2);
const found = Object.values(report.vulnerabilities ?? {});
for (const { name, severity, range } of found) console.error(`${severity}: ${name} ${range}`);
if (found.length === 0) console.error('advisories ok');
process.exit(found.length === 0 ? 0 : 1);
