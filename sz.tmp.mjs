import {build} from 'esbuild'; import {brotliCompressSync} from 'zlib';
const base="import {localVotes} from './vote-stores/local-votes.ts';import{connectVotes} from './vote-stores/connect-votes.ts';";
const go=async(src,plugins=[])=>{const r=await build({stdin:{contents:src,resolveDir:'/tmp/w/store/src',loader:'ts'},bundle:true,minify:true,write:false,format:'esm',target:'es2022',plugins});return [r.outputFiles[0].contents.length, brotliCompressSync(r.outputFiles[0].contents).length,r.outputFiles[0].text]};
const a=await go(base+"self.x=[localVotes,connectVotes]");
const full=base+"import{httpVotes} from './vote-stores/http-votes.ts';self.x=[localVotes,connectVotes,httpVotes]";
const c=await go(full);
console.log('delta',c[1]-a[1], c[0]-a[0]);
for (const m of ['one-tab','retry-policy','vote-answers','http-request','outbox','http-votes','kept-votes']) {
 const stub={name:'s',setup(b){b.onLoad({filter:new RegExp(m+'\\.ts$')},()=>({contents:({ 'one-tab':'export const inOneTab=(n,t)=>t()','retry-policy':'export const isDecided=()=>1,waitBeforeRetry=()=>1,readRetryAfter=()=>1,refusalCode=()=>1','vote-answers':'export const named=()=>1,toAnswer=()=>1,toCrowd=()=>1,toNamed=()=>1,toOwn=()=>1','http-request':'export const pause=()=>1,request=()=>1','outbox':'export class Outbox{}','http-votes':'export const httpVotes=1','kept-votes':'export const listKeys=1,readVotes=1,readWeb=1,writeVote=1,writeWeb=1,forgetMemory=1,eraseVotes=1,WEB_PREFIX=1'})[m],loader:'js'}))}};
 const d=await go(full,[stub]); console.log(m, c[1]-d[1]);
}
if (process.argv[2]) console.log(c[2].slice(a[0]-3000));
