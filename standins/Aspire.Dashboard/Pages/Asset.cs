using System.Collections.Concurrent;
using System.Security.Cryptography;
using Aspire.Dashboard.Configuration;

namespace Aspire.Dashboard.Pages;

/// <summary>The style, script and icon of the pages, carried inside the program.</summary>
internal static class Asset
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["dashboard.css"] = "text/css; charset=utf-8",
        ["dashboard.js"] = "text/javascript; charset=utf-8",
        ["icon.svg"] = "image/svg+xml",
    };

    private static readonly ConcurrentDictionary<string, (byte[] Content, string Version)> Loaded = new(StringComparer.Ordinal);

    /// <summary>Carries a version, so that a browser keeps it until it changes.</summary>
    public static string Url(string name) => $"/assets/{name}?v={Load(name).Version}";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/assets/{name}", (string name, HttpContext context) =>
    {
        if (!Types.TryGetValue(name, out var type))
            return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Load(name).Content, type);
    }).Behind(Door.Frontend);

    private static (byte[] Content, string Version) Load(string name) => Loaded.GetOrAdd(name, static name =>
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var bytes = content.ToArray();
        return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
    });
}
