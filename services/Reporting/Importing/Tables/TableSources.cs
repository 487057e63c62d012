using System.Net;

namespace Regio.Reporting.Importing.Tables;

/// <summary>Where tables may be read from: the settings name the sources, so that no caller makes the service call elsewhere.</summary>
internal sealed class TableSources(IConfiguration configuration, HttpClient http)
{
    /// <summary>A page larger than this is no page.</summary>
    public const int LargestPage = 32 * 1024 * 1024;

    private const string Section = "Imports:Sources";

    // Statistics Netherlands; the settings may name it otherwise, and others beside it.
    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal) { ["cbs"] = "https://opendata.cbs.nl/ODataApi/odata/" };

    public IEnumerable<string> Names => Usual.Keys.Concat(configuration.GetSection(Section).GetChildren().Select(source => source.Key)).Distinct();

    public bool Knows(string name) => AddressOf(name) is not null;

    /// <summary>The next page, from its link or, for the first, from the name of the table; null when the link leads elsewhere, be it to another table of the source.</summary>
    public Uri? PageOf(TableImport import)
    {
        var source = AddressOf(import.SourceName)!;
        var first = new Uri(source, $"{import.TableName}/TypedDataSet");
        if (import.NextLink.Length == 0)
            return first;
        return Uri.TryCreate(source, import.NextLink, out var link) && link.GetLeftPart(UriPartial.Path) == first.GetLeftPart(UriPartial.Path) ? link : null;
    }

    /// <summary>The body of a page.</summary>
    /// <exception cref="HttpRequestException">The source does not answer, or not with a page.</exception>
    public async Task<byte[]> FetchAsync(Uri page, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsByteArrayAsync(ct)
            : throw new HttpRequestException(HttpRequestError.Unknown, statusCode: answer.StatusCode);
    }

    private Uri? AddressOf(string name) => (configuration[$"{Section}:{name}"] ?? Usual.GetValueOrDefault(name)) is { } address ? new Uri(address) : null;
}
