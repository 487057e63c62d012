using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Aspire.Dashboard.Resources;
using Aspire.DashboardService.Proto.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aspire.Dashboard.Pages;

/// <summary>The page of what a resource writes, its live lines and the download.</summary>
internal static class ConsoleEndpoints
{
    public static void MapConsole(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Link.Console, (ResourceStore store, string? resource) =>
            store.Find(resource) is { } found ? Results.LocalRedirect(Link.ConsoleOf(found.Name)) : new RazorComponentResult<ConsolePage>());
        pages.MapGet(Link.Console + "/resource/{name}", (ResourceStore store, string name) => store.Find(name) is { } found
            ? (IResult)new RazorComponentResult<ConsolePage>(new { Selected = found })
            : Frontend.NotFound("There is no resource of this name now."));
        pages.MapGet(Link.Console + "/resource/{name}/stream", (ResourceClient client, IHostApplicationLifetime lifetime, string name, CancellationToken ct) =>
            TypedResults.ServerSentEvents(StreamAsync(client, lifetime, name, ct)));
        pages.MapGet(Link.Console + "/resource/{name}/download", DownloadAsync);
    }

    /// <summary>Lines as HTML, escaped here; the script only puts them in their place.</summary>
    private static async IAsyncEnumerable<SseItem<string>> StreamAsync(
        ResourceClient client, IHostApplicationLifetime lifetime, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var reader = new AnsiReader();
        // Opens the stream at once, also when the resource has not written anything yet.
        yield return new SseItem<string>("", "hello");
        await using var lines = client.ReadConsoleAsync(name, follow: true, ends.Token).GetAsyncEnumerator(ends.Token);
        while (true)
        {
            string html;
            try
            {
                if (!await lines.MoveNextAsync())
                    break;
                html = string.Concat(lines.Current.Select(line => Html(reader, line)));
            }
            catch (Exception ended) when (ended is RpcException or OperationCanceledException)
            {
                break;
            }

            yield return new SseItem<string>(html, "lines");
        }

        yield return new SseItem<string>("", "end");
    }

    private static string Html(AnsiReader reader, ConsoleLogLine line)
    {
        var html = new StringBuilder();
        html.Append("<div class=\"line").Append(line.IsStdErr ? " stderr" : "").Append("\"><span class=\"n\">").Append(Show.Plain(line.LineNumber)).Append("</span><span class=\"t\">");
        foreach (var run in reader.Read(line.Text))
        {
            var text = HtmlEncoder.Default.Encode(run.Text);
            html.Append(run.Css.Length == 0 ? text : $"<span class=\"{run.Css}\">{text}</span>");
        }

        return html.Append("</span></div>").ToString();
    }

    private static async Task DownloadAsync(HttpContext context, ResourceStore store, ResourceClient client, string name)
    {
        if (store.Find(name) is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.GetTypedHeaders().ContentDisposition = new("attachment") { FileName = $"{Safe(name)}.log" };
        await foreach (var lines in client.ReadConsoleAsync(name, follow: false, context.RequestAborted))
        {
            foreach (var line in lines)
                await context.Response.WriteAsync(AnsiReader.Plain(line.Text) + "\n", context.RequestAborted);
        }
    }

    private static string Safe(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '_'));
}
