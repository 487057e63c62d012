using System.Security.Cryptography;

namespace Regio.Documents.Html;

/// <summary>The style of a document, inside the file itself, and the header that allows it and nothing else.</summary>
public static class HtmlStyle
{
    /// <summary>The style sheet. It holds none of the signs that XML and HTML read differently.</summary>
    public const string Css = """
        :root { color-scheme: light dark; --text: #1c2126; --soft: #545c64; --ground: #ffffff; --band: #edf2f7; --line: #c6cfd8; --title: #123a63; }
        @media (prefers-color-scheme: dark) { :root { --text: #ececec; --soft: #b4b9be; --ground: #15181b; --band: #20262c; --line: #414b55; --title: #9ccaff; } }
        * { box-sizing: border-box; }
        body { margin: 0; color: var(--text); background: var(--ground); font: 1rem/1.5 system-ui, sans-serif; }
        header, main, footer { max-width: 52rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
        .sender { margin: 0; color: var(--soft); font-size: .9rem; }
        h1, h2, h3 { color: var(--title); line-height: 1.25; hyphens: manual; }
        h1 { margin: .25rem 0 .5rem; font-size: 1.9rem; }
        h2 { margin: 2rem 0 .5rem; font-size: 1.3rem; }
        h3 { margin: 1.25rem 0 .25rem; font-size: 1.05rem; }
        .lead { color: var(--soft); }
        .note { padding-left: .75rem; border-left: 3px solid var(--line); color: var(--soft); font-size: .9rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: .75rem 0; }
        dt { color: var(--soft); }
        dd { margin: 0; overflow-wrap: anywhere; }
        table { width: 100%; border-collapse: collapse; margin: .75rem 0 1.5rem; border-bottom: 2px solid var(--line); }
        caption { text-align: left; padding: .25rem 0; color: var(--soft); font-size: .9rem; }
        th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
        tbody th { font-weight: 400; overflow-wrap: anywhere; }
        thead th { background: var(--band); }
        .total th, .total td { font-weight: 700; border-top: 2px solid var(--line); }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        footer { color: var(--soft); font-size: .9rem; border-top: 1px solid var(--line); }
        @media (max-width: 44rem) {
          dl { grid-template-columns: 1fr; gap: 0; }
          dd { margin-bottom: .5rem; }
          thead { position: absolute; left: -100vw; }
          tr { display: block; padding: .5rem 0; border-bottom: 2px solid var(--line); }
          th, td, .number { display: block; border: 0; padding: .1rem 0; text-align: left; white-space: normal; }
          tbody th { font-weight: 700; }
          td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
        }
        @media print {
          :root { --text: #000; --soft: #333; --ground: #fff; --line: #999; --title: #000; }
          @page { size: A4; margin: 2cm; }
          body { font-size: 10pt; }
          header, main, footer { max-width: none; padding: 0; }
          h2, h3, caption { break-after: avoid; }
          tr, .note { break-inside: avoid; }
        }
        """;

    /// <summary>What a page may do: nothing may be loaded, run, framed or sent, and only the style that it carries counts.</summary>
    /// <param name="page">A page that was written here, now or with an earlier style.</param>
    public static string PolicyOf(ReadOnlySpan<byte> page)
    {
        var start = page.IndexOf("<style>"u8) + "<style>"u8.Length;
        var hash = Convert.ToBase64String(SHA256.HashData(page[start..page.IndexOf("</style>"u8)]));
        return $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }
}
