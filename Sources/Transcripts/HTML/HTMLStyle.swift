import Bytes
import Digests

/// The style sheet of a transcript: for screens of any width, light or dark, and for paper.
enum HTMLStyle {
  /// The sheet; it names no file and no font that must be fetched.
  static let sheet = """

    :root{color-scheme:light dark;--ink:#1b1b1b;--soft:#555;--paper:#fff;--tint:#f3f3f1;--line:#c9c9c4;
    --s0:#ececec;--s1:#d0d0d0;--s2:#b0b0b0;--s3:#8c8c8c;--s4:#666;--s5:#1b1b1b;--s6:#fff}
    @media (prefers-color-scheme:dark){:root{--ink:#e9e9e6;--soft:#b4b4b0;--paper:#161616;--tint:#222;--line:#4a4a48;
    --s0:#3a3a3a;--s1:#555;--s2:#757575;--s3:#959595;--s4:#b8b8b8;--s5:#f2f2f2;--s6:#161616}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0 auto;padding:1rem;max-width:72rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
    h1,h2,h3,h4{line-height:1.25;margin:1.5em 0 .5em}
    h1{font-size:1.8rem}h2{font-size:1.35rem}h3{font-size:1.1rem}h4{font-size:.85rem;color:var(--soft);margin:.75em 0 .25em}
    a{color:inherit}
    a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
    .skip{position:absolute;left:-100vw}.skip:focus{position:static}
    dl{margin:0}dt{color:var(--soft)}dd{margin:0}
    .cover dl>div{padding:.25rem 0;border-bottom:1px solid var(--line)}
    table{border-collapse:collapse;width:100%;font-size:.85rem}
    th,td{text-align:start;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid var(--line)}
    td.number,th.number{text-align:end;font-variant-numeric:tabular-nums}
    .scroll{overflow-x:auto}
    figure{margin:1.5rem 0}
    figcaption{font-weight:600}
    svg{display:block;width:100%;height:auto;min-width:40rem;max-width:48rem}
    svg.key{display:inline;width:14px;height:14px;min-width:0;vertical-align:-2px}
    svg text{fill:var(--ink);font:12px system-ui,sans-serif}
    .s0{fill:var(--s0)}.s1{fill:var(--s1)}.s2{fill:var(--s2)}.s3{fill:var(--s3)}.s4{fill:var(--s4)}.s5{fill:var(--s5)}.s6,.s7{fill:var(--s6)}
    rect{stroke:var(--ink);stroke-width:.5}
    rect.s7{stroke-width:1;stroke-dasharray:3 2}
    .axis{stroke:var(--ink);stroke-width:1}.scale{stroke:var(--line);stroke-width:1}
    nav ol{padding-inline-start:2.5rem}
    .conversation{border-top:3px double var(--ink);margin-top:2.5rem}
    .sub{color:var(--soft);margin:0}
    .turn{border-inline-start:4px solid var(--line);padding-inline-start:1rem;margin:1.5rem 0}
    .turn.blocked,.turn.escalated{border-inline-start-color:var(--ink)}
    .badge{display:inline-block;border:1px solid var(--ink);border-radius:.2rem;padding:0 .4rem;font-size:.8rem;font-weight:600}
    .badge.blocked{background:var(--ink);color:var(--paper)}
    .badge.escalated{border-width:2px;border-style:double}
    .facts{display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;font-size:.9rem}
    .facts>div{display:flex;gap:.4rem;min-width:0}.facts dt{flex:none}.facts dd{min-width:0}
    .body{display:grid;gap:0 1.5rem;margin-bottom:.5rem}
    .text{background:var(--tint);border:1px solid var(--line);padding:.5rem .75rem}
    .text p{margin:0;white-space:pre-wrap;text-align:start;unicode-bidi:plaintext}
    .json{font-family:ui-monospace,monospace;font-size:.85rem}
    aside{border-inline-start:1px solid var(--line);padding-inline-start:.75rem;font-size:.9rem}
    aside .facts{flex-direction:column;margin-bottom:.5rem}
    mark{background:none;color:inherit;border:1px dashed var(--ink);border-radius:.2rem;padding:0 .15rem;font-family:ui-monospace,monospace;font-size:.9em}
    .hidden{font-family:ui-monospace,monospace;font-size:.75em;border:1px solid var(--ink);padding:0 .15rem;unicode-bidi:isolate}
    .small{font-size:.75rem;color:var(--soft)}.turn>.small{margin-top:.5rem}
    .small dd{font-family:ui-monospace,monospace}
    bdi{unicode-bidi:isolate}.acted{font-weight:700}
    @media (min-width:36rem){.cover dl>div{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:1rem}}
    @media (min-width:56rem){.body.both{grid-template-columns:minmax(0,2.2fr) minmax(0,1fr)}}
    @page{margin:18mm 16mm 20mm;@bottom-right{font:8pt system-ui,sans-serif;content:counter(page) " / " counter(pages)}}
    @media print{:root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--tint:#fff;--line:#999;--s0:#ececec;--s1:#d0d0d0;--s2:#b0b0b0;--s3:#8c8c8c;--s4:#666;--s5:#000;--s6:#fff}
    body{max-width:none;padding:0;font-size:10pt}
    .skip{display:none}
    .badge.blocked{background:none;color:var(--ink);border-width:2px}
    .figures,nav{break-before:page}
    .conversation{break-before:page;border-top:0;margin-top:0}
    h1,h2,h3,h4,h3+dl,figcaption{break-after:avoid}
    .facts,tr,svg{break-inside:avoid}
    .text{box-decoration-break:clone}
    .scroll{overflow:visible}svg{min-width:0}
    summary{display:none}
    details::details-content{content-visibility:visible;display:block}
    .body.both{grid-template-columns:minmax(0,2.2fr) minmax(0,1fr)}}

    """

  /// What of the sheet a content security policy allows: its SHA-256 (CSP Level 3, section 2.3.1).
  static var source: String {
    let bytes = Array(sheet.utf8)
    let digest = Digest256(of: bytes.span).bytes
    var output = Output(capacity: 64)
    Base64.padded.append(digest.span, to: &output)
    return "sha256-" + String(copying: output.bytes)
  }
}
