import fc from "fast-check";
import { Player } from "../../../utils/diagnostics/replay/player.ts";
import { firstDifference } from "./compare.ts";
import { Oracle } from "./oracle.ts";
import { timelines } from "./timelines.ts";
const n = Number(process.argv[2] ?? 300), seed = Number(process.argv[3] ?? 1);
let bad = 0; const kinds = new Map<string, {n:number, d:any}>();
const parse=(s:string)=>{try{return JSON.parse(s)}catch{return {err:s}}};
for (const lines of fc.sample(timelines, { numRuns: n, seed })) {
  const d = firstDifference(lines as string[], new Oracle(), new Player());
  if (!d) continue; bad++;
  const a = parse(d.expected), b = parse(d.actual);
  const keys = Object.keys({...a,...b}).filter(k => JSON.stringify(a[k]) !== JSON.stringify(b[k]));
  const set=(x:any)=>new Set<string>((Array.isArray(x)?x:[]).map((f:any)=>JSON.stringify(f.recovered!==undefined?[f.kind,f.recovered?'rec':'new']:[f.kind,f.confirmed,f.expected,f.level,!!f.replacedBy])));
  const delta = keys.map(k => Array.isArray(a[k]) ? k+': -'+[...set(a[k])].filter(x=>!set(b[k]).has(x))+' +'+[...set(b[k])].filter(x=>!set(a[k]).has(x)) : k).join(' | ').slice(0,260);
  const e = kinds.get(delta); if (e) { e.n++; if (d.lines.length < e.d.lines.length) e.d = d; } else kinds.set(delta, {n:1,d});
}
console.log(bad, "of", n);
const sorted=[...kinds].sort((x,y)=>y[1].n-x[1].n);
for (const [k,v] of sorted.slice(0,25)) console.log(v.n, v.d.lines.length, k);
import { writeFileSync } from "node:fs";
writeFileSync("/tmp/diffs.json", JSON.stringify(sorted.map(([k,v])=>({k,n:v.n,...v.d})),null,1));
