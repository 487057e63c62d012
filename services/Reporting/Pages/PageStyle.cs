using System.Security.Cryptography;
using System.Text;

namespace Regio.Reporting.Pages;

/// <summary>The style of the pages, inside the page itself, and the header that allows it and nothing else.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --text: #1a1a1a; --soft: #595959; --ground: #ffffff; --band: #f2f5f8; --line: #c6cfd8; --link: #0b5394; }
        @media (prefers-color-scheme: dark) { :root { --text: #ededed; --soft: #b4b4b4; --ground: #15181b; --band: #20262c; --line: #414b55; --link: #8cc4ff; } }
        * { box-sizing: border-box; }
        body { margin: 0; color: var(--text); background: var(--ground); font: 1rem/1.5 system-ui, sans-serif; }
        header, main, footer { max-width: 72rem; margin: 0 auto; padding: 1rem; }
        h1 { line-height: 1.2; margin: .5rem 0; }
        h2 { margin: 2rem 0 .5rem; }
        h3 { margin: 1.5rem 0 .25rem; }
        a { color: var(--link); }
        a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        .skip { position: absolute; left: -100vw; }
        .skip:focus { left: 1rem; }
        .soft, small, caption { color: var(--soft); }
        table { width: 100%; border-collapse: collapse; margin: .5rem 0 1.5rem; }
        caption { text-align: left; padding: .25rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: break-word; hyphens: auto; }
        tbody th { overflow-wrap: anywhere; }
        thead th { background: var(--band); }
        tfoot th, tfoot td { font-weight: 700; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .source { font-size: .85rem; }
        .remark { display: block; font-size: .9rem; font-weight: 400; color: var(--soft); }
        .totals { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1rem 0; padding: 0; list-style: none; }
        .totals strong { display: block; font-size: 1.5rem; overflow-wrap: anywhere; }
        .charts { display: flex; flex-wrap: wrap; gap: 1rem 2rem; }
        figure { margin: .5rem 0; flex: 1 1 20rem; max-width: 30rem; min-width: 0; }
        figcaption { color: var(--soft); padding: .25rem 0; }
        .chart { display: block; width: 100%; height: auto; font: 12px system-ui, sans-serif; }
        .chart text { fill: var(--text); }
        .chart .soft { fill: var(--soft); }
        .chart .bar, .chart .dot { fill: var(--link); }
        .chart .series, .chart .forecast { fill: none; stroke: var(--link); stroke-width: 2; }
        .chart .forecast { stroke-dasharray: 6 4; }
        .chart .band { fill: var(--link); opacity: .15; }
        .chart .grid { stroke: var(--line); }
        .chart .axis { stroke: var(--soft); }
        .chart .break { stroke: var(--soft); stroke-dasharray: 2 3; }
        label { display: block; }
        textarea { width: 100%; max-width: 40rem; font: inherit; }
        button, input { font: inherit; padding: .2rem .6rem; }
        @media (max-width: 44rem) {
          thead { position: absolute; left: -100vw; }
          tr { display: block; padding: .5rem 0; border-bottom: 2px solid var(--line); }
          th, td, .number { display: block; border: 0; padding: .1rem 0; text-align: left; }
          td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
        }
        @media print {
          :root { --text: #000; --soft: #333; --ground: #fff; --band: #fff; --line: #999; --link: #000; }
          body { font-size: 10pt; }
          .skip, nav { display: none; }
          tr, figure { break-inside: avoid; }
          .chart .bar { fill: #555; stroke: #000; print-color-adjust: exact; }
          details > * { display: block; }
          details::details-content { content-visibility: visible; block-size: auto; }
        }
        """;

    /// <summary>Nothing may be loaded, run, framed or sent; only this very style counts.</summary>
    public static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The same, with forms that go to this host.</summary>
    public static readonly string PolicyWithForms = ContentSecurityPolicy.Replace("form-action 'none'", "form-action 'self'", StringComparison.Ordinal);
}
