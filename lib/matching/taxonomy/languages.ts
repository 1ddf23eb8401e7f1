/** `Name [id] | aliases | > implied ids | ~ related id weight`; `=` case matters, `?` case and context matter. */
export const languages = `
JavaScript | js, java script, ecmascript, es6, es2015, es2017, es2020, es2022, es.next, es6+, vanilla js, vanilla javascript
TypeScript | =TS, type script | > javascript | ~ flow .3
Python | python 2, python 3, py3, cpython, python programming | | ~ ruby .1
Java | core java, java se, java jdk, jdk, j2se, openjdk | | ~ kotlin .3, csharp .2, scala .2
Kotlin | kotlin/jvm | | ~ swift .15, scala .2
C# [csharp] | c sharp, csharp, c#.net | | ~ java .2, fsharp .2
C++ [cpp] | cpp, c plus plus, modern c++, c++11, c++14, c++17, c++20, c++23 | | ~ c .3, rust .25
?C [c] | c language, c programming, ansi c, embedded c, c99, programming in c, c programming language
?Go [go] | golang, go lang, =GoLang, go programming, go programming language | | ~ rust .15, java .1
?Rust [rust] | rustlang, rust lang, rust programming
Ruby |
PHP | php 7, php 8
?Swift [swift] | swift language, swift programming, swift 5, =SwiftLang | | ~ objective-c .3
Objective-C | objective c, obj-c, objc, objective-c++
?Scala [scala] | =Scala, scala 2, scala 3, scala lang
?R [r] | r programming, r language, r studio, rstudio, r programming language, r shiny | + Tidyverse, ggplot2, dplyr
?Dart [dart] | dart lang, dart language, dartlang
Elixir | elixir lang
?Erlang [erlang] | =Erlang, erlang/otp
Haskell | =Haskell
=Clojure [clojure] | clojurescript, clojure | | ~ lisp .3
F# [fsharp] | f sharp, fsharp
OCaml | ocaml | > | ~ haskell .2 | & ReasonML, ReScript
Perl | perl 5, =PERL
Lua | =Lua, luajit
Groovy | =Groovy
Julia [julia] | ?Julia, julia language, =Julia lang
MATLAB | matlab/simulink
Simulink | | > matlab
Visual Basic | vb.net, vb6, vba, visual basic for applications
?Assembly [assembly] | assembly language, x86 assembly, arm assembly, assembler language, =ASM
Bash | bash scripting, bash script, bash scripts | > shell-scripting
Zsh | | > shell-scripting
PowerShell | power shell, powershell scripting | > shell-scripting
Shell scripting | shell script, shell scripts, shell programming, unix shell, linux shell, shell-script
SQL | structured query language, ansi sql, sql queries | > relational-databases
PL/SQL | plsql, pl sql | > sql, oracle-database
T-SQL | tsql, transact-sql | > sql, sql-server
HTML | html5, xhtml, dhtml
CSS | css3, cascading style sheets
Sass | scss, sass/scss | > css | ~ less .4
?Less [less] | less.css, less css, =LESS CSS, lesscss | > css
Stylus | ?Stylus, stylus css | > css
XML | xsd
XSLT | xslt/xpath | > xml | & XPath, XQuery
JSON | json schema
YAML |
GraphQL | graph ql, graphql api, graphql apis | > api-design | ~ rest-api .25
Protocol Buffers | protobuf, protobufs, protocol buffer
WebAssembly | wasm, web assembly
Solidity | solidity smart contracts | > blockchain
Vyper | =Vyper | > blockchain
Move language [move] | move language, sui move, aptos move | > blockchain
?Cairo [cairo] | cairo lang, starknet cairo | > blockchain
COBOL | cobol
Fortran | fortran 90, fortran 77
Ada [ada] | ?Ada, ada programming
Pascal [pascal] | ?Pascal, object pascal, turbo pascal
Delphi | =Delphi, embarcadero delphi
ABAP | abap, sap abap | > sap
Apex [apex] | ?Apex, salesforce apex, apex code, apex triggers | > salesforce
SAS | =SAS, sas programming
SPSS | ibm spss
Stata | =Stata
Scheme [scheme] | ?Scheme, scheme language
Lisp [lisp] | =LISP, common lisp, emacs lisp, =Lisp
Prolog | =Prolog
Smalltalk | small talk language
Tcl | =TCL, tcl/tk
VHDL | vhdl | > fpga
Verilog | verilog | > fpga
SystemVerilog | system verilog | > verilog
SystemC | =SystemC
Zig [zig] | ?Zig, zig lang, ziglang
Nim [nim] | ?Nim, nim lang
?Crystal [crystal] | ?Crystal, crystal lang
Elm [elm] | ?Elm, elm lang, elm language
PureScript | =PureScript
CoffeeScript | coffee script | > javascript
ActionScript | action script, actionscript 3
Flow [flow] | ?Flow, flow type, flowtype
Hack language [hack] | hhvm | > php
Mojo [mojo] | ?Mojo, mojo lang
Gleam [gleam] | ?Gleam, gleam lang
Apache Groovy [apache-groovy] | apache groovy | > groovy
AWK | gawk, =AWK, sed/awk | > shell-scripting
Regular expressions | regex, regexp, regexes, regular expression
LaTeX | =LaTeX
Markdown | mdx
HCL [hcl] | =HCL, hashicorp configuration language | > terraform
CUDA | nvidia cuda, cuda c++
OpenCL | =OpenCL
GLSL | =GLSL, shader programming | & HLSL, WGSL
Q# [qsharp] | q sharp
Rego | =Rego, open policy agent rego | > open-policy-agent
Cypher [cypher] | ?Cypher, cypher query language | > neo4j
SPARQL | sparql | > rdf
DAX | =DAX, dax queries | > power-bi
M language [m-language] | power query m, =M language, power query | > power-bi
OpenQASM | qasm
=Ballerina [ballerina] | ballerina lang, ballerina language
Haxe | =Haxe
LabVIEW | lab view
Ladder logic | plc programming, structured text plc | > plc
JCL [jcl] | =JCL, job control language
RPG [rpg] | rpgle, rpg/400, as/400 rpg, rpg iv
KQL [kql] | =KQL, kusto query language, kusto
PromQL | promql | > prometheus
LookML | =LookML | > looker
SOQL | =SOQL, =SOSL | > salesforce
Visualforce | visual force | > salesforce
CQL [cql] | =CQL, cassandra query language | > cassandra
`;
