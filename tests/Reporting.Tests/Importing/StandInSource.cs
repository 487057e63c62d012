using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Regio.Reporting.Tests.Importing;

/// <summary>A public source that gives tables page by page as CBS does, over a real connection.</summary>
internal sealed class StandInSource : IAsyncDisposable
{
    private readonly Dictionary<string, string[]> _tables = [];
    private WebApplication? _app;

    public Uri Address { get; private set; } = new("http://none");

    /// <summary>Which pages were asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>How many of the next questions get no answer.</summary>
    public int Failures { get; set; }

    /// <summary>Where every question is sent on to.</summary>
    public Uri? Redirects { get; set; }

    /// <summary>What stands where the link to the next page should, as JSON.</summary>
    public string? Link { get; set; }

    /// <summary>The number of a page that is not given before <see cref="GoOn"/>.</summary>
    public int? HeldPage { get; set; }

    private TaskCompletionSource Released { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gives the held page to whoever waits for it, and from now on.</summary>
    public void GoOn()
    {
        HeldPage = null;
        Released.TrySetResult();
    }

    public void Give(string table, params string[] pages) => _tables[table] = pages;

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapGet("/odata/{table}/TypedDataSet", PageAsync);
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single() + "/odata/");
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private async Task<IResult> PageAsync(string table, string? page, CancellationToken ct)
    {
        var number = int.Parse(page ?? "0", CultureInfo.InvariantCulture);
        if (Failures > 0)
        {
            Failures--;
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        if (Redirects is not null)
            return Results.Redirect(Redirects.ToString());
        lock (Asked)
            Asked.Add($"{table}/{number}");
        if (number == HeldPage)
            await Released.Task.WaitAsync(ct);
        if (!_tables.TryGetValue(table, out var pages))
            return Results.NotFound();
        if (Link is not null)
            return Results.Text($$"""{"value":[{{pages[number]}}],"odata.nextLink":{{Link}}}""", "application/json");
        var next = number + 1 < pages.Length ? $"{Address}{table}/TypedDataSet?page={number + 1}" : null;
        return Results.Text($$"""{"odata.metadata":"x","value":[{{pages[number]}}]{{(next is null ? "" : $",\"odata.nextLink\":\"{next}\"")}}}""", "application/json");
    }
}
